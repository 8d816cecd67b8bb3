const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const LEAST_MS = HOUR_MS
const MOST_MS = 7 * DAY_MS
/** Of a feed nobody can tell anything about yet. */
const UNKNOWN_MS = 6 * HOUR_MS
/** So many of the newest posts tell how often they publish. */
const POSTS_COUNTED = 20
/** Looked at so often between two posts, a new one waits no longer than a third of their usual pause. */
const LOOKS_BETWEEN_POSTS = 3
/** A longer wish is heeded up to here: a ttl is a hint, and many are mistakes. */
const TTL_MOST_MS = DAY_MS
const JITTER_SHARE = 0.1

type Asked = {
  now: Date
  /** When their posts came out, in any order. */
  published: readonly Date[]
  ttlMinutes?: number | null
  skipHours?: readonly number[]
  /** 0 to 1: spreads feeds that were looked at together. */
  jitter?: number
}

/** When to look at a feed again: as often as they publish asks for, at the soonest in an hour and at the latest in a week. */
export function nextFeedLook({ now, published, ttlMinutes, skipHours = [], jitter = 0 }: Asked): Date {
  const ttlMs = Math.min((ttlMinutes ?? 0) * MINUTE_MS, TTL_MOST_MS)
  const wanted = Math.max(bounded(pauseBetweenPosts(published, now) / LOOKS_BETWEEN_POSTS), ttlMs)
  const spread = Math.min(MOST_MS, wanted * (1 + JITTER_SHARE * jitter))
  return outsideOf(skipHours, new Date(now.getTime() + spread))
}

type Failed = {
  now: Date
  /** This failure included, from 1. */
  failedInRow: number
  /** How long their server asked us to stay away. */
  retryAfterMs?: number | null
  jitter?: number
}

/** When to try a feed again that did not come: in an hour, then ever later, up to a week; never before their server asked. */
export function nextFeedTry({ now, failedInRow, retryAfterMs, jitter = 0 }: Failed): Date {
  const backOff = bounded(HOUR_MS * 2 ** Math.min(failedInRow - 1, 10))
  const wait = Math.max(backOff * (1 + JITTER_SHARE * jitter), retryAfterMs ?? 0)
  return new Date(now.getTime() + Math.min(wait, MOST_MS * (1 + JITTER_SHARE)))
}

/**
 * Their usual pause between two posts: the median of the last ones, so that one silent summer does not count. Who has been
 * silent for longer than that is silent now.
 */
function pauseBetweenPosts(published: readonly Date[], now: Date): number {
  const times = published
    .map((date) => date.getTime())
    .filter((time) => time <= now.getTime())
    .sort((a, b) => b - a)
    .slice(0, POSTS_COUNTED)
  const [newest] = times
  if (newest === undefined) return UNKNOWN_MS * LOOKS_BETWEEN_POSTS
  const pauses = times
    .slice(1)
    .map((time, at) => (times[at] ?? time) - time)
    .sort((a, b) => a - b)
  const usual = pauses[Math.floor(pauses.length / 2)] ?? 0
  const silence = (now.getTime() - newest) / 2
  return Math.max(usual, silence)
}

function bounded(ms: number): number {
  return Math.min(MOST_MS, Math.max(LEAST_MS, ms))
}

/** The first moment after one that lies in none of these hours of the day (UTC). */
function outsideOf(skipHours: readonly number[], at: Date): Date {
  let moment = at
  for (let tried = 0; tried < 24 && skipHours.includes(moment.getUTCHours()); tried += 1)
    moment = new Date(Math.floor(moment.getTime() / HOUR_MS) * HOUR_MS + HOUR_MS)
  return moment
}
