import { zoneFormats } from '#lib/domain/zone-formats.ts'

type ExactTimeProps = { then: Date /** IANA name of the reader's zone. */; timeZone: string }

/** "24 Nov 2026, 14:03", with the seconds and the zone on hover: where it matters when exactly something was. */
export function ExactTime({ then, timeZone }: ExactTimeProps) {
  return (
    <time dateTime={then.toISOString()} title={toTheSecond(timeZone).format(then)}>
      {toTheMinute(timeZone).format(then)}
    </time>
  )
}

const toTheMinute = zoneFormats('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const toTheSecond = zoneFormats('en-GB', { dateStyle: 'full', timeStyle: 'long' })
