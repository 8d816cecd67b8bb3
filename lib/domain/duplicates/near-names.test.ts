import { describe, expect, it } from 'vitest'
import { DUPLICATE_REASONS, readReasons, reasonWords, weightOf } from './duplicate-reasons.ts'
import { likenessOf, nameKeyOf, nearPairs, trigramsOf } from './near-names.ts'

describe('the trigrams of a name', () => {
  it('are those of pg_trgm', () => {
    expect([...trigramsOf('Cat & Co')].sort()).toEqual(['  c', ' ca', ' co', 'at ', 'cat', 'co '].sort())
  })

  it.each([
    { one: 'word', other: 'two words', likeness: 4 / 11 },
    { one: 'Northbound', other: 'NORTHBOUND!', likeness: 1 },
    { one: '', other: 'x', likeness: 0 },
  ])('say that "$one" and "$other" are $likeness alike', ({ one, other, likeness }) => {
    expect(likenessOf(one, other)).toBeCloseTo(likeness, 5)
  })
})

describe('the key of a name', () => {
  it.each([
    { one: 'The Northbound Blog', other: 'northbound-blog' },
    { one: 'Café Zoë', other: 'cafe zoe' },
  ])('is one for $one and $other', ({ one, other }) => {
    expect(nameKeyOf(one)).toBe(nameKeyOf(other))
  })

  it('of "The" alone is not nothing', () => {
    expect(nameKeyOf('The')).toBe('the')
  })
})

describe('pairs of near names', () => {
  it('are those that comparing each with each would find', () => {
    const words = ['north', 'south', 'bound', 'light', 'pack', 'trail', 'walks']
    const names = Array.from({ length: 60 }, (_, n) => ({
      id: `id-${String(n).padStart(2, '0')}`,
      name: `${words[n % 7]}${words[(n * 3) % 7]} ${words[(n * 5 + 1) % 7]}${n % 4 ? '' : 's'}`,
    }))
    const slow = names.flatMap((one, index) =>
      names
        .slice(index + 1)
        .flatMap((other) => (likenessOf(one.name, other.name) >= 0.75 ? [`${one.id} ${other.id}`] : [])),
    )
    const fast = [...nearPairs(names)].flat().map(({ oneId, otherId }) => `${oneId} ${otherId}`)
    expect(slow.length).toBeGreaterThan(5)
    expect(fast.sort()).toEqual(slow.sort())
  })
})

describe('reasons', () => {
  it('have one plain sentence each, and weigh more together', () => {
    for (const kind of DUPLICATE_REASONS)
      expect(reasonWords({ kind, what: 'x.test' })).toMatch(/^[\p{L}x].*\.$/u)
    expect(weightOf([{ kind: 'alias' }, { kind: 'near-name' }])).toBeGreaterThan(
      weightOf([{ kind: 'alias' }]),
    )
  })

  it('that make no sense are left out when read', () => {
    expect(
      readReasons([
        { kind: 'alias', what: 'a.test' },
        { kind: 'nonsense' },
        null,
        { kind: 'near-name', what: 4 },
      ]),
    ).toEqual([{ kind: 'alias', what: 'a.test' }, { kind: 'near-name' }])
    expect(readReasons('nothing')).toEqual([])
  })
})
