import { describe, expect, it } from 'vitest'
import { addressKeyOf, parseWebAddress } from './web-address.ts'

describe('parseWebAddress', () => {
  it.each([
    ['example.com', 'https://example.com/'],
    [' https://example.com/a b ', 'https://example.com/a%20b'],
    ['http://Example.com/Path', 'http://example.com/Path'],
    ['<https://example.com>', 'https://example.com/'],
    ['example.com:8080/x', 'https://example.com:8080/x'],
    ['localhost:3000', 'https://localhost:3000/'],
    ['https://anna:secret@example.com/x', 'https://example.com/x'],
    ['https://example.com/\nx', 'https://example.com/x'],
    ['http:example.com', 'http://example.com/'],
    ['bücher.de/süß', 'https://xn--bcher-kva.de/s%C3%BC%C3%9F'],
  ])('reads %s as %s', (input, url) => {
    expect(parseWebAddress(input)).toMatchObject({ ok: true, url })
  })

  it.each([
    ['javascript:alert(1)', '"javascript:"'],
    ['JaVaScRiPt:alert(1)', '"javascript:"'],
    ['java\tscript:alert(1)', '"javascript:"'],
    ['\u0001javascript:1', '"javascript:"'],
    ['data:text/html,x', '"data:"'],
    ['ftp://example.com', '"ftp:"'],
    ['file:///etc/passwd', '"file:"'],
    ['blob:https://example.com/x', '"blob:"'],
    ['mailto:a@example.com', 'e-mail'],
    ['https://', 'does not look like'],
    ['https://exa mple.com', 'does not look like'],
    ['two words', 'does not look like'],
    ['   ', 'Please paste'],
    [`https://example.com/${'x'.repeat(2_000)}`, 'longer than 2,000'],
  ])('refuses %s', (input, sentence) => {
    const answer = parseWebAddress(input)
    expect(answer.ok ? '' : answer.error).toContain(sentence)
  })

  it('gives people something to read', () => {
    expect(parseWebAddress('https://www.bücher.de/süß?a=1')).toMatchObject({ readable: 'bücher.de/süß?a=1' })
    expect(parseWebAddress('https://example.com/')).toMatchObject({ readable: 'example.com' })
    expect(parseWebAddress('https://example.com/%E2%80%AEgpj')).toMatchObject({
      readable: 'example.com/%E2%80%AEgpj',
    })
  })
})

describe('addressKeyOf', () => {
  it.each([
    ['http://example.com', 'https://www.example.com/'],
    ['https://example.com/post/', 'https://example.com/post'],
    ['https://example.com/post#comments', 'https://example.com/post'],
    ['https://example.com/post?utm_source=x&utm_medium=y', 'https://example.com/post'],
    ['https://example.com/post?fbclid=1&gclid=2', 'https://example.com/post'],
    ['https://example.com/?b=2&a=1', 'https://example.com?a=1&b=2'],
    ['https://example.com:443/post', 'http://example.com:80/post'],
    ['https://example.com/%7eanna', 'https://example.com/~anna'],
    ['EXAMPLE.com/post', 'https://example.com/post'],
    ['https://example.com./post', 'https://example.com/post'],
  ])('%s and %s are one page', (one, other) => {
    expect(addressKeyOf(one)).toBe(addressKeyOf(other))
    expect(addressKeyOf(one)).not.toBeNull()
  })

  it.each([
    ['https://example.com/a', 'https://example.com/b'],
    ['https://example.com/post?p=1', 'https://example.com/post?p=2'],
    ['https://example.com/Post', 'https://example.com/post'],
    ['https://blog.example.com/', 'https://example.com/'],
    ['https://example.com:8080/', 'https://example.com/'],
    ['https://example.com/#!/a', 'https://example.com/#!/b'],
  ])('%s and %s are two pages', (one, other) => {
    expect(addressKeyOf(one)).not.toBe(addressKeyOf(other))
  })

  it('is null for what is no address', () => {
    expect(addressKeyOf('javascript:1')).toBeNull()
  })
})
