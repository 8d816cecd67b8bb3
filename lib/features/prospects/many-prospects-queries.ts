import { TAGS_MAX } from '#lib/domain/tags.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { onListSql } from './prospect-filter-queries.ts'
import type { ProspectList } from './prospect-list.ts'

/** How many prospects are on a list, exactly. Asked only where a person asks: it looks at every one of them. */
export async function countProspects(scope: WorkspaceScope, list: ProspectList): Promise<number> {
  authorizeToSee(scope, 'prospects.read')
  const [row] = await workspaceSql<{ n: number }>(database(), scope)`
    SELECT count(*)::int AS n FROM "Prospect" p WHERE p."workspaceId" = ${WORKSPACE} AND ${onListSql(scope, list)}`
  return row?.n ?? 0
}

/** Some prospects of a workspace: ticked ones, or all on a list. */
export type Chosen = { ids: readonly string[] } | { list: ProspectList }

/** The ids of those chosen that are there, at most so many; they are locked, in an order all keep, until the transaction ends. */
export async function lockChosen(tx: Transaction, asker: WorkspaceScope, chosen: Chosen, atMost: number) {
  const these =
    'ids' in chosen
      ? Prisma.sql`p."deletedAt" IS NULL AND p."id" = ANY (${chosen.ids})`
      : onListSql(asker, chosen.list)
  const rows = await workspaceSql<{ id: string }>(tx, asker)`
    SELECT p."id" FROM "Prospect" p WHERE p."workspaceId" = ${WORKSPACE} AND ${these}
     ORDER BY p."id" LIMIT ${atMost} FOR NO KEY UPDATE OF p`
  return rows.map(({ id }) => id)
}

/** Gives these prospects a tag more; who has it, or has as many as one may have, stays as they are. */
export async function tagMany(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  ids: string[],
  tag: string,
) {
  const changed = await workspaceSql<{ id: string }>(tx, { workspaceId })`
    UPDATE "Prospect" p SET "tags" = p."tags" || ${tag}::text, "updatedAt" = ${now}
     WHERE p."workspaceId" = ${WORKSPACE} AND p."id" = ANY (${ids}) AND cardinality(p."tags") < ${TAGS_MAX}
       AND NOT p."tags" @> ARRAY[${tag}::text] RETURNING p."id"`
  return changed.length
}

/** Takes a tag, however it is spelled, from these prospects. */
export async function untagMany(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  ids: string[],
  tag: string,
) {
  const changed = await workspaceSql<{ id: string }>(tx, { workspaceId })`
    UPDATE "Prospect" p
       SET "tags" = ARRAY(SELECT t FROM unnest(p."tags") WITH ORDINALITY x (t, n) WHERE lower(t) <> lower(${tag}) ORDER BY n),
           "updatedAt" = ${now}
     WHERE p."workspaceId" = ${WORKSPACE} AND p."id" = ANY (${ids})
       AND EXISTS (SELECT 1 FROM unnest(p."tags") t WHERE lower(t) = lower(${tag})) RETURNING p."id"`
  return changed.length
}
