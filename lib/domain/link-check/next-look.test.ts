import { describe, expect, it } from 'vitest'
import { at, look, outcome } from './cases/past-looks.ts'
import { mentionOutcome, type PastLook } from './mention-outcome.ts'
import { nextRoutineLook } from './re-check-schedule.ts'

const HOUR = 3_600_000

describe('the next look', () => {
  it('comes a day after the first that missed it, later by the jitter only', () => {
    const looks = [look(0, 'linked'), look(200, 'lost')]
    expect(outcome(looks).lookAgainAt).toEqual(at(224))
    expect(outcome(looks, 1).lookAgainAt).toEqual(at(225))
    expect(outcome([...looks, look(210, 'lost')]).lookAgainAt).toEqual(at(224))
  })

  it.each<[string, boolean | null, number[]]>([
    ['that may pass', true, [225, 230, 248, 272, 320, 392]],
    ['at a wall, or of a name that leads nowhere', null, [248, 296, 392, 944]],
  ])('comes later and later while the second one ends in a failure %s', (_, transient, next) => {
    const looks = [look(0, 'linked'), look(200, 'lost')]
    const seen = next.map((_hours, count) => {
      const failed = Array.from({ length: count + 1 }, (_x, n) =>
        look(224 - (count - n) / 100, 'could-not-check', { transient }),
      )
      return outcome([...looks, ...failed])
    })
    expect(seen.map(({ lookAgainAt }) => lookAgainAt)).toEqual(next.map(at))
    expect(seen.map(({ kind }) => kind)).toEqual(next.map(() => 'missing-looking-again'))
  })

  it('names its day while a mention is missing, and else none', () => {
    expect(outcome([look(0, 'linked'), look(200, 'lost')]).secondLookAt).toEqual(at(224))
    expect(outcome([look(0, 'linked')]).secondLookAt).toBeNull()
    expect(outcome([look(0, 'linked'), look(200, 'lost'), look(224, 'lost')]).secondLookAt).toBeNull()
  })

  it.each<[string, PastLook[], number | null, number]>([
    ['waits for the time the host asked for', [look(0, 'linked')], 100, 100],
    ['keeps its own time where that is later', [look(0, 'linked')], 3, 24],
    ['waits with the second look too', [look(0, 'linked'), look(200, 'lost')], 240, 240],
    ['waits with the next try after a failure', [look(0, 'could-not-check', { transient: true })], 12, 12],
    ['waits a week at the most', [look(0, 'linked')], 9_000, 168],
    ['asks nobody to wait before the first look', [], 9_000, 0],
    ['comes in its own time where nobody asked', [look(0, 'linked')], null, 24],
  ])('%s', (_, looks, hours, next) => {
    const notBefore = hours === null ? null : at(hours)
    expect(mentionOutcome({ looks, addedAt: at(0), now: at(0), notBefore }).lookAgainAt).toEqual(at(next))
  })

  it.each([
    [1, 1],
    [2, 6],
    [3, 24],
    [4, 24],
    [9, 24],
  ])('after %i failures that may pass comes %i hours later, or with the routine', (failures, hours) => {
    const looks = Array.from({ length: failures }, (_, n) => look(n, 'could-not-check', { transient: true }))
    expect(outcome(looks).lookAgainAt).toEqual(at(failures - 1 + hours))
  })

  it.each<[string, boolean | null, number, number]>([
    ['once, and may pass', true, 1, 1],
    ['four times, and may pass', true, 4, 48],
    ['six times, and may pass', true, 6, 168],
    ['thirty times, and may pass', true, 30, 168],
    ['once, and nobody can say', null, 1, 24],
    ['three times, and nobody can say', null, 3, 168],
    ['five times, and nobody can say', null, 5, 365 * 24],
    ['for good', false, 1, 365 * 24],
  ])(
    'where the last look failed %s, a mention of old is looked at again in its own time',
    (_, transient, failures, hours) => {
      const old = 600 * 24
      const failed = Array.from({ length: failures }, (_x, n) =>
        look(old + n, 'could-not-check', { transient }),
      )
      expect(outcome([look(0, 'linked'), ...failed]).lookAgainAt).toEqual(at(old + failures - 1 + hours))
    },
  )

  it('counts a passing failure by itself, however often the page could not be told before', () => {
    const looks = [1, 2, 3, 4, 5].map((day) =>
      look(day * 24, 'looks-rendered-by-script', { transient: false }),
    )
    expect(outcome([...looks, look(144, 'could-not-check', { transient: true })]).lookAgainAt).toEqual(
      at(145),
    )
  })

  it('keeps to the routine after a failure that will not pass', () => {
    expect(outcome([look(0, 'could-not-check', { transient: null })]).lookAgainAt).toEqual(at(24))
    expect(outcome([look(600 * 24, 'looks-rendered-by-script')]).lookAgainAt).toEqual(at(965 * 24))
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
