import type pg from 'pg'

/** The first rows of a table, each with its number from 1: something to hang other rows on. */
export function numbered(table: string, most: number): string {
  return `(SELECT "id", row_number() OVER (ORDER BY "id") AS i FROM "${table}" WHERE "workspaceId" = :w LIMIT ${most})`
}

/** Runs SQL in which :w stands for the workspace, :m for its owner, :t for today and :id(…) for an id made of what it names. */
export async function fillWith(
  client: pg.ClientBase,
  { workspaceId, today }: { workspaceId: string; today: Date },
  sql: string,
) {
  await client.query(
    sql
      .replaceAll(/(?<!:):id\(([^()]*)\)/g, `md5(:w || ':' || ($1))::uuid::text`)
      .replaceAll(/(?<!:):w\b/g, `'${workspaceId}'`)
      .replaceAll(
        /(?<!:):m\b/g,
        `(SELECT "id" FROM "Member" WHERE "workspaceId" = '${workspaceId}' AND "role" = 'owner')`,
      )
      .replaceAll(/(?<!:):t\b/g, `timestamptz '${today.toISOString()}'`),
  )
}
