import { localDateOf } from '#lib/domain/local-date.ts'
import type { PromiseSide, PromiseState } from '#lib/domain/promises.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import { type NarrowList, onlyThese } from '../narrow-list.ts'
import { cutPage, readPlace, writeCursor } from '../page-cursor.ts'
import type { PromiseList } from './promise-list.ts'

const OPEN_SHOWN = 50
const SETTLED_SHOWN = 20
const MOST_SHOWN = 25
/** A calendar of a year's promises; nobody keeps more than that. */
const MOST_IN_CALENDAR = 500
export const PROMISES_PER_PAGE = 50

export type PromiseRow = ReturnType<typeof told>

/** What is open between us and an outlet, the one due first at the top, and then what was settled last. */
export async function listPromisesOfProspect(scope: WorkspaceScope, prospectId: string) {
  authorizeToSee(scope, 'prospects.read')
  return promisesOf(scope, { prospectId })
}

/** The same between us and a person, wherever they write. */
export async function listPromisesOfContact(scope: WorkspaceScope, contactId: string) {
  authorizeToSee(scope, 'prospects.read')
  return promisesOf(scope, { contactId })
}

/** What is owed both ways where one writes to this person at this outlet: theirs, and what is between us and the outlet alone. */
export async function listPromisesOfConversation(
  scope: WorkspaceScope,
  { contactId, prospectId }: { contactId: string; prospectId: string },
) {
  authorizeToSee(scope, 'prospects.read')
  return promisesOf(scope, { OR: [{ contactId }, { contactId: null, prospectId }] })
}

async function promisesOf(scope: WorkspaceScope, whom: Prisma.PromiseMadeWhereInput) {
  const where = { workspaceId: scope.workspaceId, ...whom, deletedAt: null }
  const db = database()
  const [open, settled] = await Promise.all([
    db.promiseMade.findMany({
      where: { ...where, state: 'open' },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take: OPEN_SHOWN,
      select: PROMISE,
    }),
    db.promiseMade.findMany({
      where: { ...where, state: { not: 'open' } },
      orderBy: [{ settledAt: 'desc' }, { id: 'desc' }],
      take: SETTLED_SHOWN,
      select: PROMISE,
    }),
  ])
  return { open: open.map(told), settled: settled.map(told) }
}

/** A page of all promises: open ones by the day they are due, settled ones from the newest day back. */
export async function listPromises(scope: WorkspaceScope, list: PromiseList) {
  authorizeToSee(scope, 'prospects.read')
  const { state, whose, q } = list
  const sort = state
  const place = readPlace(list, sort, 'text')
  const ascends = (state === 'open') === (place?.way !== 'before')
  const day = place ? new Date(`${place.cursor.value}T00:00:00Z`) : null
  const side = ascends ? 'gt' : 'lt'
  const beyond: Prisma.PromiseMadeWhereInput =
    place && day && !Number.isNaN(day.getTime())
      ? { OR: [{ dueOn: { [side]: day } }, { dueOn: day, id: { [side]: place.cursor.id } }] }
      : {}
  const direction = ascends ? 'asc' : 'desc'
  const rows = await database().promiseMade.findMany({
    where: {
      AND: [beyond, q ? { words: { contains: likeText(q), mode: 'insensitive' } } : {}],
      ...{ workspaceId: scope.workspaceId, deletedAt: null, state },
      ...(whose ? { whose } : {}),
    },
    orderBy: [{ dueOn: direction }, { id: direction }],
    take: PROMISES_PER_PAGE + 1,
    select: PROMISE,
  })
  return cutPage(rows.map(told), PROMISES_PER_PAGE, place, ({ dueOn, id }) => writeCursor(sort, dueOn, id))
}

/** Ours that are due today or overdue, by the calendar of who asks; the longest overdue first. */
export async function listPromisesDue(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'prospects.read')
  return waiting(scope, narrow, { whose: 'ours', dueOn: { lte: todayOf(scope) } })
}

/** Theirs whose day has gone by. Only to be known: they owe us nothing that we would ask for. */
export async function listPromisesOfThemOverdue(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'prospects.read')
  return waiting(scope, narrow, { whose: 'theirs', dueOn: { lt: todayOf(scope) } })
}

/** What this member noted and is still open, for their calendar. */
export async function listOwnPromisesOpen(scope: WorkspaceScope) {
  authorizeToSee(scope, 'prospects.read')
  return waiting(scope, { take: MOST_IN_CALENDAR }, { madeById: scope.memberId })
}

async function waiting(scope: WorkspaceScope, narrow: NarrowList, which: Prisma.PromiseMadeWhereInput) {
  const rows = await database().promiseMade.findMany({
    where: {
      ...{ workspaceId: scope.workspaceId, deletedAt: null, state: 'open' },
      ...which,
      ...onlyThese(narrow),
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: narrow.take ?? MOST_SHOWN,
    select: PROMISE,
  })
  return rows.map(told)
}

/** Promises with these words in them, open ones first, for the command palette. */
export async function searchPromises(scope: WorkspaceScope, words: string, take: number) {
  authorizeToSee(scope, 'prospects.read')
  const rows = await database().promiseMade.findMany({
    where: {
      ...{ workspaceId: scope.workspaceId, deletedAt: null },
      words: { contains: likeText(words), mode: 'insensitive' },
    },
    orderBy: [{ settledAt: { sort: 'desc', nulls: 'first' } }, { dueOn: 'asc' }, { id: 'asc' }],
    take,
    select: PROMISE,
  })
  return rows.map(told)
}

const PERSON = { select: { id: true, name: true } } as const

const PROMISE = {
  id: true,
  whose: true,
  words: true,
  dueOn: true,
  madeAt: true,
  state: true,
  settledAt: true,
  settledWhy: true,
  pitchId: true,
  prospect: PERSON,
  contact: PERSON,
  madeBy: { select: { name: true } },
  settledBy: { select: { name: true } },
} as const satisfies Prisma.PromiseMadeSelect

function told({ whose, state, dueOn, ...promise }: Prisma.PromiseMadeGetPayload<{ select: typeof PROMISE }>) {
  return {
    ...promise,
    whose: whose as PromiseSide,
    state: state as PromiseState,
    dueOn: dueOn.toISOString().slice(0, 10),
  }
}

/** Today's date as the database keeps dates: midnight, UTC. */
function todayOf({ now, timeZone }: WorkspaceScope): Date {
  return new Date(`${localDateOf(now, timeZone)}T00:00:00Z`)
}
