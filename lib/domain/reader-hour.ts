import { isTimeZone } from './local-date.ts'

const WORKDAY_BEGINS = 8
const WORKDAY_ENDS = 18

/**
 * What time it is where somebody reads, as a suggestion to whoever is about to write. Null where their zone is not known.
 *
 * @returns "It is 3:10 at night there.", and whether people are mostly at work then
 */
export function readerHour(
  now: Date,
  timeZone: string | null,
): { words: string; isWorkingTime: boolean } | null {
  if (timeZone === null || !isTimeZone(timeZone)) return null
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, weekday: 'long', hour: 'numeric', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(now)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  const hour = Number(part('hour'))
  const weekday = part('weekday')
  const isWeekend = weekday === 'Saturday' || weekday === 'Sunday'
  const isWorkingTime = !isWeekend && hour >= WORKDAY_BEGINS && hour < WORKDAY_ENDS
  const day = isWeekend ? `${weekday}, ` : ''
  return { words: `It is ${day}${hour}:${part('minute')} ${partOfDay(hour)} there.`, isWorkingTime }
}

function partOfDay(hour: number): string {
  if (hour < 5 || hour >= 22) return 'at night'
  if (hour < 12) return 'in the morning'
  return hour < 18 ? 'in the afternoon' : 'in the evening'
}
