import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'

const ROWS_AT_ONCE = 5_000
const OUTLETS_AT_ONCE = 2_000
/** An address of more people than this is a desk's, and says nothing of who they are. */
const MOST_AT_ONE_ADDRESS = 8

type In = Pick<WorkspaceScope, 'workspaceId'>
type Pair = { oneId: string; otherId: string; what: string }

/** Every live prospect's name, in portions, so that the worker's other jobs get a turn. */
export async function allProspectNames({ workspaceId }: In) {
  return inPortions((after) =>
    database().prospect.findMany({
      where: { workspaceId, deletedAt: null, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: ROWS_AT_ONCE,
      select: { id: true, name: true },
    }),
  )
}

/** The people of each outlet that has more than one, some outlets at a time. */
export async function* peopleByOutlet(scope: In): AsyncGenerator<{ id: string; name: string }[][]> {
  let after = ''
  for (;;) {
    const outlets = await workspaceSql<{ prospectId: string; ids: string[]; names: string[] }>(
      database(),
      scope,
    )`
      SELECT a."prospectId", array_agg(c."id" ORDER BY c."id") AS ids, array_agg(c."name" ORDER BY c."id") AS names
        FROM "Affiliation" a
        JOIN "Contact" c ON c."workspaceId" = a."workspaceId" AND c."id" = a."contactId" AND c."deletedAt" IS NULL
       WHERE a."workspaceId" = ${WORKSPACE} AND a."prospectId" > ${after}
       GROUP BY a."prospectId" HAVING count(*) > 1
       ORDER BY a."prospectId" LIMIT ${OUTLETS_AT_ONCE}`
    yield outlets.map(({ ids, names }) => ids.map((id, index) => ({ id, name: names[index] ?? '' })))
    after = outlets.at(-1)?.prospectId ?? ''
    if (outlets.length < OUTLETS_AT_ONCE) return
  }
}

/** Two people of one name, in small letters or large, with mail at one host. */
export function pairsOfOneNameAndMail(scope: In): Promise<Pair[]> {
  return workspaceSql<Pair>(database(), scope)`
    WITH namesakes AS (
      SELECT array_agg(DISTINCT c."id") AS ids, split_part(ch."addressKey", '@', 2) AS what
        FROM "Channel" ch
        JOIN "Contact" c ON c."workspaceId" = ch."workspaceId" AND c."id" = ch."contactId" AND c."deletedAt" IS NULL
       WHERE ch."workspaceId" = ${WORKSPACE} AND ch."deletedAt" IS NULL AND ch."kind" = 'email'
       GROUP BY lower(c."name"), split_part(ch."addressKey", '@', 2)
      HAVING count(DISTINCT c."id") BETWEEN 2 AND ${MOST_AT_ONE_ADDRESS})
    SELECT a AS "oneId", b AS "otherId", n.what FROM namesakes n, unnest(n.ids) a, unnest(n.ids) b WHERE a < b`
}

/** Two people with one address or handle. A form is the outlet's and a place is nobody's. */
export function pairsAtOneAddress(scope: In): Promise<Pair[]> {
  return workspaceSql<Pair>(database(), scope)`
    WITH shared AS (
      SELECT ch."addressKey" AS key, array_agg(DISTINCT ch."contactId") AS ids, min(ch."address") AS what
        FROM "Channel" ch
        JOIN "Contact" c ON c."workspaceId" = ch."workspaceId" AND c."id" = ch."contactId" AND c."deletedAt" IS NULL
       WHERE ch."workspaceId" = ${WORKSPACE} AND ch."deletedAt" IS NULL AND ch."kind" IN ('email', 'dm')
       GROUP BY ch."addressKey"
      HAVING count(DISTINCT ch."contactId") BETWEEN 2 AND ${MOST_AT_ONE_ADDRESS})
    SELECT a AS "oneId", b AS "otherId", s.what FROM shared s, unnest(s.ids) a, unnest(s.ids) b WHERE a < b`
}

/** A live prospect whose own key is written down as another one's alias. */
export function pairsByAlias(scope: In): Promise<Pair[]> {
  return workspaceSql<Pair>(database(), scope)`
    SELECT least(p."id", q."id") AS "oneId", greatest(p."id", q."id") AS "otherId", a."key" AS what
      FROM "OutletAlias" a
      JOIN "Prospect" p ON p."workspaceId" = a."workspaceId" AND p."liveOutletKey" = a."key"
      JOIN "Prospect" q ON q."workspaceId" = a."workspaceId" AND q."id" = a."prospectId" AND q."deletedAt" IS NULL
     WHERE a."workspaceId" = ${WORKSPACE} AND p."id" <> q."id"`
}

/** Pages of a prospect that led to another host, when we read them or looked at them. */
export function pagesThatLedElsewhere(scope: In): Promise<{ prospectId: string; finalUrl: string }[]> {
  return workspaceSql<{ prospectId: string; finalUrl: string }>(database(), scope)`
    SELECT DISTINCT n."prospectId", c."finalUrl" FROM "ReadingNote" n
      JOIN "PageCopy" c ON c."workspaceId" = n."workspaceId" AND c."id" = n."pageCopyId"
     WHERE n."workspaceId" = ${WORKSPACE} AND n."deletedAt" IS NULL AND c."finalUrl" IS NOT NULL
       AND split_part(c."url", '/', 3) <> split_part(c."finalUrl", '/', 3)
    UNION
    SELECT DISTINCT m."prospectId", l."finalUrl" FROM "Mention" m
      JOIN "LinkCheck" l ON l."workspaceId" = m."workspaceId" AND l."mentionId" = m."id" AND l."number" = m."lookCount"
     WHERE m."workspaceId" = ${WORKSPACE} AND m."deletedAt" IS NULL AND m."prospectId" IS NOT NULL
       AND l."finalUrl" IS NOT NULL AND split_part(m."url", '/', 3) <> split_part(l."finalUrl", '/', 3)`
}

async function inPortions<Row extends { id: string }>(portion: (after: string) => Promise<Row[]>) {
  const all: Row[] = []
  for (;;) {
    const rows = await portion(all.at(-1)?.id ?? '')
    for (const row of rows) all.push(row)
    if (rows.length < ROWS_AT_ONCE) return all
  }
}
