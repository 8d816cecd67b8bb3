import { type LocalDate, localDateOf } from '#lib/domain/local-date.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { listOwnPromisesOpen } from '../ledger/promise-queries.ts'
import { listAsksOpen } from '../mentions/ask-queries.ts'
import { listOwnLettersOut } from './letters-out-queries.ts'

/** A day in a member's calendar. `path` stands within the workspace. */
export type CalendarEvent = { uid: string; date: LocalDate; title: string; path: string }

/**
 * What stands in this member's calendar, by days of their own zone: follow-ups of their letters, promises they noted, and the
 * last days on which somebody may be asked for a link. A calendar is copied to many machines: no words of letters and no addresses are in it.
 */
export async function listCalendarEvents(scope: WorkspaceScope): Promise<CalendarEvent[]> {
  authorizeToSee(scope, 'today.read')
  const [letters, asks, promises] = await Promise.all([
    listOwnLettersOut(scope),
    listAsksOpen(scope),
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
  const promised = promises.map(({ id, whose, dueOn, contact, prospect }) => ({
    uid: `promise-${id}`,
    date: dueOn,
    title: `${whose === 'ours' ? 'You promised' : 'Promised to you'}: ${contact?.name ?? prospect.name}`,
    path: `/prospects/${prospect.id}#promises`,
  }))
  return [...followUps, ...lastDays, ...promised].toSorted((a, b) =>
    `${a.date} ${a.uid}`.localeCompare(`${b.date} ${b.uid}`),
  )
}
