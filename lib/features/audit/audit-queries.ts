import { AUDIT_ACTORS, type AuditActorKind } from '#lib/domain/audit/audit-objects.ts'
import { addDays, startOfLocalDate } from '#lib/domain/local-date.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { pageAt, readPlace, writeCursor } from '../page-cursor.ts'
import type { AuditList } from './audit-list.ts'

export const AUDIT_EVENTS_PER_PAGE = 50
const MOST_MEMBERS = 1_000
const SORT = 'at'

export type AuditRow = Awaited<ReturnType<typeof listAuditEvents>>['rows'][number]

/** A page of the log, newest first, with the names that members go by today. */
export async function listAuditEvents(scope: WorkspaceScope, list: AuditList) {
  authorizeToSee(scope, 'audit.read')
  const page = await pageAt(
    readPlace(list, SORT, 'time'),
    AUDIT_EVENTS_PER_PAGE,
    (place) => {
      const ascends = place?.way === 'before'
      const [side, direction] = ascends ? (['gt', 'asc'] as const) : (['lt', 'desc'] as const)
      const at = place === null ? null : new Date(place.cursor.value ?? 0)
      return database().auditEvent.findMany({
        where: {
          workspaceId: scope.workspaceId,
          AND: [
            auditFilter(scope, list),
            // The first of the two is what an index is walked by, the second is exact.
            at === null ? {} : { at: ascends ? { gte: at } : { lte: at } },
            at === null
              ? {}
              : { OR: [{ at: { [side]: at } }, { at, id: { [side]: place?.cursor.id ?? '' } }] },
          ],
        },
        orderBy: [{ at: direction }, { id: direction }],
        take: AUDIT_EVENTS_PER_PAGE + 1,
      })
    },
    ({ at, id }) => writeCursor(SORT, at, id),
  )
  const names = await namesOf(scope, page.rows)
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      actorKind: row.actorKind as AuditActorKind,
      details: row.details as Record<string, unknown>,
      actorName: names.get(row.actorId ?? '') ?? null,
      objectName: names.get(row.objectId ?? '') ?? null,
    })),
  }
}

/** Everybody who was ever a member here, to choose from: those who left stay in the log. */
export async function listAuditActors(scope: WorkspaceScope) {
  authorizeToSee(scope, 'audit.read')
  return database().member.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_MEMBERS,
    select: { id: true, name: true, leftAt: true },
  })
}

/** The tokens there are and were, to choose from, by what they are called. */
export async function listAuditPrograms(scope: WorkspaceScope) {
  authorizeToSee(scope, 'audit.read')
  return database().apiToken.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_MEMBERS,
    select: { id: true, name: true, member: { select: { name: true } } },
  })
}

/** The log as an address narrows it; days are those of who asks. */
export function auditFilter(
  { timeZone }: Pick<WorkspaceScope, 'timeZone'>,
  {
    who,
    program,
    action,
    object,
    from,
    to,
  }: Pick<AuditList, 'who' | 'program' | 'action' | 'object' | 'from' | 'to'>,
): Prisma.AuditEventWhereInput {
  const isKind = AUDIT_ACTORS.some((kind) => kind === who)
  return {
    ...(who === '' ? {} : isKind ? { actorKind: who } : { actorId: who }),
    ...(program === '' ? {} : { tokenId: program === 'any' ? { not: null } : program }),
    ...(action ? { action } : {}),
    ...(object ? { objectKind: object } : {}),
    at: {
      ...(from ? { gte: startOfLocalDate(from, timeZone) } : {}),
      ...(to ? { lt: startOfLocalDate(addDays(to, 1), timeZone) } : {}),
    },
  }
}

type Named = { actorKind: string; actorId: string | null; objectKind: string; objectId: string | null }

/** What the members in these rows are called today: a row of the log holds ids only. */
export async function namesOf(
  { workspaceId }: Pick<WorkspaceScope, 'workspaceId'>,
  rows: readonly Named[],
): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ actorKind, actorId, objectKind, objectId }) => [
    ...(actorKind === 'member' && actorId ? [actorId] : []),
    ...(objectKind === 'member' && objectId ? [objectId] : []),
  ])
  if (ids.length === 0) return new Map()
  const members = await database().member.findMany({
    where: { workspaceId, id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(members.map(({ id, name }) => [id, name]))
}
