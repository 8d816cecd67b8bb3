import { describe, expect, it } from 'vitest'
import { readableHost } from './idn.ts'

describe('readableHost', () => {
  it.each([
    'bücher.de',
    'mañana.example',
    '例え.テスト',
    'правда.рф',
    'ελλάδα.gr',
    'עברית.example',
    'www.köln-süd.de',
    '点看.com',
  ])('reads back %s', (host) => {
    expect(readableHost(new URL(`http://${host}`).hostname)).toBe(host)
  })

  it.each([
    ['plain hosts', 'example.com'],
    ['a name that mixes scripts to look like another', new URL('http://pаypal.com').hostname],
    ['what is no valid encoding', 'xn--99999999999.com'],
    ['an empty encoding', 'xn--.com'],
    ['an endless label', `xn--${'a'.repeat(5_000)}.com`],
  ])('leaves %s alone', (_, host) => {
    const readable = readableHost(host)
    expect(readable === host || readable === '.com').toBe(true)
  })
})
