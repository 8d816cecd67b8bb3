import { writtenDay } from '#components/ui/written.ts'
import { addDays, type LocalDate, localDateOf } from '#lib/domain/local-date.ts'
import { MOST_DAYS_PUT_OFF, nextMonday } from '#lib/domain/put-off.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { LaterDays } from './later-forms.tsx'

/** The days one can put something off until, in words, by the member's own calendar. */
export function laterDays({ now, timeZone }: WorkspaceScope): LaterDays {
  const today = localDateOf(now, timeZone)
  return {
    tomorrow: dayInWords(addDays(today, 1)),
    nextWeek: dayInWords(nextMonday(today)),
    first: addDays(today, 1),
    last: addDays(today, MOST_DAYS_PUT_OFF),
  }
}

/** "Monday 30 November" */
export function dayInWords(date: LocalDate): string {
  return writtenDay(date, 'weekday')
}
