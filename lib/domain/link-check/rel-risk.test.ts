import { describe, expect, it } from 'vitest'
import { MENTION_PROVENANCES } from '../mention-provenance.ts'
import type { Disclosure } from './disclosure.ts'
import { relRisk } from './rel-risk.ts'

type Facts = Parameters<typeof relRisk>[1]
const PLAIN: Facts = {
  ...{ linked: true, followed: true, rel: [], pageNofollow: false, mentioned: true },
  indexable: true,
}
const SPONSORED: Facts = { ...PLAIN, followed: false, rel: ['sponsored'] }
const NOFOLLOW: Facts = { ...PLAIN, followed: false, rel: ['nofollow', 'noopener'] }
const UGC: Facts = { ...PLAIN, followed: false, rel: ['ugc'] }
const WHOLE_PAGE: Facts = { ...PLAIN, followed: false, pageNofollow: true }
const UNLINKED: Facts = { ...PLAIN, linked: false, followed: false, rel: null }
const UNKNOWN: Facts = {
  ...{ linked: null, followed: null, rel: null, pageNofollow: null, mentioned: null },
  indexable: null,
}
const TOLD: Disclosure[] = [{ kind: 'gift', words: 'gifted', quote: 'AD | gifted' }]
const UNTOLD: Disclosure[] = []

describe('an earned link', () => {
  it.each([
    ['plain', PLAIN],
    ['nofollow', NOFOLLOW],
    ['sponsored', SPONSORED],
    ['ugc', UGC],
    ['on a page of nofollow', WHOLE_PAGE],
    ['not there', UNLINKED],
  ])('that is %s is simply what it is', (_, facts) => {
    for (const provenance of ['earned', 'quote', 'guest', 'listing', null, undefined] as const)
      expect(relRisk(provenance, facts, UNTOLD)).toMatchObject({
        kind: 'as-it-is',
        level: 'fine',
        inYourHands: null,
      })
  })

  it('that is nofollow is said to be a hint, not worthless', () => {
    expect(relRisk('earned', NOFOLLOW, null).sentence).toBe(
      'The link is marked nofollow. Google treats that as a hint not to count the link. That is simply how they do it.',
    )
  })
})

describe('a link that came with something', () => {
  it.each<[string, 'sample' | 'paid-elsewhere', Facts, Disclosure[] | null, string, string]>([
    ['a gift, plain and told to nobody', 'sample', PLAIN, UNTOLD, 'risk', 'unmarked-undisclosed'],
    ['a gift, plain and told', 'sample', PLAIN, TOLD, 'look', 'unmarked-disclosed'],
    ['a gift, plain, and nobody has read the page', 'sample', PLAIN, null, 'look', 'unmarked'],
    ['a gift, sponsored and told', 'sample', SPONSORED, TOLD, 'fine', 'marked'],
    ['a gift, sponsored, and nobody has read the page', 'sample', SPONSORED, null, 'fine', 'marked'],
    ['a gift, nofollow and told to nobody', 'sample', NOFOLLOW, UNTOLD, 'look', 'marked-undisclosed'],
    ['a gift, marked as by a reader', 'sample', UGC, TOLD, 'look', 'marked-as-reader'],
    ['a gift, on a page of nofollow', 'sample', WHOLE_PAGE, TOLD, 'fine', 'marked-for-page'],
    [
      'a gift, named without a link and told to nobody',
      'sample',
      UNLINKED,
      UNTOLD,
      'look',
      'gift-undisclosed',
    ],
    ['a gift, named without a link and told', 'sample', UNLINKED, TOLD, 'fine', 'no-link'],
    ['a gift, and nothing to be seen', 'sample', UNKNOWN, null, 'look', 'cannot-tell'],
    [
      'a gift, marked on a page that was cut off',
      'sample',
      { ...SPONSORED, followed: null },
      null,
      'fine',
      'marked',
    ],
    ['a payment, plain and told to nobody', 'paid-elsewhere', PLAIN, UNTOLD, 'risk', 'unmarked-undisclosed'],
    ['a payment, plain though told', 'paid-elsewhere', PLAIN, TOLD, 'risk', 'unmarked-disclosed'],
    ['a payment, plain', 'paid-elsewhere', PLAIN, null, 'risk', 'unmarked'],
    ['a payment, sponsored', 'paid-elsewhere', SPONSORED, TOLD, 'fine', 'marked'],
  ])('%s', (_, provenance, facts, disclosures, level, kind) => {
    expect(relRisk(provenance, facts, disclosures)).toMatchObject({ level, kind })
  })

  it('says what is in the user’s hands wherever there is something to do', () => {
    for (const provenance of MENTION_PROVENANCES)
      for (const each of [PLAIN, SPONSORED, NOFOLLOW, UGC, WHOLE_PAGE, UNLINKED, UNKNOWN])
        for (const [disclosures, indexable] of [TOLD, UNTOLD, null].flatMap((told) =>
          [true, false, null].map((is) => [told, is] as const),
        )) {
          const facts = { ...each, indexable }
          const { level, sentence, inYourHands } = relRisk(provenance, facts, disclosures)
          expect(inYourHands === null).toBe(level === 'fine')
          for (const text of [sentence, inYourHands ?? 'Fine.']) {
            expect(text).toMatch(/^[A-Z].*[.]$/s)
            expect(text).not.toMatch(/!|undefined|null|must|worthless|juice/)
          }
        }
  })

  it('asks kindly for a line and a mark where both are missing', () => {
    expect(relRisk('sample', PLAIN, UNTOLD).inYourHands).toBe(
      'Look whether the page says it in words Rapport does not know. If not, ask them kindly to add a line for their readers, and to mark the link as sponsored.',
    )
  })
})
