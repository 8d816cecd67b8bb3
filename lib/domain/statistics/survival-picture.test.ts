import { describe, expect, it } from 'vitest'
import { kaplanMeier } from './kaplan-meier.ts'
import { axisEnd, readingDays, survivalPicture } from './survival-picture.ts'

const box = { width: 100, height: 100, end: 100 }

describe('the picture of what lasts', () => {
  it('goes down where something ended, and is level between', () => {
    const steps = kaplanMeier([
      { time: 20, ended: 1, censored: 0 },
      { time: 60, ended: 0, censored: 3 },
    ])
    const { curve, censored } = survivalPicture(steps, box)
    expect(curve).toBe('M0 0H20V25H60V25')
    expect(censored).toEqual([{ x: 60, y: 25 }])
  })

  it('has a band from the first end on, above and below the curve', () => {
    const steps = kaplanMeier([
      { time: 20, ended: 1, censored: 0 },
      { time: 60, ended: 1, censored: 2 },
    ])
    const { band } = survivalPicture(steps, box)
    expect(band).toMatch(/^M20 [\d.]+H60V[\d.]+H60V[\d.]+H60V[\d.]+H20Z$/)
  })

  it('has no band where nothing ended, and none behind the last of all', () => {
    expect(survivalPicture(kaplanMeier([{ time: 9, ended: 0, censored: 4 }]), box).band).toBe('')
    const all = survivalPicture(kaplanMeier([{ time: 9, ended: 2, censored: 0 }]), box)
    expect(all).toMatchObject({ band: '', curve: 'M0 0H9V100' })
  })

  it.each([
    [[0], 28, [0]],
    [[5], 28, [5]],
    [[28], 28, [7, 28]],
    [[30], 60, [7, 30]],
    [[100], 120, [7, 30, 90, 100]],
    [[800], 1080, [7, 30, 90, 180, 365, 730, 800]],
    [[9000], 9200, [7, 30, 90, 180, 365, 730, 1095, 1825, 2555, 3650, 9000]],
  ])('of lives of %j days ends at %d and is read at %j', ([time = 0], end, days) => {
    const steps = kaplanMeier([{ time, ended: 1, censored: 1 }])
    expect(axisEnd(steps)).toBe(end)
    expect(axisEnd(steps) % 4).toBe(0)
    expect(readingDays(steps)).toEqual(days)
  })
})
