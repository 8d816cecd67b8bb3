import { dayText } from '#lib/domain/calendar-day.ts'
import { localDateOf } from '#lib/domain/local-date.ts'
import type { listDatedWork } from '../contributions/due-queries.ts'
import type { CalendarEvent } from './calendar-events-queries.ts'

/** How long a recording keeps one busy, where nobody says. */
const RECORDING_MINUTES = 60
const NOT_GIVEN_YET = ['planned', 'pitched', 'agreed']
const COMES_OUT = ['agreed', 'handed-in', 'recorded']

/** The days of work with outlets: when it is due, the hour of its recording, when it should come out. */
export function workEvents(
  works: Awaited<ReturnType<typeof listDatedWork>>,
  timeZone: string,
): CalendarEvent[] {
  return works.flatMap(({ id, prospect, state, dueOn, recordingAt, airsOn }): CalendarEvent[] => {
    const path = `/contributions/${id}`
    const isToDo = NOT_GIVEN_YET.includes(state)
    return [
      ...(dueOn && isToDo
        ? [{ uid: `due-${id}`, date: dayText(dueOn), title: `Due: ${prospect.name}`, path }]
        : []),
      ...(recordingAt && isToDo
        ? [
            {
              uid: `recording-${id}`,
              date: localDateOf(recordingAt, timeZone),
              title: `Recording: ${prospect.name}`,
              path: `${path}/prepare`,
              at: { start: recordingAt, minutes: RECORDING_MINUTES },
            },
          ]
        : []),
      ...(airsOn && COMES_OUT.includes(state)
        ? [{ uid: `airs-${id}`, date: dayText(airsOn), title: `Should come out: ${prospect.name}`, path }]
        : []),
    ]
  })
}
