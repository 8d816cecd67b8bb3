import { describe, expect, it } from 'vitest'
import { readCountry } from './read-country.ts'

describe('a country as people write it', () => {
  it.each([
    ['DE', 'DE'],
    [' de ', 'DE'],
    ['Germany', 'DE'],
    ['UK', 'GB'],
    ['United  Kingdom', 'GB'],
    ['usa', 'US'],
    ['Turkey', 'TR'],
    ['Türkiye', 'TR'],
  ])('%s is %s', (typed, code) => expect(readCountry(typed)).toBe(code))

  it.each(['', 'Narnia', 'constructor', 'XX', 'EU'])('"%s" is none', (typed) =>
    expect(readCountry(typed)).toBeNull(),
  )
})
