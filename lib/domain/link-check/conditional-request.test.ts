import { describe, expect, it } from 'vitest'
import { type LookBefore, lookToStandOn } from './conditional-request.ts'

const NOW = new Date('2026-03-04T12:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 3_600_000)

function look(days: number, more: Partial<LookBefore> = {}): LookBefore {
  return {
    kind: 'fetched',
    at: daysAgo(days),
    verdict: 'linked',
    isUnchanged: false,
    httpStatus: 200,
    isBlanked: false,
    ...more,
  }
}
const unchanged = (days: number) => look(days, { isUnchanged: true, httpStatus: 304 })

describe('the next look may ask only for what changed', () => {
  it.each<[string, LookBefore[], number]>([
    ['after a whole look', [look(1)], 0],
    ['after a whole look and one that found nothing changed', [unchanged(1), look(2)], 1],
    ['after a whole look and two such', [unchanged(1), unchanged(2), look(3)], 2],
    ['up to 30 days after it', [look(29.99)], 0],
    ['after a page that names us without a link', [look(1, { verdict: 'mentioned-unlinked' })], 0],
    ['after a page that does not name us', [look(1, { verdict: 'not-mentioned', httpStatus: 203 })], 0],
  ])('%s', (_, looks, at) => {
    expect(lookToStandOn(looks, NOW)).toBe(looks[at])
  })

  it.each<[string, LookBefore[]]>([
    ['before anybody looked', []],
    ['after three in a row that found nothing changed', [1, 2, 3].map(unchanged).concat(look(4))],
    ['from 30 days after it', [look(30)]],
    ['from 30 days after it, though found unchanged meanwhile', [unchanged(1), look(30)]],
    ['after one that came in the future', [look(-1)]],
    ['after one that could not tell', [look(1, { verdict: 'could-not-check' })]],
    ['after one that script hid', [look(1, { verdict: 'looks-rendered-by-script' })]],
    ['after one that missed the link: lost is never said on a server’s word', [look(1, { verdict: 'lost' })]],
    ['after a page that says "not found" with 200', [look(1, { verdict: 'page-gone' })]],
    ['after an answer that was no page', [look(1, { httpStatus: 404 })]],
    ['after no answer', [look(1, { httpStatus: null })]],
    ['after a person’s own look', [look(1, { kind: 'person' }), look(2)]],
    ['after a saved copy', [look(1, { kind: 'saved-copy' })]],
    ['after a failure that came after the whole look', [look(1, { verdict: 'could-not-check' }), look(2)]],
    ['after an erasure', [look(1, { isBlanked: true })]],
    ['where the whole look is out of sight', [unchanged(1), unchanged(2)]],
  ])('but not %s', (_, looks) => {
    expect(lookToStandOn(looks, NOW)).toBeNull()
  })
})
