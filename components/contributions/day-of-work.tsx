import { writtenDay } from '#components/ui/written.ts'
import { dayText } from '#lib/domain/calendar-day.ts'
import { NEXT_DATE_WORDS, nextDateOf } from '#lib/domain/contributions/next-date.ts'
import { daysBetween, localDateOf } from '#lib/domain/local-date.ts'

/** A day on the calendar, whatever the zone: "3 March 2026". */
export function Day({ date }: { date: string }) {
  return <time dateTime={date}>{writtenDay(date)}</time>
}

type NextDayProps = {
  work: {
    state: string
    dueOn: Date | null
    recordingAt: Date | null
    recordingZone: string | null
    airsOn: Date | null
  }
  now: Date
  timeZone: string
}

/** What comes next with a piece of work, and when: "due 3 March 2026, in 4 days". */
export function NextDay({ work, now, timeZone }: NextDayProps) {
  const next = nextDateOf({ ...work, dueOn: dayText(work.dueOn), airsOn: dayText(work.airsOn) })
  if (!next) return <span className="text-ink-soft">No day yet</span>
  const days = daysBetween(localDateOf(now, timeZone), next.date)
  return (
    <span className={days < 0 ? 'text-careful' : undefined}>
      {NEXT_DATE_WORDS[next.what]} <Day date={next.date} />, {inDays(days)}
    </span>
  )
}

function inDays(days: number): string {
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}
