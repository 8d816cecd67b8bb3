import { describe, expect, it } from 'vitest'
import { VERDICT_KINDS } from '../link-check/link-verdict.ts'
import { quoteKind, type RequestFacts, requestStanding, STANDING_KINDS, timeLeft } from './request-states.ts'

const now = new Date('2028-05-09T12:00:00Z')
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const kind = (change: Partial<RequestFacts>) =>
  requestStanding({ state: 'open', closedReason: null, deadlineAt: null, outcome: null, now, ...change }).kind

describe('where a request stands', () => {
  it.each<[Partial<RequestFacts>, string]>([
    [{}, 'open'],
    [{ deadlineAt: inHours(49) }, 'open'],
    [{ deadlineAt: inHours(48) }, 'due-soon'],
    [{ deadlineAt: inHours(0) }, 'late'],
    [{ state: 'answered', deadlineAt: inHours(-5) }, 'answered'],
    [{ state: 'answered', outcome: 'not-looked' }, 'found-not-looked'],
    [{ state: 'answered', outcome: 'linked-qualified' }, 'quoted-linked'],
    [{ state: 'closed', closedReason: 'quoted', outcome: 'linked' }, 'quoted-linked'],
    [{ state: 'closed', closedReason: 'quoted', outcome: 'mentioned-unlinked' }, 'quoted-unlinked'],
    [{ state: 'closed', closedReason: 'quoted', outcome: 'featured-not-named' }, 'quoted-not-named'],
    [{ state: 'closed', closedReason: 'quoted', outcome: 'lost' }, 'quoted-cannot-tell'],
    [{ state: 'closed', closedReason: 'quoted' }, 'quoted-cannot-tell'],
    [{ state: 'closed', closedReason: 'not-used', outcome: 'linked' }, 'not-used'],
    [{ state: 'closed', closedReason: 'too-late' }, 'too-late'],
    [{ state: 'closed', closedReason: 'let-be' }, 'let-be'],
  ])('%j: %s', (change, expected) => expect(kind(change)).toBe(expected))

  it('has a kind for whatever a mention comes to', () => {
    for (const outcome of [...VERDICT_KINDS, 'not-looked', 'missing-looking-again'])
      expect(STANDING_KINDS).toContain(quoteKind(outcome))
  })

  it.each([
    [0.5, '30 minutes left'],
    [1, '1 hour left'],
    [3.25, '3 hours and 15 minutes left'],
    [30, '30 hours left'],
    [76, '3 days and 4 hours left'],
    [24 * 9, '9 days left'],
    [-2, 'passed 2 hours ago'],
  ])('in %s hours: %s', (hours, words) => expect(timeLeft(inHours(hours), now)).toBe(words))
})
