import ical, { ICalCalendarMethod, ICalEventClass, ICalEventTransparency } from 'ical-generator'
import type { CalendarEvent } from './calendar-events-queries.ts'

const ASK_AGAIN_SECONDS = 60 * 60
const TITLE_CHARACTERS = 200
const MINUTE_MS = 60_000

type Calendar = {
  name: string
  /** The address of the workspace's Today; paths of events follow it. */
  home: string
  events: readonly CalendarEvent[]
  /** When any of it last changed: the same calendar is the same file, byte by byte. */
  changedAt: Date
}

/**
 * The days as iCalendar (RFC 5545) tells them: whole days that keep nobody busy, and hours that do, in UTC, each with one
 * link.
 */
export function calendarFile({ name, home, events, changedAt }: Calendar): string {
  const calendar = ical({
    // The library writes the name as it is, and everything else in the escapes of the format.
    name: oneLine(name).replace(/[\\;,]/g, '\\$&'),
    prodId: { company: 'Rapport', product: 'Today', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: ASK_AGAIN_SECONDS,
  })
  const host = new URL(home).hostname
  for (const { uid, date, title, path, at } of events) {
    calendar.createEvent({
      id: `${uid}@${host}`,
      ...(at
        ? { start: at.start, end: new Date(at.start.getTime() + at.minutes * MINUTE_MS) }
        : { start: new Date(`${date}T00:00:00Z`), allDay: true }),
      stamp: changedAt,
      summary: oneLine(title),
      description: home + path,
      url: home + path,
      transparency: at ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      class: ICalEventClass.PRIVATE,
    })
  }
  return `${calendar.toString().trimEnd()}\r\n`
}

/** Names are what people typed or files brought: no control characters, and no longer than a calendar can show. */
function oneLine(text: string): string {
  return [...text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()].slice(0, TITLE_CHARACTERS).join('')
}
