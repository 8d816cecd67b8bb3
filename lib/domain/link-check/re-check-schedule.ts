const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** How often a mention is looked at again, by its age in days: link loss is highest early and never ends. */
const STAGES: readonly { upToDays: number; everyDays: number }[] = [
  { upToDays: 7, everyDays: 1 },
  { upToDays: 30, everyDays: 7 },
  { upToDays: 183, everyDays: 30 },
  { upToDays: 548, everyDays: 91 },
  { upToDays: Number.POSITIVE_INFINITY, everyDays: 365 },
]
/** Looks are spread by up to this share of their interval, so that imports do not come back all at once. */
const JITTER_SHARE = 0.1

/**
 * When to look at a mention again in the ordinary course: daily to day 7, weekly to day 30, monthly to month 6,
 * quarterly to month 18, then yearly. `jitter` is a number from 0 to 1 the caller draws; 0 gives the bare schedule.
 */
export function nextRoutineLook({
  addedAt,
  lastLookAt,
  jitter = 0,
}: {
  addedAt: Date
  lastLookAt: Date | null
  jitter?: number
}): Date {
  if (lastLookAt === null) return addedAt
  const age = Math.max(0, lastLookAt.getTime() - addedAt.getTime())
  const stage = STAGES.find(({ upToDays }) => age < upToDays * DAY_MS)
  const interval = (stage?.everyDays ?? 365) * DAY_MS
  return new Date(lastLookAt.getTime() + interval + Math.round(interval * JITTER_SHARE * jitter))
}

/** After a failure that may pass, the next tries come sooner than the routine, each later than the one before. */
export const MAY_PASS_HOURS: readonly number[] = [1, 6, 24, 48, 96, 168]
/** After one that nobody can say of (a wall, a name that does not exist): seldom, since it will mostly be the same again. */
export const MAY_NOT_PASS_HOURS: readonly number[] = [24, 72, 168, 720]

/** When to try again after so many looks in a row that could not tell; the longest wait repeats. */
export function lookAfterFailures({
  lastAt,
  failures,
  hours,
  jitter = 0,
}: {
  lastAt: Date
  failures: number
  hours: readonly number[]
  jitter?: number
}): Date {
  const wait = (hours[failures - 1] ?? hours.at(-1) ?? 0) * HOUR_MS
  return new Date(lastAt.getTime() + wait + Math.round(wait * JITTER_SHARE * jitter))
}
