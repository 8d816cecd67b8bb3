import { describe, expect, it } from 'vitest'
import { addressKey, checkMailAddress } from './mail-address.ts'

describe('checkMailAddress', () => {
  it.each([
    ['anna@example.com', 'anna@example.com', null],
    ['  Anna@Example.COM ', 'Anna@example.com', null],
    ['Anna Bauer <anna@example.com>', 'anna@example.com', 'Anna Bauer'],
    ['"Bauer, Anna" <anna@example.com>', 'anna@example.com', 'Bauer, Anna'],
    ['<anna@example.com>', 'anna@example.com', null],
    ['mailto:anna@example.com', 'anna@example.com', null],
    ['anna@bücher.de', 'anna@xn--bcher-kva.de', null],
    ["o'neil+press@mail.example.co.uk", "o'neil+press@mail.example.co.uk", null],
  ])('reads %s', (input, address, name) => {
    expect(checkMailAddress(input)).toEqual({ ok: true, address, name, warnings: [] })
  })

  it.each([
    ['', 'Please type'],
    ['anna', 'has an @'],
    ['anna@', 'after the @ is missing'],
    ['@example.com', 'before the @ is missing'],
    ['anna@example', 'no ending'],
    ['anna@localhost', 'no ending'],
    ['anna@127.0.0.1', 'should be a domain'],
    ['anna@[127.0.0.1]', 'brackets'],
    ['"anna b"@example.com', 'Quotes'],
    ['anna(work)@example.com', 'comments'],
    ['anna@example.com, ben@example.com', 'One address at a time'],
    ['anna@example.com;ben@example.com', 'One address at a time'],
    ['anna@ben@example.com', 'more than one @'],
    ['anna b@example.com', 'space inside'],
    ['anna@example.com\r\nBcc: all@example.com', 'space inside'],
    ['.anna@example.com', 'with a dot'],
    ['anna..b@example.com', 'with a dot'],
    ['ännä@example.com', 'beyond a to z'],
    ['anna@exam_ple.com', 'should be a domain'],
    ['anna@-example.com', 'should be a domain'],
    ['anna@example.com/x', 'should be a domain'],
    ['anna@example..com', 'should be a domain'],
    [`${'a'.repeat(65)}@example.com`, 'longer than 64'],
    [`anna@${'a.'.repeat(200)}com`, 'too long'],
    ['a'.repeat(500_000), 'too long'],
  ])('refuses %s', (input, sentence) => {
    const answer = checkMailAddress(input)
    expect(answer.ok ? answer.address : answer.error).toContain(sentence)
  })

  it.each([
    ['info@example.com', 'role'],
    ['Editor@example.com', 'role'],
    ['press+bags@example.com', 'role'],
    ['no-reply@example.com', 'no-reply'],
    ['donotreply@example.com', 'no-reply'],
    ['noreply+x@example.com', 'no-reply'],
  ])('warns about %s', (input, kind) => {
    const answer = checkMailAddress(input)
    expect(answer.ok && answer.warnings.map((warning) => warning.kind)).toEqual([kind])
  })

  it('does not take a name for a role', () => {
    expect(checkMailAddress('helpful.anna@example.com')).toMatchObject({ warnings: [] })
  })
})

describe('addressKey', () => {
  it.each([
    ['Anna@Example.com', 'anna@example.com'],
    ['a.n.na+press@gmail.com', 'anna@googlemail.com'],
    ['Anna <anna+x@outlook.com>', 'anna@outlook.com'],
    ['anna@bücher.de', 'anna@xn--bcher-kva.de'],
  ])('%s and %s are one mailbox', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other))
  })

  it.each([
    ['a.nna@example.com', 'anna@example.com'],
    ['anna+x@example.com', 'anna@example.com'],
    ['anna@example.com', 'anna@example.org'],
  ])('%s and %s may be two', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other))
  })
})
