import { relativeTime } from '#lib/domain/relative-time.ts'

type RelativeTimeProps = { then: Date; now: Date /** IANA name of the reader's zone. */; timeZone: string }

/** "3 days ago", with the exact time on hover, in the reader's zone. */
export function RelativeTime({ then, now, timeZone }: RelativeTimeProps) {
  return (
    <time dateTime={then.toISOString()} title={exactTime(then, timeZone)} className="whitespace-nowrap">
      {relativeTime(then, now, timeZone)}
    </time>
  )
}

function exactTime(then: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long', timeZone }).format(then)
}
