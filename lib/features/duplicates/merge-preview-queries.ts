import {
  agree,
  type MergeKind,
  mayKeepBoth,
  mergeFieldsOf,
  type Side,
  saidIn,
  usualSide,
} from '#lib/domain/duplicates/merge-fields.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { listCustomFields } from '../prospects/custom-field-queries.ts'
import { type ChildTable, childWords, countChildren } from './merge-children.ts'
import { findCollisions } from './merge-collisions.ts'

/** One field of two rows, side by side. Equal ones need no choice. */
export type ComparedField = {
  name: string
  label: string
  kept: unknown
  gone: unknown
  isSame: boolean
  mayKeepBoth: boolean
  usual: Side
}

/**
 * What merging two would do, before anything is done: every field side by side, what moves, what the kept one has already,
 * and what stands in the way.
 *
 * @throws NotFound
 */
export async function getMergePreview(
  scope: WorkspaceScope,
  { kind, keptId, goneId }: { kind: MergeKind; keptId: string; goneId: string },
) {
  authorizeToSee(scope, 'prospects.read')
  if (keptId === goneId) throw new NotFound()
  const { workspaceId } = scope
  const [kept, gone, own] = await Promise.all([
    rowOf(workspaceId, kind, keptId),
    rowOf(workspaceId, kind, goneId),
    listCustomFields(scope, kind),
  ])
  const owners = await ownerNames(workspaceId, [kept, gone])
  const shown = (value: unknown, name: string) =>
    name === 'ownerId' && typeof value === 'string' ? (owners.get(value) ?? 'Somebody who has left') : value
  const fields = mergeFieldsOf(kind, own).map(
    (field): ComparedField => ({
      name: field.name,
      label: field.label,
      kept: shown(saidIn(kept, field), field.name),
      gone: shown(saidIn(gone, field), field.name),
      isSame: agree(kept, gone, field),
      mayKeepBoth: mayKeepBoth(kept, gone, field),
      usual: usualSide(kept, gone, field),
    }),
  )
  const pair = { workspaceId, keptId, goneId }
  const { counts, staying } = await inTransaction(async (tx) => ({
    counts: await countChildren(tx, workspaceId, kind, goneId),
    staying: (await findCollisions(tx, kind, pair)).staying,
  }))
  const stays = (name: ChildTable) => staying[name]?.length ?? 0
  const tables = Object.entries(counts) as [ChildTable, number][]
  return {
    kind,
    kept,
    gone,
    fields,
    tags: [...new Set([...kept.tags, ...gone.tags])],
    moves: tables
      .filter(([name, count]) => count > stays(name))
      .map(([name, count]) => childWords(kind, name, count - stays(name))),
    alike: tables
      .filter(([name]) => stays(name) > 0 && name !== 'feedPost')
      .map(([name]) => childWords(kind, name, stays(name))),
    openTwice: await openConversations(workspaceId, kind, [keptId, goneId]),
  }
}

async function rowOf(workspaceId: string, kind: MergeKind, id: string) {
  const where = { workspaceId, id, deletedAt: null }
  const row =
    kind === 'prospect'
      ? await database().prospect.findFirst({ where })
      : await database().contact.findFirst({ where })
  if (!row) throw new NotFound()
  return row
}

async function ownerNames(workspaceId: string, rows: readonly object[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) =>
    'ownerId' in row && typeof row.ownerId === 'string' ? [row.ownerId] : [],
  )
  const members = await database().member.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, name: true },
  })
  return new Map(members.map((member) => [member.id, member.name]))
}

/** The open conversations of two prospects, where each has one: then they cannot be made one yet. */
async function openConversations(workspaceId: string, kind: MergeKind, ids: string[]) {
  if (kind === 'contact') return []
  const open = await database().pitch.findMany({
    where: { workspaceId, openProspectId: { in: ids } },
    select: { id: true, subject: true, prospectId: true, contact: { select: { name: true } } },
  })
  return open.length > 1 ? open : []
}
