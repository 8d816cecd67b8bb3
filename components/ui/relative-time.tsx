import { relativeTime } from '#lib/domain/relative-time.ts'
import { written } from './written.ts'

type RelativeTimeProps = { then: Date; now: Date /** IANA name of the reader's zone. */; timeZone: string }

/** "3 days ago", with the exact time on hover, in the reader's zone and language. */
export function RelativeTime({ then, now, timeZone }: RelativeTimeProps) {
  return (
    <time dateTime={then.toISOString()} title={written(then, 'exact', timeZone)}>
      {relativeTime(then, now, timeZone)}
    </time>
  )
}
