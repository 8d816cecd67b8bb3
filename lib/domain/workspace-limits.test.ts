import { describe, expect, it } from 'vitest'
import { cadenceOf } from './follow-up-cadence.ts'
import { settingsThatHold } from './pitch-gate/pitch-settings.ts'
import { LIMIT_NAMES, LIMITS, limitWords, whyNotLimit } from './workspace-limits.ts'

describe('a limit of a workspace', () => {
  it.each([
    ['fewer first letters a day', 'dailyCap', 5],
    ['no first letters at all', 'dailyCap', 0],
    ['no follow-up', 'maxFollowUps', 0],
    ['two follow-ups, which is the most', 'maxFollowUps', 2],
    ['a follow-up after three working days', 'afterWorkingDays', 3],
    ['half a year between pitches', 'coolingOffDays', 180],
    ['short letters', 'maxWords', 90],
  ] as const)('may be %s', (_, name, value) => {
    expect(whyNotLimit(name, value)).toBeNull()
  })

  it.each([
    ['more first letters a day', 'dailyCap', 16],
    ['three follow-ups', 'maxFollowUps', 3],
    ['a follow-up the day after', 'afterWorkingDays', 1],
    ['a month between pitches', 'coolingOffDays', 30],
    ['long letters', 'maxWords', 201],
    ['half a follow-up', 'maxFollowUps', 0.5],
    ['something that is no number', 'dailyCap', Number.NaN],
  ] as const)('may not be %s, and it is said why', (_, name, value) => {
    expect(whyNotLimit(name, value)).toContain(LIMITS[name].why)
  })

  it('that may be set is one that the gate and the cadence keep', () => {
    for (const name of LIMIT_NAMES)
      for (const value of [LIMITS[name].min, LIMITS[name].max])
        expect([
          name,
          { ...cadenceOf({ [name]: value }), ...settingsThatHold({ [name]: value }) }[name],
        ]).toEqual([name, value])
  })

  it('is by itself what the gate and the cadence take where nothing is set', () => {
    const byItself = { ...cadenceOf({}), ...settingsThatHold({}) }
    for (const name of LIMIT_NAMES) expect([name, byItself[name]]).toEqual([name, LIMITS[name].default])
  })

  it('is said with its unit', () => {
    expect(limitWords('maxFollowUps', 1)).toBe('1 follow-up')
    expect(limitWords('coolingOffDays', 90)).toBe('90 days')
  })
})
