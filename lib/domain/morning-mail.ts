import { hourOf, type LocalDate, localDateOf, weekdayOf } from './local-date.ts'
import { isHourQuiet, isQuiet, type QuietHours } from './notifications/quiet-hours.ts'

/** It goes out from seven o'clock on. Where nothing could be sent all morning, that day goes without. */
export const MORNING_FROM_HOUR = 7
/** Whose quiet hours reach into the morning has it within so many hours after them. */
const MORNING_HOURS = 4

/**
 * The working day whose morning mail is due now, by the reader's own calendar; null when none is.
 *
 * @param claimedOn the last day that was taken in hand: never twice, and never an earlier one
 */
export function morningMailDue(
  now: Date,
  timeZone: string,
  claimedOn: LocalDate | null,
  quiet: QuietHours | null = null,
): LocalDate | null {
  const today = localDateOf(now, timeZone)
  const weekday = weekdayOf(today)
  if (weekday === 0 || weekday === 6) return null
  const hour = hourOf(now, timeZone)
  const begins = morningBegins(quiet)
  if (hour < begins || hour >= begins + MORNING_HOURS || isQuiet(now, timeZone, quiet)) return null
  return claimedOn === null || claimedOn < today ? today : null
}

/** The hour from which it may go out: seven, or when quiet hours over that time are done. */
function morningBegins(quiet: QuietHours | null): number {
  const coversSeven = quiet && isHourQuiet(MORNING_FROM_HOUR, quiet)
  return coversSeven && quiet.to > MORNING_FROM_HOUR ? quiet.to : MORNING_FROM_HOUR
}
