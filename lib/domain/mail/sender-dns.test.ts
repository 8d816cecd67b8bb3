import { describe, expect, it } from 'vitest'
import { judgeDmarc, judgeMx, judgeSpf } from './sender-dns.ts'

describe('what a domain says about its mail', () => {
  it.each([
    [['v=spf1 include:_spf.google.com ~all', 'other=thing'], 'yes'],
    [['V=SPF1 -all'], 'yes'],
    [[], 'no'],
    [['v=spf10 -all'], 'no'],
    [['v=spf1 a -all', 'v=spf1 mx -all'], 'no'],
    [['v=spf1 +all'], 'no'],
    [['v=spf1 a all'], 'no'],
    [null, 'could-not-ask'],
  ])('SPF of %j: %s', (texts, answer) => {
    expect(judgeSpf(texts).answer).toBe(answer)
  })

  it.each([
    [['v=DMARC1; p=reject'], 'yes'],
    [['v=DMARC1;p=none', 'site-verification=1'], 'yes'],
    [['v=DMARC12; p=none'], 'no'],
    [[], 'no'],
    [['v=DMARC1; p=none', 'v=DMARC1; p=reject'], 'no'],
    [null, 'could-not-ask'],
  ])('DMARC of %j: %s', (texts, answer) => {
    expect(judgeDmarc(texts).answer).toBe(answer)
  })

  it.each([
    [['mx1.example', 'mx2.example'], 'yes'],
    [[], 'no'],
    [[''], 'no'],
    [['.'], 'no'],
    [null, 'could-not-ask'],
  ])('MX of %j: %s', (hosts, answer) => {
    expect(judgeMx(hosts).answer).toBe(answer)
  })
})
