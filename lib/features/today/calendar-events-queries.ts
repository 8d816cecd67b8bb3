import { type LocalDate, localDateOf } from '#lib/domain/local-date.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { listDatedWork } from '../contributions/due-queries.ts'
import { listAsksOpen } from '../mentions/ask-queries.ts'
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
 * What stands in this member's calendar, by days of their own zone: follow-ups of their letters, work with outlets, and the
 * last days on which somebody may be asked for a link. A calendar is copied to many machines: no words of letters and no addresses are in it.
 */
export async function listCalendarEvents(scope: WorkspaceScope): Promise<CalendarEvent[]> {
  authorizeToSee(scope, 'today.read')
  const [letters, asks, works] = await Promise.all([
    listOwnLettersOut(scope),
    listAsksOpen(scope),
    listDatedWork(scope),
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
  return [...followUps, ...lastDays, ...workEvents(works, scope.timeZone)].toSorted((a, b) =>
    `${a.date} ${a.uid}`.localeCompare(`${b.date} ${b.uid}`),
  )
}
