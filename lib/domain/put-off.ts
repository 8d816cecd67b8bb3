import { addDays, daysBetween, type LocalDate, weekdayOf } from './local-date.ts'

/** How something on Today is put out of sight: for the rest of the day, or until a day of one's own choice. */
export const PUT_OFF_CHOICES = ['done', 'tomorrow', 'next-week', 'date'] as const
export type PutOffChoice = (typeof PUT_OFF_CHOICES)[number]

/** Further ahead it is forgotten rather than put off. */
export const MOST_DAYS_PUT_OFF = 366

const MONDAY = 1

/**
 * The first day on which it is shown again, by the member's own calendar: days have no time of day, so summer time cannot
 * bring it back an hour early, and whoever travels sees it again in the morning where they are.
 *
 * @param date what was typed, for the choice "date"; null when nothing was
 * @returns words for the field where the date makes no sense
 */
export function putOffUntil(
  choice: PutOffChoice,
  date: LocalDate | null,
  today: LocalDate,
): { until: LocalDate } | { problem: string } {
  if (choice === 'next-week') return { until: nextMonday(today) }
  if (choice !== 'date') return { until: addDays(today, 1) }
  if (date === null) return { problem: 'Please choose a day.' }
  const days = daysBetween(today, date)
  if (days < 1) return { problem: 'Please choose a day after today.' }
  if (days > MOST_DAYS_PUT_OFF) return { problem: 'Please choose a day within a year.' }
  return { until: date }
}

/** Today's Monday is this week's. */
export function nextMonday(today: LocalDate): LocalDate {
  const daysOn = (MONDAY - weekdayOf(today) + 7) % 7
  return addDays(today, daysOn === 0 ? 7 : daysOn)
}

export type PutOffThing = { until: LocalDate; mark: string }

/** Whether it is still out of sight: its day has not come, and nothing has happened to it since. */
export function isPutOff(putOff: PutOffThing | undefined, mark: string, today: LocalDate): boolean {
  return putOff !== undefined && today < putOff.until && putOff.mark === mark
}
