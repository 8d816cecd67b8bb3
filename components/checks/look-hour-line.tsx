import { written } from '#components/ui/written.ts'
import type { getLookHour } from '#lib/features/mentions/look-budget.ts'
import { inDigits } from './count-words.ts'

type LookHourLineProps = { hour: Awaited<ReturnType<typeof getLookHour>>; timeZone: string }

/** What all workspaces together may look at in this hour, in one plain line. */
export function LookHourLine({ hour, timeZone }: LookHourLineProps) {
  const { limit, used, since } = hour
  return (
    <p className="text-sm text-ink-soft">
      {inDigits(limit)} {limit === 1 ? 'look' : 'looks'} an hour for everybody here; {inDigits(used)} used
      since <time dateTime={since.toISOString()}>{clockTime(since, timeZone)}</time>.
    </p>
  )
}

/** "14:00", where the reader is. */
export function clockTime(moment: Date, timeZone: string): string {
  return written(moment, 'clock', timeZone)
}
