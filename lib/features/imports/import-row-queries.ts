import type { Transaction } from '#lib/server/database.ts'
import { jsonRows } from '#lib/server/json-rows.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import type { RowKind, RowPlan } from './import-plan.ts'
import { GUESSED_SITE } from './takeable-fields.ts'

export type NewImportRow = {
  number: number
  line: string
  kind: RowKind
  record: unknown
  plan: RowPlan
  words: string
  differs: boolean
}
type Where = { workspaceId: string; batchId: string }

export async function insertImportRows(tx: Transaction, where: Where, rows: readonly NewImportRow[]) {
  await workspaceSql(tx, where)`
    INSERT INTO "ImportRow" ("workspaceId", "batchId", "number", "line", "kind", "record", "plan", "words", "differs")
    SELECT ${WORKSPACE}, ${where.batchId}, r."number", r."line", r."kind", r."record", r."plan", r."words", r."differs"
      FROM jsonb_to_recordset(${jsonRows(rows)}::jsonb)
        AS r("number" int, "line" text, "kind" text, "record" jsonb, "plan" jsonb, "words" text, "differs" boolean)`
}

/** What became of rows. `applied` is what undoing needs; null where nothing was written. */
export async function settleImportRows(
  tx: Transaction,
  where: Where,
  rows: readonly { number: number; kind: RowKind; applied: RowPlan | null; words: string | null }[],
) {
  if (rows.length === 0) return
  const numbers = rows.map(({ number }) => number)
  // From and to are for the planner: without them it reads the whole batch each time.
  await workspaceSql(tx, where)`
    UPDATE "ImportRow" i
       SET "kind" = r."kind", "applied" = NULLIF(r."applied", 'null'::jsonb), "words" = COALESCE(r."words", i."words")
      FROM jsonb_to_recordset(${jsonRows(rows)}::jsonb) AS r("number" int, "kind" text, "applied" jsonb, "words" text)
     WHERE i."workspaceId" = ${WORKSPACE} AND i."batchId" = ${where.batchId} AND i."number" = r."number"
       AND i."number" BETWEEN ${Math.min(...numbers)}::int AND ${Math.max(...numbers)}::int`
}

/** Fields in which the file says something else than we do, with how many rows say so: "prospect.name". */
export async function countDifferences(
  tx: Transaction,
  where: Where,
): Promise<{ field: string; rows: number }[]> {
  return workspaceSql<{ field: string; rows: number }>(tx, where)`
    SELECT n."noun" || '.' || k."field" AS "field", count(*)::int AS "rows"
      FROM "ImportRow" i,
           unnest(ARRAY['prospect', 'contact', 'mention']) AS n("noun"),
           jsonb_object_keys(COALESCE(i."plan" -> n."noun" -> 'kept', '{}')) AS k("field")
     WHERE i."workspaceId" = ${WORKSPACE} AND i."batchId" = ${where.batchId} AND i."differs"
     GROUP BY 1
     UNION ALL
    SELECT ${GUESSED_SITE}::text, count(*)::int
      FROM "ImportRow" i
     WHERE i."workspaceId" = ${WORKSPACE} AND i."batchId" = ${where.batchId} AND i."differs"
       AND i."plan" -> 'guess' IS NOT NULL
    HAVING count(*) > 0
     ORDER BY 2 DESC, 1`
}
