import { readReasons } from '#lib/domain/duplicates/duplicate-reasons.ts'
import type { MergeKind } from '#lib/domain/duplicates/merge-fields.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'

export const PAIRS_PER_PAGE = 25
/** Nobody needs to know how many more there are. */
const MOST_COUNTED = 99
const AFTER = /^(\d{1,6})\.(prospect|contact)\.([0-9a-f-]{36})\.([0-9a-f-]{36})$/
const BEFORE_ALL = [1_000_000, '', '', ''] as const

type PairRow = {
  kind: MergeKind
  oneId: string
  otherId: string
  reasons: unknown
  weight: number
  oneName: string
  otherName: string
  oneKey: string | null
  otherKey: string | null
}

/**
 * Pairs that may be the same, those with the most to say for it first. Both must still be there.
 *
 * @param after what `next` said on the page before; anything else begins at the start
 */
export async function listDuplicatePairs(scope: WorkspaceScope, after = '') {
  authorizeToSee(scope, 'prospects.read')
  const [, w, k, one, other] = AFTER.exec(after) ?? []
  const [weight, kind, oneId, otherId] = w ? [Number(w), k, one, other] : BEFORE_ALL
  const rows = await workspaceSql<PairRow>(database(), scope)`
    SELECT d."kind", d."oneId", d."otherId", d."reasons", d."weight",
           coalesce(p1."name", c1."name") AS "oneName", coalesce(p2."name", c2."name") AS "otherName",
           p1."outletKey" AS "oneKey", p2."outletKey" AS "otherKey"
      FROM "DuplicatePair" d
      LEFT JOIN "Prospect" p1 ON d."kind" = 'prospect' AND p1."workspaceId" = d."workspaceId" AND p1."id" = d."oneId" AND p1."deletedAt" IS NULL
      LEFT JOIN "Prospect" p2 ON d."kind" = 'prospect' AND p2."workspaceId" = d."workspaceId" AND p2."id" = d."otherId" AND p2."deletedAt" IS NULL
      LEFT JOIN "Contact" c1 ON d."kind" = 'contact' AND c1."workspaceId" = d."workspaceId" AND c1."id" = d."oneId" AND c1."deletedAt" IS NULL
      LEFT JOIN "Contact" c2 ON d."kind" = 'contact' AND c2."workspaceId" = d."workspaceId" AND c2."id" = d."otherId" AND c2."deletedAt" IS NULL
     WHERE d."workspaceId" = ${WORKSPACE}
       AND (d."weight", d."kind", d."oneId", d."otherId") < (${weight}, ${kind}, ${oneId}, ${otherId})
       AND coalesce(p1."id", c1."id") IS NOT NULL AND coalesce(p2."id", c2."id") IS NOT NULL
     ORDER BY d."weight" DESC, d."kind" DESC, d."oneId" DESC, d."otherId" DESC
     LIMIT ${PAIRS_PER_PAGE + 1}`
  const page = rows.slice(0, PAIRS_PER_PAGE)
  const people = page.filter((row) => row.kind === 'contact').flatMap((row) => [row.oneId, row.otherId])
  const outlets = await outletsOf(scope, people)
  const last = rows.length > PAIRS_PER_PAGE ? page.at(-1) : undefined
  return {
    pairs: page.map((row) => ({
      kind: row.kind,
      reasons: readReasons(row.reasons),
      one: { id: row.oneId, name: row.oneName, at: row.oneKey ?? outlets.get(row.oneId) ?? '' },
      other: { id: row.otherId, name: row.otherName, at: row.otherKey ?? outlets.get(row.otherId) ?? '' },
    })),
    next: last ? `${last.weight}.${last.kind}.${last.oneId}.${last.otherId}` : null,
  }
}

export type DuplicatePairShown = Awaited<ReturnType<typeof listDuplicatePairs>>['pairs'][number]

/** How many pairs wait for somebody to decide, counted to 99. */
export async function countDuplicatePairs(scope: WorkspaceScope): Promise<number> {
  authorizeToSee(scope, 'prospects.read')
  const [row] = await workspaceSql<{ count: number }>(database(), scope)`
    SELECT ${pairsWaiting(scope)} AS "count" WHERE ${WORKSPACE}::text IS NOT NULL`
  return row?.count ?? 0
}

/** The same as a piece of a query that counts other things too. */
export function pairsWaiting({ workspaceId }: { workspaceId: string }): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (
      SELECT 1 FROM "DuplicatePair" d
       WHERE d."workspaceId" = ${workspaceId}
         AND CASE d."kind"
             WHEN 'prospect' THEN 2 = (SELECT count(*) FROM "Prospect" p WHERE p."workspaceId" = d."workspaceId" AND p."id" IN (d."oneId", d."otherId") AND p."deletedAt" IS NULL)
             ELSE 2 = (SELECT count(*) FROM "Contact" c WHERE c."workspaceId" = d."workspaceId" AND c."id" IN (d."oneId", d."otherId") AND c."deletedAt" IS NULL)
             END
       LIMIT ${MOST_COUNTED}) AS waiting)`
}

/** When the book was last searched, and whether a search is on its way. */
export async function getDuplicateSearch(scope: WorkspaceScope) {
  authorizeToSee(scope, 'prospects.read')
  return database().duplicateSearch.findFirst({
    where: { workspaceId: scope.workspaceId },
    select: { state: true, askedAt: true, finishedAt: true },
  })
}

async function outletsOf(
  { workspaceId }: WorkspaceScope,
  contactIds: string[],
): Promise<Map<string, string>> {
  if (contactIds.length === 0) return new Map()
  const ties = await database().affiliation.findMany({
    where: { workspaceId, contactId: { in: contactIds }, prospect: { deletedAt: null } },
    orderBy: { until: { sort: 'desc', nulls: 'first' } },
    select: { contactId: true, prospect: { select: { name: true } } },
  })
  const byContact = Map.groupBy(ties, (tie) => tie.contactId)
  return new Map(
    [...byContact].map(([id, list]) => [
      id,
      list
        .slice(0, 3)
        .map((tie) => tie.prospect.name)
        .join(', '),
    ]),
  )
}
