import { isTimeZone, type LocalDate, localDateOf, weekdayOf } from './local-date.ts'

/** It goes out from seven o'clock on. Where nothing could be sent all morning, that day goes without. */
export const MORNING_FROM_HOUR = 7
const MORNING_ENDS_HOUR = 11

/**
 * The working day whose morning mail is due now, by the reader's own calendar; null when none is.
 *
 * @param claimedOn the last day that was taken in hand: never twice, and never an earlier one
 */
export function morningMailDue(now: Date, timeZone: string, claimedOn: LocalDate | null): LocalDate | null {
  const today = localDateOf(now, timeZone)
  const weekday = weekdayOf(today)
  if (weekday === 0 || weekday === 6) return null
  const hour = hourOf(now, timeZone)
  if (hour < MORNING_FROM_HOUR || hour >= MORNING_ENDS_HOUR) return null
  return claimedOn === null || claimedOn < today ? today : null
}

function hourOf(moment: Date, timeZone: string): number {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC'
  return Number(
    new Intl.DateTimeFormat('en', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(moment),
  )
}
