import { describe, expect, it } from 'vitest'
import { kaplanMeier, type Lifetimes, medianSurvival, survivalAt } from './kaplan-meier.ts'

// Weeks in remission of the 21 children who were given 6-mercaptopurine; a plus means still in remission when last seen.
// E. J. Freireich and others, "The Effect of 6-Mercaptopurine on the Duration of Steroid-induced Remissions in Acute
// Leukemia", Blood 21 (1963), 699-716; the same in J. P. Klein and M. L. Moeschberger, "Survival Analysis: Techniques for
// Censored and Truncated Data", second edition (2003), table 1.1.
const REMISSIONS = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'

// Klein and Moeschberger print shares and standard errors in tables 4.1A and 4.1B. Shares, standard errors and limits of the
// band on the scale of log(-log S) stand in W. N. Venables and B. D. Ripley, "Modern Applied Statistics with S", fourth
// edition (2002), section 13.2, as summary(gehan.surv) has them. Both to three digits: 0.857, 0.0764, 0.620, 0.952.
const ESTIMATES = [
  [6, 21, 3, '0.8571', '0.0764', '0.6197', '0.9516'],
  [7, 17, 1, '0.8067', '0.0869', '0.5631', '0.9228'],
  [10, 15, 1, '0.7529', '0.0963', '0.5032', '0.8894'],
  [13, 12, 1, '0.6902', '0.1068', '0.4316', '0.8491'],
  [16, 11, 1, '0.6275', '0.1141', '0.3675', '0.8049'],
  [22, 7, 1, '0.5378', '0.1282', '0.2678', '0.7468'],
  [23, 6, 1, '0.4482', '0.1346', '0.1881', '0.6801'],
] as const

const steps = kaplanMeier(read(REMISSIONS))

describe('the remissions of 1963', () => {
  it.each(ESTIMATES)(
    'after %d weeks: of %d at risk %d end; %s last, error %s, from %s to %s',
    (time, atRisk, ended, ...figures) => {
      const step = steps.find((each) => each.time === time)
      expect(step).toMatchObject({ atRisk, ended })
      expect([step?.survival, step?.error, step?.low, step?.high].map((value) => value?.toFixed(4))).toEqual(
        figures,
      )
    },
  )

  it('have their median at 23 weeks', () => {
    expect(medianSurvival(steps)).toBe(23)
  })

  it('have a step for times at which nobody relapsed, and the share stays', () => {
    expect(steps.map(({ time }) => time)).toEqual([
      6, 7, 9, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 34, 35,
    ])
    expect(survivalAt(steps, 12)?.survival).toBe(survivalAt(steps, 10)?.survival)
  })

  it('say nothing of a time nobody was watched for', () => {
    expect(survivalAt(steps, 35)?.survival.toFixed(4)).toBe('0.4482')
    expect(survivalAt(steps, 36)).toBeNull()
  })

  it('have a band that holds the share and stays between nothing and all', () => {
    for (const { survival, low, high } of steps) {
      expect(low).toBeGreaterThan(0)
      expect(low).toBeLessThan(survival)
      expect(high).toBeGreaterThan(survival)
      expect(high).toBeLessThan(1)
    }
  })
})

describe('the share that lasts', () => {
  it('is all of them before anything ended, without a band', () => {
    const none = kaplanMeier([{ time: 5, ended: 0, censored: 3 }])
    expect(none).toMatchObject([{ survival: 1, error: 0, low: null, high: null }])
    expect(survivalAt(steps, 3)).toMatchObject({ survival: 1, atRisk: 21, low: null })
    expect(medianSurvival(none)).toBeNull()
  })

  it('is the plain share where everybody was watched to the end', () => {
    const all = kaplanMeier(read('1 2 3 4'))
    expect(all.map(({ survival }) => survival)).toEqual([0.75, 0.5, 0.25, 0])
    expect(all.at(-1)).toMatchObject({ error: null, low: null, high: null })
    expect(medianSurvival(all)).toBe(2)
  })

  it('is the same however the rows are ordered or bundled', () => {
    const rows = read(REMISSIONS)
    expect(kaplanMeier(rows.toReversed())).toEqual(steps)
    const bundled = [{ time: 6, ended: 3, censored: 1 }, ...rows.filter(({ time }) => time !== 6)]
    expect(kaplanMeier(bundled)).toEqual(steps)
  })

  it('is nothing where nothing was watched, and refuses what is no lifetime', () => {
    expect(kaplanMeier([])).toEqual([])
    expect(survivalAt([], 0)).toBeNull()
    expect(() => kaplanMeier([{ time: -1, ended: 1, censored: 0 }])).toThrow(RangeError)
    expect(() => kaplanMeier([{ time: Number.NaN, ended: 1, censored: 0 }])).toThrow(RangeError)
  })
})

function read(text: string): Lifetimes[] {
  return text.split(' ').map((word) => ({
    time: Number.parseInt(word, 10),
    ended: word.endsWith('+') ? 0 : 1,
    censored: word.endsWith('+') ? 1 : 0,
  }))
}
