import { localDateOf } from '#lib/domain/local-date.ts'
import { isPutOff } from '#lib/domain/put-off.ts'
import { can } from '#lib/domain/roles.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { TODAY_KINDS, type TodayItem, type TodayKind } from './today-kinds.ts'
import { TODAY_SECTIONS } from './today-sections.ts'

/** So many of one list at most: each is read besides those that are shown. */
export const MOST_PUT_OFF_OF_A_KIND = 100

export type PutOffRow = Awaited<ReturnType<typeof listPutOffRows>>[number]

/** What this member has put off and whose day has not come, newest first; something may have happened to it all the same. */
export async function listPutOffRows(scope: WorkspaceScope) {
  authorizeToSee(scope, 'today.read')
  const { workspaceId, memberId } = scope
  const rows = await database().putOff.findMany({
    where: { workspaceId, memberId, until: { gt: dayOf(localDateOf(scope.now, scope.timeZone)) } },
    orderBy: [{ at: 'desc' }, { itemId: 'asc' }],
    select: { kind: true, itemId: true, mark: true, until: true, how: true, at: true },
  })
  return rows.map(({ kind, until, how, ...row }) => ({
    ...row,
    kind: kind as TodayKind,
    how: how as 'done' | 'later',
    until: until.toISOString().slice(0, 10),
  }))
}

export type PutOffItem = { kind: TodayKind; item: TodayItem; putOff: PutOffRow }

/** The same things as they stand on their lists; what waits for nobody any more, or was changed, is left out. */
export async function listPutOff(scope: WorkspaceScope): Promise<PutOffItem[]> {
  return itemsOf(scope, await listPutOffRows(scope))
}

/** What was put off within the last minutes, to be taken up again: null when nothing was. */
export async function findJustPutOff(
  scope: WorkspaceScope,
  rows: readonly PutOffRow[],
): Promise<PutOffItem | null> {
  const [newest] = rows
  if (!newest || scope.now.getTime() - newest.at.getTime() > JUST_NOW_MS) return null
  const [found] = await itemsOf(scope, [newest])
  return found ?? null
}

const JUST_NOW_MS = 2 * 60 * 1000

async function itemsOf(scope: WorkspaceScope, rows: readonly PutOffRow[]): Promise<PutOffItem[]> {
  const today = localDateOf(scope.now, scope.timeZone)
  const kinds = TODAY_KINDS.filter((kind) => rows.some((row) => row.kind === kind))
  const items = new Map<string, TodayItem>()
  await Promise.all(
    kinds.map(async (kind) => {
      const only = rows.filter((row) => row.kind === kind).map(({ itemId }) => itemId)
      for (const item of await listOf(scope, kind, only)) items.set(`${kind}|${item.id}`, item)
    }),
  )
  return rows.flatMap((putOff) => {
    const item = items.get(`${putOff.kind}|${putOff.itemId}`)
    return item && isPutOff(putOff, item.mark, today) ? [{ kind: putOff.kind, item, putOff }] : []
  })
}

/** Those of a list that have these ids and still stand on it; none for who may not see the list. */
async function listOf(scope: WorkspaceScope, kind: TodayKind, only: string[]): Promise<TodayItem[]> {
  const { needs, list } = TODAY_SECTIONS[kind]
  if (!can(scope.role, needs, scope.grants)) return []
  return list(scope, { only, take: only.length })
}

/** One thing as it stands on its list; null when it does not stand there, or not any more. */
export async function findOnToday(
  scope: WorkspaceScope,
  kind: TodayKind,
  itemId: string,
): Promise<TodayItem | null> {
  authorizeToSee(scope, 'today.read')
  const [item] = await listOf(scope, kind, [itemId])
  return item ?? null
}

/** A date as the database keeps it: midnight, UTC. */
export function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}
