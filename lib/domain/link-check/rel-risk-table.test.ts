import { describe, expect, it } from 'vitest'
import { MENTION_PROVENANCES, type MentionProvenance } from '../mention-provenance.ts'
import type { Disclosure } from './disclosure.ts'
import { relRisk } from './rel-risk.ts'

// The truth table: how a mention came about x how its link is marked x what readers are told x whether search engines may
// list the page. Written out by hand; a change of the rule has to be a change of a row that somebody reads.

type Facts = Parameters<typeof relRisk>[1]

const RELS: Readonly<Record<string, Omit<Facts, 'indexable'>>> = {
  plain: { linked: true, followed: true, rel: ['noopener'], pageNofollow: false, mentioned: true },
  nofollow: { linked: true, followed: false, rel: ['nofollow'], pageNofollow: false, mentioned: true },
  sponsored: { linked: true, followed: false, rel: ['sponsored'], pageNofollow: false, mentioned: true },
  ugc: { linked: true, followed: false, rel: ['ugc'], pageNofollow: false, mentioned: true },
  page: { linked: true, followed: false, rel: [], pageNofollow: true, mentioned: true },
  unlinked: { linked: false, followed: false, rel: null, pageNofollow: false, mentioned: true },
  unknown: { linked: null, followed: null, rel: null, pageNofollow: null, mentioned: null },
}
const TOLD: Readonly<Record<string, Disclosure[] | null>> = {
  told: [{ kind: 'gift', words: 'gifted', quote: 'This bag was gifted.' }],
  untold: [],
  unread: null,
}
const INDEXABLE: Readonly<Record<string, boolean | null>> = { open: true, closed: false, unsure: null }

/** rel, readers, then what it comes to on a page that is open to search engines, closed to them, or neither for certain. */
const GIFT = `
  plain     told   | look unmarked-disclosed            | fine unindexed-disclosed          | look unmarked-disclosed
  plain     untold | risk unmarked-undisclosed          | risk unindexed-undisclosed        | risk unmarked-undisclosed
  plain     unread | look unmarked                      | look unindexed                    | look unmarked
  nofollow  told   | fine marked                        | fine marked                       | fine marked
  nofollow  untold | look marked-undisclosed            | look marked-undisclosed           | look marked-undisclosed
  nofollow  unread | fine marked                        | fine marked                       | fine marked
  sponsored told   | fine marked                        | fine marked                       | fine marked
  sponsored untold | look marked-undisclosed            | look marked-undisclosed           | look marked-undisclosed
  sponsored unread | fine marked                        | fine marked                       | fine marked
  ugc       told   | look marked-as-reader              | look marked-as-reader             | look marked-as-reader
  ugc       untold | look marked-as-reader-undisclosed  | look marked-as-reader-undisclosed | look marked-as-reader-undisclosed
  ugc       unread | look marked-as-reader              | look marked-as-reader             | look marked-as-reader
  page      told   | fine marked-for-page               | fine marked-for-page              | fine marked-for-page
  page      untold | look marked-for-page-undisclosed   | look marked-for-page-undisclosed  | look marked-for-page-undisclosed
  page      unread | fine marked-for-page               | fine marked-for-page              | fine marked-for-page
  unlinked  told   | fine no-link                       | fine no-link                      | fine no-link
  unlinked  untold | look gift-undisclosed              | look gift-undisclosed             | look gift-undisclosed
  unlinked  unread | fine no-link                       | fine no-link                      | fine no-link
  unknown   told   | look cannot-tell                   | look cannot-tell                  | look cannot-tell
  unknown   untold | look cannot-tell                   | look cannot-tell                  | look cannot-tell
  unknown   unread | look cannot-tell                   | look cannot-tell                  | look cannot-tell`

const PAYMENT = `
  plain     told   | risk unmarked-disclosed            | look unindexed-disclosed          | risk unmarked-disclosed
  plain     untold | risk unmarked-undisclosed          | risk unindexed-undisclosed        | risk unmarked-undisclosed
  plain     unread | risk unmarked                      | look unindexed                    | risk unmarked
  nofollow  told   | fine marked                        | fine marked                       | fine marked
  nofollow  untold | look marked-undisclosed            | look marked-undisclosed           | look marked-undisclosed
  nofollow  unread | fine marked                        | fine marked                       | fine marked
  sponsored told   | fine marked                        | fine marked                       | fine marked
  sponsored untold | look marked-undisclosed            | look marked-undisclosed           | look marked-undisclosed
  sponsored unread | fine marked                        | fine marked                       | fine marked
  ugc       told   | look marked-as-reader              | look marked-as-reader             | look marked-as-reader
  ugc       untold | look marked-as-reader-undisclosed  | look marked-as-reader-undisclosed | look marked-as-reader-undisclosed
  ugc       unread | look marked-as-reader              | look marked-as-reader             | look marked-as-reader
  page      told   | fine marked-for-page               | fine marked-for-page              | fine marked-for-page
  page      untold | look marked-for-page-undisclosed   | look marked-for-page-undisclosed  | look marked-for-page-undisclosed
  page      unread | fine marked-for-page               | fine marked-for-page              | fine marked-for-page
  unlinked  told   | fine no-link                       | fine no-link                      | fine no-link
  unlinked  untold | look gift-undisclosed              | look gift-undisclosed             | look gift-undisclosed
  unlinked  unread | fine no-link                       | fine no-link                      | fine no-link
  unknown   told   | look cannot-tell                   | look cannot-tell                  | look cannot-tell
  unknown   untold | look cannot-tell                   | look cannot-tell                  | look cannot-tell
  unknown   unread | look cannot-tell                   | look cannot-tell                  | look cannot-tell`

/** Nothing was given for it: however it is marked, that is simply how it is. */
const FREELY = GIFT.replace(/(?:fine|look|risk) [a-z-]+/g, 'fine as-it-is')

const TABLE: Readonly<Record<MentionProvenance, string>> = {
  earned: FREELY,
  sample: GIFT,
  quote: FREELY,
  guest: FREELY,
  listing: FREELY,
  'paid-elsewhere': PAYMENT,
}

const ROWS = MENTION_PROVENANCES.flatMap((provenance) =>
  TABLE[provenance]
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [key = '', ...cells] = line.split('|').map((cell) => cell.trim())
      const [rel = '', told = ''] = key.split(/\s+/)
      return Object.keys(INDEXABLE).map(
        (index, at) => [provenance, rel, told, index, cells[at] ?? ''] as const,
      )
    }),
)

/** What is said of a gift, and what one can do; null: nothing. */
const WORDS: [string, string, string | null][] = [
  [
    'unmarked-disclosed',
    'The page tells its readers about the gift, which is what matters most.',
    'Ask them kindly, once',
  ],
  [
    'unmarked-undisclosed',
    'The link came with a gift, is plain, and Rapport found no word',
    'Look whether the page says it',
  ],
  [
    'unmarked',
    'The link came with a gift and is plain: neither sponsored nor nofollow.',
    'Look whether the page says that',
  ],
  ['unindexed-disclosed', 'The page tells its readers about the gift. Its link is plain, but', null],
  [
    'unindexed-undisclosed',
    'The link came with a gift, and Rapport found no word',
    'Look whether the page says it',
  ],
  [
    'unindexed',
    'The link came with a gift and is plain, on a page that search engines',
    'Look whether the page says that',
  ],
  ['marked', 'The link is marked as it should be for a gift.', null],
  [
    'marked-undisclosed',
    'The link is marked as it should be for a gift. Rapport found no',
    'Look whether the page says it',
  ],
  ['marked-as-reader', 'The link is marked as written by a reader (ugc). For a gift', 'If you talk anyway'],
  [
    'marked-as-reader-undisclosed',
    'The link is marked as written by a reader (ugc), not',
    'Look whether the page says it',
  ],
  ['marked-for-page', 'The link itself is plain, but the whole page asks search engines', null],
  [
    'marked-for-page-undisclosed',
    'The whole page asks search engines not to follow',
    'Look whether the page says it',
  ],
  ['no-link', 'There is no link to mark.', null],
  ['gift-undisclosed', 'The page names you without a link.', 'Look whether the page says it'],
  ['cannot-tell', 'How the link is marked cannot be told from here.', 'Open the page and look'],
]

describe('the risk of a link', () => {
  it.each(ROWS)('%s, %s, %s, %s: %s', (provenance, rel, told, index, expected) => {
    const facts = { ...RELS[rel], indexable: INDEXABLE[index] } as Facts
    const { level, kind } = relRisk(provenance, facts, TOLD[told] ?? null)
    expect(`${level} ${kind}`).toBe(expected)
  })

  it('is told for every combination there is, once', () => {
    const all = MENTION_PROVENANCES.length * Object.keys(RELS).length * Object.keys(TOLD).length * 3
    expect(new Set(ROWS.map((row) => row.slice(0, 4).join(' '))).size).toBe(all)
    expect(ROWS).toHaveLength(all)
    expect(all).toBe(378)
  })

  it.each(WORDS)('%s says: %s', (kind, sentence, inYourHands) => {
    const [, rel, told, index] = ROWS.find((row) => row[0] === 'sample' && row[4].endsWith(` ${kind}`)) ?? []
    const facts = { ...RELS[rel ?? ''], indexable: INDEXABLE[index ?? ''] } as Facts
    const words = relRisk('sample', facts, TOLD[told ?? ''] ?? null)
    expect([words.kind, words.sentence.slice(0, sentence.length)]).toEqual([kind, sentence])
    expect(words.inYourHands?.slice(0, inYourHands?.length) ?? null).toBe(inYourHands)
  })

  it('asks for the words that fit a payment, where it was one', () => {
    expect(
      relRisk('paid-elsewhere', { ...RELS.sponsored, indexable: true } as Facts, []).inYourHands,
    ).toMatch(/such as "this was paid for by \.\.\."/)
  })

  it('says of a gift on a closed page that readers have to be told all the same', () => {
    const facts = { ...RELS.plain, indexable: false } as Facts
    expect(relRisk('sample', facts, [])).toEqual({
      kind: 'unindexed-undisclosed',
      level: 'risk',
      sentence:
        'The link came with a gift, and Rapport found no word to readers about the gift. Search engines are kept away from the page, so the plain link matters little; the law in many places asks all the same that readers are told.',
      inYourHands:
        'Look whether the page says it in words Rapport does not know. If not: ask them kindly to add a line for their readers, such as "this was sent to us by ...". It protects you both.',
    })
  })

  it('says of an earned link on a closed page that its readers find us', () => {
    const facts = { ...RELS.plain, indexable: false } as Facts
    expect(relRisk('earned', facts, null).sentence).toBe(
      'How they mark the link is up to them. Search engines are kept away from the page; its readers find you all the same.',
    )
  })
})
