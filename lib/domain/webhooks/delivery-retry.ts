const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long after a try that failed the next one follows; the last stands for all later ones. As standardwebhooks.com proposes. */
const PAUSES_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
] as const
/** After this, counted from the first try, nobody expects it any more: it is dead until a person sends it again. */
const GIVE_UP_AFTER_MS = 3 * DAY_MS
/** A receiver that has taken nothing for so long is not asked any more. */
const OFF_AFTER_MS = 5 * DAY_MS
/** So many tries in a row must have failed for one that works to mean "it is back", and not "it dislikes some of them". */
const DOWN_AFTER_TRIES = 3

/** How long deliveries that were settled can be seen, and sent again. */
export const DELIVERIES_KEPT_MS = 30 * DAY_MS
/** How long both secrets sign after a new one was made. */
export const BOTH_SECRETS_MS = DAY_MS

/**
 * When a delivery that failed is tried again; null when it is given up.
 *
 * @param attempts tries so far, this one included
 * @param jitter 0 to 1: up to a tenth is added, so that what failed together does not come back together
 */
export function nextTry({
  attempts,
  firstTriedAt,
  now,
  jitter,
}: {
  attempts: number
  firstTriedAt: Date
  now: Date
  jitter: number
}): Date | null {
  if (now.getTime() - firstTriedAt.getTime() >= GIVE_UP_AFTER_MS) return null
  const pause = PAUSES_MS[Math.min(attempts, PAUSES_MS.length) - 1] ?? PAUSES_MS[0]
  return new Date(now.getTime() + pause * (1 + jitter / 10))
}

/** Whether a webhook is switched off, because nothing has worked for days. */
export function isGivenUp({ failingSince, now }: { failingSince: Date; now: Date }): boolean {
  return now.getTime() - failingSince.getTime() >= OFF_AFTER_MS
}

/** Whether a delivery that worked says that a receiver is back, so that what waits for a later try need not wait. */
export function isBack({ failedInRow }: { failedInRow: number }): boolean {
  return failedInRow >= DOWN_AFTER_TRIES
}
