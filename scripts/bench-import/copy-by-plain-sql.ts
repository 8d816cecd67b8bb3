import pg from 'pg'
import { settings } from '#lib/server/env.ts'

/** Table, and those of its columns that carry ids of the workspace's own rows. */
const TABLES: [table: string, ids: string[], nulls: string[]][] = [
  ['Prospect', ['id'], ['importBatchId']],
  ['Contact', ['id'], ['importBatchId']],
  ['Channel', ['id', 'contactId'], []],
  ['AddressOrigin', ['id', 'channelId'], []],
  ['Affiliation', ['id', 'prospectId', 'contactId'], []],
]

/** The least an import must do: the same rows into the same tables with their indexes, one statement per table. */
export async function copyByPlainSql(from: string, to: string) {
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  await client.query('BEGIN')
  for (const [table, ids, nulls] of TABLES) {
    const { rows } = await client.query<{ column_name: string }>(
      `SELECT column_name FROM information_schema.columns WHERE table_name = $1 AND is_generated = 'NEVER'`,
      [table],
    )
    const columns = rows.map(({ column_name }) => column_name)
    const values = columns.map((column) => {
      if (column === 'workspaceId') return '$2'
      if (nulls.includes(column)) return 'NULL'
      return ids.includes(column) ? `'c' || "${column}"` : `"${column}"`
    })
    await client.query(
      `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
       SELECT ${values.join(', ')} FROM "${table}" WHERE "workspaceId" = $1`,
      [from, to],
    )
  }
  await client.query('COMMIT')
  await client.end()
}
