import type { ProspectKind } from '#lib/domain/prospect-kinds.ts'
import type { ProspectStage } from '#lib/domain/prospect-stage.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { onListSql } from '../prospects/prospect-filter-queries.ts'
import { readProspectList } from '../prospects/prospect-list.ts'
import type { ExportChoice } from './export-choice.ts'

const ROWS_AT_ONCE = 2_000
/** Ids are short: a search is asked for so many of them at a time. */
const IDS_AT_ONCE = 20_000

export type ExportedProspect = {
  id: string
  kind: ProspectKind
  name: string
  homepage: string
  outletKey: string
  whyCare: string
  note: string
  language: string | null
  tags: string[]
  custom: Record<string, unknown>
  country: string | null
  guidelines: string | null
  guidelinesUrl: string | null
  guidelinesNote: string
  owner: string | null
  notForUsAt: string | null
  notForUsReason: string
  createdAt: string
  lastTouchAt: string | null
  nextTouchOn: string | null
  stage: ProspectStage
  mentionCount: number
  linkedCount: number
}

/** The ids of what an address's list shows, oldest first, some thousands at a time. */
export async function* prospectIds(
  scope: WorkspaceScope,
  { ids, search }: ExportChoice,
): AsyncGenerator<string[]> {
  authorizeToSee(scope, 'exports.run')
  const fits = onListSql(scope, readProspectList(search))
  const ticked = ids ? Prisma.sql`AND p."id" = ANY (${ids}::text[])` : Prisma.empty
  for (let after = ''; ; ) {
    const rows = await workspaceSql<{ id: string }>(database(), scope)`
      SELECT p."id" FROM "Prospect" p
       WHERE p."workspaceId" = ${WORKSPACE} AND p."id" > ${after} AND ${fits} ${ticked}
       ORDER BY p."id" LIMIT ${IDS_AT_ONCE}`
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
      yield rows.slice(at, at + ROWS_AT_ONCE).map(({ id }) => id)
    if (rows.length < IDS_AT_ONCE) return
    after = rows.at(-1)?.id ?? ''
  }
}

/** Rows with all that a file tells of them, some thousands at a time. */
export async function* prospectsToExport(scope: WorkspaceScope, choice: ExportChoice) {
  authorizeToSee(scope, 'exports.run')
  for await (const ids of prospectIds(scope, choice)) {
    yield await rowsOf(scope, ids)
  }
}

/** One text for all rows: a hundred thousand rows are read in the time that ten thousand take column by column. */
async function rowsOf(scope: WorkspaceScope, ids: readonly string[]): Promise<ExportedProspect[]> {
  const [answer] = await workspaceSql<{ rows: string }>(database(), scope)`
    SELECT COALESCE(json_agg(r ORDER BY r."id"), '[]')::text AS "rows" FROM (
      SELECT p."id", p."kind", p."name", p."homepage", p."outletKey", p."whyCare", p."note", p."language", p."tags",
             p."custom", p."country", p."guidelines", p."guidelinesUrl", p."guidelinesNote", m."name" AS "owner",
             p."notForUsAt", p."notForUsReason", p."createdAt", p."lastTouchAt", p."nextTouchOn", p."stage",
             p."mentionCount", p."linkedCount"
        FROM "Prospect" p
        LEFT JOIN "Member" m ON m."workspaceId" = p."workspaceId" AND m."id" = p."ownerId"
       WHERE p."workspaceId" = ${WORKSPACE} AND p."id" = ANY (${ids}) AND p."deletedAt" IS NULL) r`
  return JSON.parse(answer?.rows ?? '[]') as ExportedProspect[]
}
