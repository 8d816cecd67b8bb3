import type pg from 'pg'

/** Rows of a table as they are stored: values that JSON can say, and moments. Every row has the same columns. */
export type Row = Readonly<Record<string, unknown>>

/**
 * Writes many rows in one statement. Columns a row does not name get their defaults, so a column added to the table later
 * does no harm here.
 */
export async function insertRows(client: pg.ClientBase, table: string, rows: readonly Row[]) {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
    .map((name) => `"${name}"`)
    .join(', ')
  await client.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
    [JSON.stringify(rows)],
  )
}
