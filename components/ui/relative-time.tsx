import { relativeTime } from '#lib/domain/relative-time.ts'
import { zoneFormats } from '#lib/domain/zone-formats.ts'

type RelativeTimeProps = { then: Date; now: Date /** IANA name of the reader's zone. */; timeZone: string }

/** "3 days ago", with the exact time on hover, in the reader's zone. */
export function RelativeTime({ then, now, timeZone }: RelativeTimeProps) {
  return (
    <time dateTime={then.toISOString()} title={exactTime(timeZone).format(then)}>
      {relativeTime(then, now, timeZone)}
    </time>
  )
}

const exactTime = zoneFormats('en-GB', { dateStyle: 'full', timeStyle: 'long' })
