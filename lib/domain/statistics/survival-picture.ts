import type { SurvivalStep } from './kaplan-meier.ts'

/** Marks at which a curve of days is read. */
const READ_AT_DAYS = [7, 30, 90, 180, 365, 730, 1095, 1825, 2555, 3650] as const

/** The days a table reads a curve at: the usual ones it reaches, and where it ends. */
export function readingDays(steps: readonly SurvivalStep[]): number[] {
  const last = steps.at(-1)?.time ?? 0
  return [...READ_AT_DAYS.filter((days) => days < last), last]
}

/** Where the time axis ends: a round number of days that holds the last step, and parts into quarters. */
export function axisEnd(steps: readonly SurvivalStep[]): number {
  const last = Math.max(1, steps.at(-1)?.time ?? 0)
  return (
    [28, 60, 120, 180, 360, 720, 1080, 1460, 1824, 2920, 3640].find((end) => end >= last) ??
    Math.ceil(last / 400) * 400
  )
}

export type SurvivalPicture = {
  /** SVG path data: the curve, and the band about it (empty where there is none). */
  curve: string
  band: string
  /** Where some were last seen whole. */
  censored: { x: number; y: number }[]
}

/** A curve in steps, drawn into a box: time goes right, all of them are at the top. */
export function survivalPicture(
  steps: readonly SurvivalStep[],
  { width, height, end }: { width: number; height: number; end: number },
): SurvivalPicture {
  const x = (time: number) => rounded((time / end) * width)
  const y = (share: number) => rounded((1 - share) * height)
  const last = steps.at(-1)?.time ?? 0
  let curve = `M0 ${y(1)}`
  for (const { time, survival } of steps) curve += `H${x(time)}V${y(survival)}`
  return {
    curve,
    band: bandPath(steps, last, x, y),
    censored: steps.flatMap(({ time, censored, survival }) =>
      censored > 0 ? [{ x: x(time), y: y(survival) }] : [],
    ),
  }
}

/** Along the upper edge and back along the lower one; an edge holds until the next step. */
function bandPath(
  steps: readonly SurvivalStep[],
  last: number,
  x: (time: number) => number,
  y: (share: number) => number,
): string {
  const known = steps.flatMap(({ time, low, high }) =>
    low === null || high === null ? [] : [{ time, low, high }],
  )
  const first = known[0]
  if (!first) return ''
  // All have ended: the band is not known from there on.
  const until = steps.find(({ survival }) => survival === 0)?.time ?? last
  let path = `M${x(first.time)} ${y(first.high)}`
  for (const { time, high } of known.slice(1)) path += `H${x(time)}V${y(high)}`
  path += `H${x(until)}`
  const back = known.toReversed()
  path += `V${y(back[0]?.low ?? 0)}`
  for (const [at, { time }] of back.entries()) {
    const before = back[at + 1]
    path += `H${x(time)}`
    if (before) path += `V${y(before.low)}`
  }
  return `${path}Z`
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
