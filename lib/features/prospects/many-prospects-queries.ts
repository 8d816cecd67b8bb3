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

/** Notes a change that is about to be made, so that it can be undone; what it was before is noted with each row. */
type Noted = { scope: WorkspaceScope; changeId: string }

/** Gives these prospects a tag more; who has it, or has as many as one may have, stays as they are. */
export function tagMany(tx: Transaction, noted: Noted, ids: string[], tag: string) {
  return changeNoted(
    tx,
    noted,
    Prisma.sql`"tags" = p."tags" || ${tag}::text`,
    Prisma.sql`p."id" = ANY (${ids}) AND cardinality(p."tags") < ${TAGS_MAX} AND NOT p."tags" @> ARRAY[${tag}::text]`,
  )
}

/** Takes a tag, however it is spelled, from these prospects. */
export function untagMany(tx: Transaction, noted: Noted, ids: string[], tag: string) {
  return changeNoted(
    tx,
    noted,
    Prisma.sql`"tags" = ${withoutTag(Prisma.sql`p."tags"`, tag)}`,
    Prisma.sql`p."id" = ANY (${ids}) AND EXISTS (SELECT 1 FROM unnest(p."tags") t WHERE lower(t) = lower(${tag}))`,
  )
}

/** Hands these prospects to somebody, or to nobody. */
export function assignMany(tx: Transaction, noted: Noted, ids: string[], ownerId: string | null) {
  return changeNoted(
    tx,
    noted,
    Prisma.sql`"ownerId" = ${ownerId}::text`,
    Prisma.sql`p."id" = ANY (${ids}) AND p."ownerId" IS DISTINCT FROM ${ownerId}::text`,
  )
}

/** The statement sees the rows as they were before it: that is what it notes. @returns how many changed */
async function changeNoted(tx: Transaction, { scope, changeId }: Noted, set: Prisma.Sql, where: Prisma.Sql) {
  return workspaceSql<{ itemId: string }>(tx, scope)`
    WITH changed AS (
      UPDATE "Prospect" p SET ${set}, "updatedAt" = ${scope.now} WHERE p."workspaceId" = ${WORKSPACE} AND ${where} RETURNING p."id")
    INSERT INTO "ManyChangeRow" ("workspaceId", "changeId", "itemId", "tags", "ownerId")
    SELECT before."workspaceId", ${changeId}, before."id", before."tags", before."ownerId"
      FROM changed JOIN "Prospect" before ON before."id" = changed."id" RETURNING "itemId"`.then(
    (rows) => rows.length,
  )
}

type UndoableChange = { id: string; deed: string; tag: string; ownerId: string | null }

/**
 * Puts back what prospects were before such a change, those that stand as it left them; others stay. Part of a command that
 * has locked them. @returns how many were put back
 */
export async function putManyBack(tx: Transaction, scope: WorkspaceScope, change: UndoableChange) {
  const { deed, tag, ownerId } = change
  const [set, asLeft] =
    deed === 'assign'
      ? [
          Prisma.sql`"ownerId" = r."ownerId"`,
          // Whoever looked after them and left since does not get them back.
          Prisma.sql`p."ownerId" IS NOT DISTINCT FROM ${ownerId}::text AND (r."ownerId" IS NULL OR EXISTS (SELECT 1 FROM "Member" m
            WHERE m."workspaceId" = r."workspaceId" AND m."id" = r."ownerId" AND m."leftAt" IS NULL
              AND m."role" IN ('owner', 'manager', 'writer')))`,
        ]
      : [
          Prisma.sql`"tags" = r."tags"`,
          deed === 'add-tag'
            ? Prisma.sql`p."tags" = r."tags" || ${tag}::text`
            : Prisma.sql`p."tags" = ${withoutTag(Prisma.sql`r."tags"`, tag)}`,
        ]
  const rows = await workspaceSql<{ id: string }>(tx, scope)`
    UPDATE "Prospect" p SET ${set}, "updatedAt" = ${scope.now} FROM "ManyChangeRow" r
     WHERE p."workspaceId" = ${WORKSPACE} AND p."id" = r."itemId" AND p."deletedAt" IS NULL
       AND r."workspaceId" = ${WORKSPACE} AND r."changeId" = ${change.id} AND ${asLeft} RETURNING p."id"`
  return rows.length
}

function withoutTag(tags: Prisma.Sql, tag: string): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT t FROM unnest(${tags}) WITH ORDINALITY x (t, n) WHERE lower(t) <> lower(${tag}) ORDER BY n)`
}
