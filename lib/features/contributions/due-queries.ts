import { asDay } from '#lib/domain/calendar-day.ts'
import { OPEN_STATES } from '#lib/domain/contributions/contribution-states.ts'
import { addDays, localDateOf } from '#lib/domain/local-date.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { type NarrowList, onlyThese } from '../narrow-list.ts'

/** What is due within a week is said a week before: a text takes some evenings. */
const DUE_WITHIN_DAYS = 7
const RECORDING_WITHIN_HOURS = 48
const MOST = 50
const MOST_IN_A_CALENDAR = 300
const CALENDAR_BACK_DAYS = 30
const HOUR_MS = 3_600_000
/** Ours to do still. */
const TO_DO = ['planned', 'pitched', 'agreed']

const shown = { prospect: { select: { name: true } }, contact: { select: { name: true, deletedAt: true } } }

/** Work that is due within a week, or overdue, the most pressing first. */
export async function listWorkDue(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'contributions.read')
  const last = addDays(localDateOf(scope.now, scope.timeZone), DUE_WITHIN_DAYS)
  return database().contribution.findMany({
    where: {
      ...{ workspaceId: scope.workspaceId, deletedAt: null, state: { in: TO_DO } },
      // The next day of work that is ours to do is never after the day it is due: there is an index by it.
      ...{ dueOn: { lte: asDay(last) }, nextOn: { lte: asDay(last) }, ...onlyThese(narrow) },
    },
    orderBy: [{ nextOn: 'asc' }, { id: 'asc' }],
    take: narrow.take ?? MOST,
    include: shown,
  })
}

/** Recordings of today and tomorrow; and those that have been, of which nobody has said how they went. */
export async function listRecordings(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'contributions.read')
  const last = addDays(localDateOf(scope.now, scope.timeZone), DUE_WITHIN_DAYS)
  return database().contribution.findMany({
    where: {
      ...{ workspaceId: scope.workspaceId, deletedAt: null, state: { in: TO_DO } },
      nextOn: { lte: asDay(last) },
      recordingAt: { lte: new Date(scope.now.getTime() + RECORDING_WITHIN_HOURS * HOUR_MS) },
      ...onlyThese(narrow),
    },
    orderBy: [{ nextOn: 'asc' }, { id: 'asc' }],
    take: narrow.take ?? MOST,
    include: shown,
  })
}

/** What stands in a calendar: open work with a day, from a month ago on. */
export async function listDatedWork(scope: WorkspaceScope) {
  authorizeToSee(scope, 'contributions.read')
  const from = asDay(addDays(localDateOf(scope.now, scope.timeZone), -CALENDAR_BACK_DAYS))
  return database().contribution.findMany({
    where: {
      ...{ workspaceId: scope.workspaceId, deletedAt: null, state: { in: [...OPEN_STATES] } },
      OR: [{ dueOn: { gte: from } }, { recordingAt: { gte: from } }, { airsOn: { gte: from } }],
    },
    orderBy: [{ nextOn: 'asc' }, { id: 'asc' }],
    take: MOST_IN_A_CALENDAR,
    include: { prospect: { select: { name: true } } },
  })
}
