import { addDays, localDateOf, startOfLocalDate } from '#lib/domain/local-date.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { type NarrowList, onlyThese } from '../narrow-list.ts'

const MOST_SHOWN = 25
const DEADLINES_AHEAD = 200
const DAY_MS = 24 * 60 * 60 * 1000
/** So long a passed deadline is still a thing to close; after that it stands in the list of late ones. */
const PASSED_FOR_DAYS = 3
/** Most pieces come out within two weeks or not at all. */
export const QUIET_AFTER_DAYS = 14

/** Open requests whose deadline is today or tomorrow by the reader's calendar, or passed some days ago, the nearest first. */
export async function listDueRequests(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'requests.read')
  const { workspaceId, now, timeZone } = scope
  const dayAfterTomorrow = startOfLocalDate(addDays(localDateOf(now, timeZone), 2), timeZone)
  const rows = await database().request.findMany({
    where: {
      ...{ workspaceId, deletedAt: null, state: 'open' },
      deadlineAt: { gt: new Date(now.getTime() - PASSED_FOR_DAYS * DAY_MS), lt: dayAfterTomorrow },
      ...onlyThese(narrow),
    },
    orderBy: [{ deadlineAt: 'asc' }, { id: 'asc' }],
    take: narrow.take ?? MOST_SHOWN,
    select: { id: true, topic: true, outlet: true, deadlineAt: true, body: true },
  })
  return rows.flatMap(({ deadlineAt, ...row }) =>
    deadlineAt ? [{ ...row, deadlineAt, isPassed: deadlineAt <= now }] : [],
  )
}

/** Answered some time ago, and nobody has said what became of it; longest ago first. */
export async function listQuietRequests(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'requests.read')
  const { workspaceId, now } = scope
  return database().request.findMany({
    where: {
      ...{ workspaceId, deletedAt: null, state: 'answered', mentionId: null },
      sentAt: { lte: new Date(now.getTime() - QUIET_AFTER_DAYS * DAY_MS) },
      ...onlyThese(narrow),
    },
    orderBy: [{ deletedAt: 'asc' }, { sentAt: 'asc' }, { id: 'asc' }],
    take: narrow.take ?? MOST_SHOWN,
    select: { id: true, topic: true, outlet: true, sentAt: true },
  })
}

/** Deadlines still to come, for a calendar. */
export async function listDeadlines(scope: WorkspaceScope) {
  authorizeToSee(scope, 'requests.read')
  const rows = await database().request.findMany({
    where: { workspaceId: scope.workspaceId, deletedAt: null, state: 'open', deadlineAt: { gt: scope.now } },
    orderBy: [{ deadlineAt: 'asc' }, { id: 'asc' }],
    take: DEADLINES_AHEAD,
    select: { id: true, outlet: true, deadlineAt: true },
  })
  return rows.flatMap(({ deadlineAt, ...row }) => (deadlineAt ? [{ ...row, deadlineAt }] : []))
}
