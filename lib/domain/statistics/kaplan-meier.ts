/** What is known of some that lasted equally long: how many ended then, and how many were last seen whole then. */
export type Lifetimes = { time: number; ended: number; censored: number }

/** The share that outlasts a time, from there to the next step. */
export type SurvivalStep = {
  time: number
  /** Under watch just before. */
  atRisk: number
  ended: number
  /** Last seen whole at this time; they count as at risk here, and no longer after it. */
  censored: number
  survival: number
  /** Greenwood's standard error; null where none can be told, because all have ended. */
  error: number | null
  /** The 95 % band, from the logarithm of the hazard, so that it stays between 0 and 1; null where there is none yet or no more. */
  low: number | null
  high: number | null
}

const Z_95 = 1.959963984540054

/**
 * The product-limit estimate of how long things last, where some were still whole when last seen (E. L. Kaplan and P. Meier,
 * 1958). The variance is Greenwood's (1926); the band is that of log(-log S) (J. D. Kalbfleisch and R. L. Prentice, 1980).
 *
 * A step for each time at which something ended or was last seen, in order. Whoever ends at a time ends before those last
 * seen at it, as usual.
 */
export function kaplanMeier(lifetimes: readonly Lifetimes[]): SurvivalStep[] {
  const times = addedByTime(lifetimes)
  let atRisk = times.reduce((sum, { ended, censored }) => sum + ended + censored, 0)
  let survival = 1
  let greenwood = 0
  return times.map(({ time, ended, censored }) => {
    const watched = atRisk
    survival *= (watched - ended) / watched
    greenwood += ended === 0 ? 0 : ended / (watched * (watched - ended))
    atRisk -= ended + censored
    return { time, atRisk: watched, ended, censored, survival, ...bandOf(survival, greenwood) }
  })
}

/** The share that outlasts `time`: 1 before the first step, null behind the last time anybody was watched. */
export function survivalAt(steps: readonly SurvivalStep[], time: number): SurvivalStep | null {
  const last = steps.at(-1)
  if (!last || time > last.time) return null
  return steps.findLast((step) => step.time <= time) ?? before(steps)
}

/** When the share first comes to a half or less; null where it has not. */
export function medianSurvival(steps: readonly SurvivalStep[]): number | null {
  // A half that is a product of fractions may come out a hair above a half.
  return steps.find(({ survival }) => survival <= 0.5 + 1e-12)?.time ?? null
}

function bandOf(survival: number, greenwood: number): Pick<SurvivalStep, 'error' | 'low' | 'high'> {
  if (survival === 0) return { error: null, low: null, high: null }
  const error = survival * Math.sqrt(greenwood)
  // Nothing has ended yet: there is nothing to tell how far off "all of them" may be.
  if (survival === 1) return { error, low: null, high: null }
  const reach = Math.exp((Z_95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival)))
  return { error, low: survival ** reach, high: survival ** (1 / reach) }
}

function addedByTime(lifetimes: readonly Lifetimes[]): Lifetimes[] {
  const times = new Map<number, Lifetimes>()
  for (const { time, ended, censored } of lifetimes) {
    if (!(time >= 0 && ended >= 0 && censored >= 0)) throw new RangeError(`No lifetime: ${time}`)
    if (ended + censored === 0) continue
    const known = times.get(time) ?? { time, ended: 0, censored: 0 }
    times.set(time, { time, ended: known.ended + ended, censored: known.censored + censored })
  }
  return [...times.values()].sort((a, b) => a.time - b.time)
}

function before(steps: readonly SurvivalStep[]): SurvivalStep | null {
  const first = steps[0]
  if (!first) return null
  return { ...first, time: 0, ended: 0, censored: 0, survival: 1, error: 0, low: null, high: null }
}
