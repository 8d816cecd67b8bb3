import { describe, expect, it } from 'vitest'
import { examplePitch } from './example-pitch.ts'
import { maskOf, reviewLikeness, shareOf } from './near-copy-rule.ts'
import { prepareText } from './shingles.ts'

const own = examplePitch()
const OTHER_WORDS =
  'quite different things about coastal kitchens and slow mornings in winter where nobody sails and every pot simmers until the evening comes around again'
const review = (body: string, others: string[]) =>
  reviewLikeness({ ...own, body, others: others.map((text, n) => ({ id: `p${n}`, body: text })) })[0]

const letters = (n: number) =>
  `${'abcdefghijklmnopqrstuvwxyz'.charAt(n % 26)}${'abcdefghijklmnopqrstuvwxyz'.charAt(Math.floor(n / 26))}`
/** Words that stand nowhere else; n words hold n - 3 word 4-grams. */
const words = (count: number, mark: string) =>
  Array.from({ length: count }, (_, n) => `${mark}${letters(n)}`).join(' ')

describe('a near copy', () => {
  it('is the same text to somebody else, whatever name, number and address it carries', () => {
    const body = own.body
      .replace('Maria', 'Tom')
      .replace('one to try', '2 to try')
      .concat(' See https://sailcloth.example/1.')
    expect(review(own.body, [body])).toMatchObject({ severity: 'mendable' })
  })

  it('names the pitch and shows the shared sentences', () => {
    const found = review(own.body, [OTHER_WORDS, own.body])
    expect(found?.message).toContain('p1')
    expect(found?.message).toContain('We cut bags from retired sails in a small workshop by the harbour.')
  })

  it('is not told apart by case, quotes, dashes or invisible characters', () => {
    const body = own.body
      .toUpperCase()
      .replaceAll('S', 'S\u200b')
      .replaceAll("'", '’')
      .replaceAll(' ', '\u00a0')
    expect(review(own.body, [body])).toMatchObject({ severity: 'mendable' })
  })

  it.each([
    [100, 'mendable'],
    [50, 'mendable'],
    [49, 'warning'],
    [30, 'warning'],
    [29, undefined],
    [0, undefined],
  ])('with %i of 100 word 4-grams shared is: %s', (shared, severity) => {
    const mine = words(103, 'mine')
    const theirs = `${mine
      .split(' ')
      .slice(0, shared === 0 ? 0 : shared + 3)
      .join(' ')} ${words(110 - shared, 'theirs')}`
    expect(review(mine, [theirs])?.severity).toBe(severity)
  })

  it('takes the share of the shorter text', () => {
    const short = words(40, 'mine')
    const long = `${words(200, 'theirs')} ${short}`
    expect(review(short, [long])?.severity).toBe('mendable')
    expect(review(long, [short])?.severity).toBe('mendable')
  })

  it('does not compare texts with under 20 words left', () => {
    expect(review(words(19, 'mine'), [words(19, 'mine')])).toBeUndefined()
    expect(review(words(20, 'mine'), [words(20, 'mine')])?.severity).toBe('mendable')
    const masked = `Hi Maria,\n\n${words(19, 'mine')} María 12 https://x.example ana@x.example López`
    expect(review(masked, [words(20, 'mine')])).toBeUndefined()
  })

  it('does not count greeting, required lines, signature and the quote', () => {
    const required =
      "I'm Ana Silva from Sailcloth Bags. I found your address on your contact page. If you would rather not hear from me, tell me and I won't write again."
    const quote = `"${own.reading?.quote}"`
    const mine = `Hi Maria,\n\n${words(30, 'mine')} ${quote}\n\n${required}\n\nBest,\nAna Silva\nSailcloth Bags`
    const theirs = `Hi Tom,\n\n${words(30, 'theirs')} ${quote}\n\n${required}\n\nBest,\nAna Silva\nSailcloth Bags`
    expect(review(mine, [theirs])).toBeUndefined()
  })

  it('does not count a signature in the letter, with or without a closing word before it', () => {
    const signature = `Ana Silva
Sailcloth Bags, made by four people and a dog
Bags cut from sails that have seen more weather than any of us ever will
Come and see us sew on the first Saturday of every month`
    for (const closing of ['', 'Best,\n', 'Viele Grüße\n', 'Un saludo,\n']) {
      const letterWith = (mark: string) => `Hi Maria,\n\n${words(32, mark)}.\n\n${closing}${signature}`
      expect(review(letterWith('mine'), [letterWith('theirs')])).toBeUndefined()
    }
  })

  it('counts a paragraph about the shop that stands in every letter', () => {
    const paragraph =
      'We cut bags from retired sails in a small workshop by the harbour and mend them for ever.'
    const letterWith = (mark: string) => `Hi Maria,\n\n${words(25, mark)}.\n\n${paragraph}`
    expect(review(letterWith('mine'), [letterWith('theirs')])).toMatchObject({ severity: 'warning' })
  })

  it('names up to three pitches, the closest first, and what is in both for a screen', () => {
    const half = `${own.body.slice(0, Math.ceil(own.body.length * 0.6))} ${words(60, 'more')}`
    const found = review(own.body, [half, own.body, OTHER_WORDS, own.body, own.body])
    expect(found?.copies?.pitches.map(({ id, percent }) => [id, percent])).toEqual([
      ['p1', 100],
      ['p3', 100],
      ['p4', 100],
    ])
    expect(found?.copies?.sentences).toContain(
      'We cut bags from retired sails in a small workshop by the harbour.',
    )
  })

  it('shows something of what is in both, however scattered', () => {
    const mine = Array.from(
      { length: 4 },
      (_, n) => `${words(10, `same${letters(n)}`)} ${words(16, `mine${letters(n)}`)}.`,
    )
    const theirs = Array.from(
      { length: 4 },
      (_, n) => `${words(10, `same${letters(n)}`)} ${words(12, `yours${letters(n)}`)}.`,
    )
    const found = review(mine.join(' '), [theirs.join(' ')])
    expect(found?.severity).toBe('warning')
    expect(found?.copies?.sentences).toHaveLength(1)
  })

  it('is not an honest second pitch', () => {
    expect(review(own.body, [`Hi Tom,\n\n${OTHER_WORDS} ${OTHER_WORDS}`])).toBeUndefined()
  })

  it('uses texts prepared before', () => {
    const prepared = prepareText(own.body, maskOf(own))
    expect(shareOf(prepared, prepared)).toBe(1)
    const found = reviewLikeness({
      ...own,
      others: [{ id: 'p1', label: 'Tom at Quay Notes', body: '', prepared }],
    })
    expect(found[0]?.message).toContain('Tom at Quay Notes')
  })

  it('is quick beside five hundred other pitches', () => {
    const others = Array.from({ length: 500 }, (_, n) => ({
      id: `${n}`,
      body: own.body.replaceAll(' ', ` ${n} `),
    }))
    // Time of the processor: what else the machine does is no fault of ours.
    const before = process.cpuUsage()
    reviewLikeness({ ...own, others })
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000)
    const prepared = others.map((other) => ({ ...other, prepared: prepareText(other.body, maskOf(own)) }))
    const again = process.cpuUsage()
    reviewLikeness({ ...own, others: prepared })
    expect(process.cpuUsage(again).user / 1000).toBeLessThan(1_000)
  })
})
