import { readerHour } from '#lib/domain/reader-hour.ts'

/** What time it is where they read: a suggestion, nothing more. */
export function ReaderHour({ now, timeZone }: { now: Date; timeZone: string | null }) {
  const hour = readerHour(now, timeZone)
  if (!hour) return null
  return (
    <p className="mb-3 text-sm text-ink-soft">
      {hour.words}
      {hour.isWorkingTime ? null : ' What comes in during their working day is read sooner.'}
    </p>
  )
}
