import { describe, expect, it } from 'vitest'
import { isBack, isGivenUp, nextTry } from './delivery-retry.ts'

const FIRST = new Date('2026-03-04T12:00:00Z')
const hoursOn = (hours: number) => new Date(FIRST.getTime() + hours * 3_600_000)

describe('the next try', () => {
  it.each([
    ['five seconds after the first', 1, 5],
    ['five minutes after the second', 2, 300],
    ['half an hour after the third', 3, 1800],
    ['two hours after the fourth', 4, 7200],
    ['a day after the ninth', 9, 86_400],
    ['a day after any later one', 40, 86_400],
  ])('comes %s', (_words, attempts, seconds) => {
    const next = nextTry({ attempts, firstTriedAt: FIRST, now: FIRST, jitter: 0 })
    expect(next).toEqual(new Date(FIRST.getTime() + seconds * 1000))
  })

  it('is put off by a tenth at most, so that not all come at once', () => {
    const next = nextTry({ attempts: 3, firstTriedAt: FIRST, now: FIRST, jitter: 1 })
    expect(next).toEqual(new Date(FIRST.getTime() + 1980 * 1000))
  })

  it('comes for more than a day, and for three days at most', () => {
    let [now, tries] = [FIRST, 1]
    for (;;) {
      const next = nextTry({ attempts: tries, firstTriedAt: FIRST, now, jitter: 0 })
      if (next === null) break
      now = next
      tries += 1
    }
    expect(now.getTime()).toBeGreaterThanOrEqual(hoursOn(72).getTime())
    expect(now.getTime()).toBeLessThan(hoursOn(96).getTime())
    expect(tries).toBeGreaterThan(8)
  })
})

describe('a webhook', () => {
  it('is switched off once nothing has worked for five days, not before', () => {
    expect(isGivenUp({ failingSince: FIRST, now: hoursOn(119) })).toBe(false)
    expect(isGivenUp({ failingSince: FIRST, now: hoursOn(120) })).toBe(true)
  })

  it('is back when one works after three that did not: one it dislikes is no sign of being away', () => {
    expect([0, 1, 2, 3].map((failedInRow) => isBack({ failedInRow }))).toEqual([false, false, false, true])
  })
})
