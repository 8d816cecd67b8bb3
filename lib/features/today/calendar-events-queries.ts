import { type LocalDate, localDateOf } from '#lib/domain/local-date.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { zoneFormats } from '#lib/domain/zone-formats.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { listDatedWork } from '../contributions/due-queries.ts'
import { listOwnPromisesOpen } from '../ledger/promise-queries.ts'
import { listAsksOpen } from '../mentions/ask-queries.ts'
import { listDeadlines } from '../requests/request-due-queries.ts'
import { listOwnSamplesOut } from '../samples/sample-queries.ts'
import { listOwnLettersOut } from './letters-out-queries.ts'
import { workEvents } from './work-on-calendar.ts'

/** A day in a member's calendar, or an hour of it. `path` stands within the workspace. */
export type CalendarEvent = {
  uid: string
  date: LocalDate
  title: string
  path: string
  /** When it begins, and for how many minutes it keeps one busy; a whole day where it is left out. */
  at?: { start: Date; minutes: number }
}

/**
 * What stands in this member's calendar, by days of their own zone: follow-ups of their letters, the last days on which
 * somebody may be asked for a link, when to think of what they gave, deadlines of requests, work with outlets, and promises
 * they noted. A calendar is copied to many machines: no words of letters and no addresses are in it.
 */
export async function listCalendarEvents(scope: WorkspaceScope): Promise<CalendarEvent[]> {
  authorizeToSee(scope, 'today.read')
  const [letters, asks, samples, deadlines, works, promises] = await Promise.all([
    listOwnLettersOut(scope),
    listAsksOpen(scope),
    listOwnSamplesOut(scope),
    listDeadlines(scope),
    listDatedWork(scope),
    listOwnPromisesOpen(scope),
  ])
  const followUps = letters
    .filter(({ next }) => next === 'follow-up')
    .map(({ id, followUpId, contact, nextAt }) => ({
      uid: `follow-up-${followUpId}`,
      date: localDateOf(nextAt, scope.timeZone),
      title: `Follow up: ${contact.name}`,
      path: `/pitches/${id}`,
    }))
  const lastDays = asks.map(({ id, url, prospect, lastDay }) => ({
    uid: `ask-${id}`,
    date: lastDay,
    title: `Last day to ask: ${prospect?.name ?? readableAddress(url)}`,
    path: `/mentions/${id}`,
  }))
  const gifts = samples.map(({ id, asksAt, item }) => ({
    uid: `sample-${id}`,
    date: localDateOf(asksAt, scope.timeZone),
    title: `Anything come of it? ${item.name}`,
    path: `/samples/${id}`,
  }))
  const requests = deadlines.map(({ id, outlet, deadlineAt }) => ({
    uid: `request-${id}`,
    date: localDateOf(deadlineAt, scope.timeZone),
    title: `Deadline ${hourOf(deadlineAt, scope.timeZone)}: ${outlet || 'a request'}`,
    path: `/requests/${id}`,
  }))
  const work = workEvents(works, scope.timeZone)
  const promised = promises.map(({ id, whose, dueOn, contact, prospect }) => ({
    uid: `promise-${id}`,
    date: dueOn,
    title: `${whose === 'ours' ? 'You promised' : 'Promised to you'}: ${contact?.name ?? prospect.name}`,
    path: `/prospects/${prospect.id}#promises`,
  }))
  return [...followUps, ...lastDays, ...gifts, ...requests, ...work, ...promised].toSorted((a, b) =>
    `${a.date} ${a.uid}`.localeCompare(`${b.date} ${b.uid}`),
  )
}

const hours = zoneFormats('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

function hourOf(at: Date, timeZone: string): string {
  return hours(timeZone).format(at)
}
