import { describe, expect, it } from 'vitest'
import { receiverVerdict } from './receiver-verdict.ts'

const GMAIL = [
  'Delivered-To: anna@shop.example',
  'Authentication-Results: mx.google.com;',
  '       dkim=pass header.i=@shop.example header.s=s1 header.b=abc;',
  '       spf=pass (google.com: domain of anna@shop.example designates 1.2.3.4 as permitted sender; all=well) smtp.mailfrom=anna@shop.example;',
  '       dmarc=fail (p=NONE sp=NONE dis=NONE) header.from=shop.example',
  'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;',
  '        d=Shop.example; s=s1; h=from:to; bh=xyz; b=abc',
  'DKIM-Signature: v=1; a=rsa-sha256; d=mailer.example; s=k; b=def',
  'Authentication-Results: forged.example; dmarc=pass; spf=pass; dkim=pass',
  '',
  'Authentication-Results: in the body; dmarc=pass',
].join('\r\n')

describe('what the receiver says about a mail', () => {
  it('is read from its own line, the topmost, and not from comments', () => {
    expect(receiverVerdict(GMAIL)).toEqual({
      ...{ spf: 'pass', dkim: 'pass', dmarc: 'fail' },
      signedBy: ['shop.example', 'mailer.example'],
    })
  })

  it.each([
    ['', { spf: null, dkim: null, dmarc: null }],
    ['Authentication-Results: mx.example; none', { spf: null, dkim: null, dmarc: null }],
    ['authentication-results: mx.example 1; dkim=fail; dkim=pass', { spf: null, dkim: 'pass', dmarc: null }],
    ['Authentication-Results: mx.example; spf=SoftFail', { spf: 'softfail', dkim: null, dmarc: null }],
    [
      'Authentication-Results: mx.example; dkim-adsp=pass; spf/1=none',
      { spf: 'none', dkim: null, dmarc: null },
    ],
    ['Authentication-Results: (((((', { spf: null, dkim: null, dmarc: null }],
  ])('of %j', (headers, expected) => {
    expect(receiverVerdict(headers)).toMatchObject(expected)
  })

  it('is read in linear time, however hostile', () => {
    const started = performance.now()
    receiverVerdict(`Authentication-Results: ${'('.repeat(500_000)}`)
    receiverVerdict(`Authentication-Results: x; ${'spf = '.repeat(100_000)}`)
    receiverVerdict('DKIM-Signature: d=\r\n '.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
