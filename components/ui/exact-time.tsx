import { written } from './written.ts'

type ExactTimeProps = { then: Date /** IANA name of the reader's zone. */; timeZone: string }

/** "24 Nov 2026, 14:03", with the seconds and the zone on hover: where it matters when exactly something was. */
export function ExactTime({ then, timeZone }: ExactTimeProps) {
  return (
    <time dateTime={then.toISOString()} title={written(then, 'exact', timeZone)}>
      {written(then, 'medium-minutes', timeZone)}
    </time>
  )
}
