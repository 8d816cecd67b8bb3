import type { Transaction } from '#lib/server/database.ts'
import { jsonRows } from '#lib/server/json-rows.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'

type Where = { workspaceId: string; batchId: string }

/** Of one row: the fields ("prospect.name") where the file's value is taken. */
export type RowChoice = { number: number; take: string[] }

/** Writes down what a person chose row by row. Rows that leave nothing to choose stay as they are. */
export async function writeRowChoices(tx: Transaction, where: Where, choices: readonly RowChoice[]) {
  if (choices.length === 0) return
  await workspaceSql(tx, where)`
    UPDATE "ImportRow" i
       SET "take" = ARRAY(SELECT jsonb_array_elements_text(r."take"))
      FROM jsonb_to_recordset(${jsonRows(choices)}::jsonb) AS r("number" int, "take" jsonb)
     WHERE i."workspaceId" = ${WORKSPACE} AND i."batchId" = ${where.batchId} AND i."number" = r."number"
       AND i."differs"`
}
