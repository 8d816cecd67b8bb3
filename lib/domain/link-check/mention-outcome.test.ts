import { describe, expect, it } from 'vitest'
import type { VerdictKind } from './link-verdict.ts'
import { mentionOutcome, type PastLook } from './mention-outcome.ts'
import { nextRoutineLook } from './re-check-schedule.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 5, 9)
const at = (hours: number) => new Date(START + hours * HOUR)

function look(hours: number, kind: VerdictKind, more: Partial<PastLook> = {}): PastLook {
  return {
    at: at(hours),
    kind,
    linked: kind.startsWith('linked') ? true : kind === 'could-not-check' ? null : false,
    ...more,
  }
}

function outcome(looks: PastLook[], jitter = 0) {
  return mentionOutcome({ looks, addedAt: at(0), now: at(1_000), jitter })
}

describe('a mention comes to', () => {
  it.each<[string, PastLook[], string]>([
    ['nothing yet before anybody looked', [], 'not-looked-yet'],
    ['what one look says', [look(0, 'linked')], 'linked'],
    [
      '"cannot tell" where no look could tell',
      [look(0, 'could-not-check'), look(5, 'could-not-check')],
      'could-not-check',
    ],
    [
      'what was known, however often it cannot be checked',
      [look(0, 'linked'), look(24, 'could-not-check'), look(48, 'looks-rendered-by-script')],
      'linked',
    ],
    ['missing after one look that lost it', [look(0, 'linked'), look(24, 'lost')], 'missing-looking-again'],
    [
      'missing up to a day after',
      [look(0, 'linked'), look(24, 'lost'), look(47.99, 'lost')],
      'missing-looking-again',
    ],
    ['lost from a day after', [look(0, 'linked'), look(24, 'lost'), look(48, 'lost')], 'lost'],
    [
      'lost though a look between could not tell',
      [look(0, 'linked'), look(24, 'lost'), look(30, 'could-not-check'), look(48, 'lost')],
      'lost',
    ],
    [
      'missing again where the link came back between',
      [look(0, 'linked'), look(24, 'lost'), look(30, 'linked'), look(48, 'lost')],
      'missing-looking-again',
    ],
    [
      'linked again after it was lost',
      [look(0, 'linked'), look(24, 'lost'), look(48, 'lost'), look(72, 'linked')],
      'linked',
    ],
    ['missing where the page is gone once', [look(0, 'page-gone')], 'missing-looking-again'],
    ['gone where it is gone twice', [look(0, 'page-gone'), look(24, 'page-gone')], 'page-gone'],
    [
      'what the second look says of a link that went first and a page that went then',
      [look(0, 'linked'), look(24, 'lost'), look(50, 'page-gone')],
      'page-gone',
    ],
    [
      'missing where it only names us and once linked',
      [look(0, 'linked'), look(24, 'mentioned-unlinked')],
      'missing-looking-again',
    ],
    [
      'lost where it only names us twice and once linked',
      [look(0, 'linked'), look(24, 'mentioned-unlinked'), look(48, 'mentioned-unlinked')],
      'lost',
    ],
    [
      'an unlinked mention at once where it never linked',
      [look(0, 'mentioned-unlinked')],
      'mentioned-unlinked',
    ],
    ['a featured page at once', [look(0, 'featured-not-named')], 'featured-not-named'],
    [
      'the newest of the kinds of a link',
      [look(0, 'linked'), look(24, 'linked-qualified')],
      'linked-qualified',
    ],
  ])('%s', (_, looks, kind) => {
    expect(outcome(looks).kind).toBe(kind)
    expect(outcome([...looks].reverse()).kind).toBe(kind)
  })

  it('tells since when it is so', () => {
    expect(outcome([look(0, 'linked'), look(24, 'linked'), look(48, 'could-not-check')])).toMatchObject({
      since: at(0),
      lastLookAt: at(48),
      lastTellingLookAt: at(24),
    })
    expect(outcome([look(0, 'linked'), look(24, 'lost'), look(48, 'page-gone')])).toMatchObject({
      kind: 'page-gone',
      since: at(24),
    })
  })
})

describe('the next look', () => {
  it('comes a day after the first that missed it, later by the jitter only', () => {
    const looks = [look(0, 'linked'), look(200, 'lost')]
    expect(outcome(looks).lookAgainAt).toEqual(at(224))
    expect(outcome(looks, 1).lookAgainAt).toEqual(at(225))
    expect(outcome([...looks, look(210, 'lost')]).lookAgainAt).toEqual(at(224))
  })

  it('comes an hour after a second look that could not tell', () => {
    expect(outcome([look(0, 'linked'), look(200, 'lost'), look(224, 'could-not-check')]).lookAgainAt).toEqual(
      at(225),
    )
  })

  it.each([
    [1, 1],
    [2, 6],
    [3, 24],
    [4, 24],
  ])('after %i failures that may pass comes %i hours later, or with the routine', (failures, hours) => {
    const looks = Array.from({ length: failures }, (_, n) => look(n, 'could-not-check', { transient: true }))
    expect(outcome(looks).lookAgainAt).toEqual(at(failures - 1 + hours))
  })

  it('keeps to the routine after a failure that will not pass', () => {
    expect(outcome([look(0, 'could-not-check', { transient: null })]).lookAgainAt).toEqual(at(24))
  })

  it('is due from its time on', () => {
    const looks = [look(0, 'linked')]
    expect(mentionOutcome({ looks, addedAt: at(0), now: at(23.9) }).isDue).toBe(false)
    expect(mentionOutcome({ looks, addedAt: at(0), now: at(24) }).isDue).toBe(true)
    expect(mentionOutcome({ looks: [], addedAt: at(0), now: at(0) }).isDue).toBe(true)
  })
})

describe('the routine', () => {
  it.each([
    [0, 1],
    [6.9, 1],
    [7, 7],
    [29.9, 7],
    [30, 30],
    [182, 30],
    [183, 91],
    [547, 91],
    [548, 365],
    [3_000, 365],
  ])('at %d days looks again after %d', (age, days) => {
    const lastLookAt = at(age * 24)
    expect(nextRoutineLook({ addedAt: at(0), lastLookAt })).toEqual(
      new Date(lastLookAt.getTime() + days * 24 * HOUR),
    )
    const latest = nextRoutineLook({ addedAt: at(0), lastLookAt, jitter: 1 }).getTime()
    expect(latest - lastLookAt.getTime()).toBeCloseTo(days * 24 * HOUR * 1.1, -1)
  })

  it('begins when the mention was added', () => {
    expect(nextRoutineLook({ addedAt: at(5), lastLookAt: null })).toEqual(at(5))
  })
})
