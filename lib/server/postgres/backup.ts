import { createReadStream, createWriteStream, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { hashBareStops } from './hash-bare-stops.ts'
import { CATCH_UP } from './older-backups.ts'

const ROWS_AT_ONCE = 500
/** Rows that hold files: each may have some megabytes, and twice that as text. */
const FILES_AT_ONCE = 5
/** So many characters of rows are put in with one statement, or a single row that has more. */
const CHARACTERS_AT_ONCE = 8_000_000
const FORMAT = 'rapport-backup-1'

type Header = { format: string; madeAt: string; migrations: string[]; tables: string[] }

/**
 * Writes every row to one compressed file of JSON lines, all from one moment (a repeatable-read transaction).
 * The embedded PostgreSQL brings no pg_dump, and a server's pg_dump may be of another version; this needs neither.
 *
 * @returns the file's path
 */
export async function backUpDatabase(
  databaseUrl: string,
  backupDir: string,
  now = new Date(),
): Promise<string> {
  mkdirSync(backupDir, { recursive: true, mode: 0o700 })
  const file = path.join(backupDir, `rapport-${now.toISOString().replace(/[:.]/g, '-')}.jsonl.gz`)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const part = `${file}.part`
    await pipeline(Readable.from(lines(client, now)), createGzip(), createWriteStream(part, { mode: 0o600 }))
    renameSync(part, file)
  } finally {
    await client.end()
  }
  return file
}

/**
 * Puts a backup into an empty database that has been migrated to the backup's migrations or later ones.
 *
 * @throws Error when the database already holds people or the file is not a backup.
 */
export async function restoreDatabase(databaseUrl: string, file: string): Promise<{ rows: number }> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    const { rows: existing } = await client.query('SELECT 1 FROM "User" LIMIT 1')
    if (existing.length > 0) throw new Error('This database already holds people. Restore into an empty one.')
    const { loadOrder } = await tablesOf(client)
    const rows = await readRows(client, file, loadOrder)
    await hashBareStops(client)
    await client.query('COMMIT')
    return { rows }
  } finally {
    await client.end()
  }
}

async function* lines(client: pg.Client, now: Date): AsyncGenerator<string> {
  const { loadOrder, withFiles } = await tablesOf(client)
  const { rows: migrations } = await client.query(
    'SELECT migration_name FROM _prisma_migrations ORDER BY started_at',
  )
  const header: Header = {
    format: FORMAT,
    madeAt: now.toISOString(),
    migrations: migrations.map((row) => row.migration_name),
    tables: loadOrder,
  }
  yield `${JSON.stringify(header)}\n`
  for (const table of loadOrder) {
    await client.query(
      `DECLARE rows_of_table CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${quoted(table)} t`,
    )
    const atOnce = withFiles.has(table) ? FILES_AT_ONCE : ROWS_AT_ONCE
    for (;;) {
      const { rows } = await client.query(`FETCH ${atOnce} FROM rows_of_table`)
      if (rows.length === 0) break
      yield rows.map(({ row }) => `${JSON.stringify(table)}\t${row}\n`).join('')
    }
    await client.query('CLOSE rows_of_table')
  }
}

async function readRows(client: pg.Client, file: string, loadOrder: string[]): Promise<number> {
  const input = createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity })
  let header: Header | undefined
  let older: typeof CATCH_UP = []
  let total = 0
  let batch: { table: string; rows: string[]; characters: number } = { table: '', rows: [], characters: 0 }
  const flush = async () => {
    if (batch.rows.length === 0) return
    const table = quoted(batch.table)
    // A column that is newer than the backup gets its default.
    const columns = Object.keys(JSON.parse(batch.rows[0] ?? '{}'))
      .map(quoted)
      .join(', ')
    await client.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)`,
      [`[${batch.rows.join(',')}]`],
    )
    total += batch.rows.length
  }
  for await (const line of input) {
    if (!header) {
      header = readHeader(line)
      older = CATCH_UP.filter(({ migration }) => !header?.migrations.includes(migration))
      for (const sql of older.flatMap(({ before }) => before)) await client.query(sql)
      continue
    }
    const tab = line.indexOf('\t')
    const table = JSON.parse(line.slice(0, tab)) as string
    if (!loadOrder.includes(table))
      throw new Error(`The backup has a table this version does not know: ${table}`)
    const row = line.slice(tab + 1)
    const isFull = batch.rows.length >= ROWS_AT_ONCE || batch.characters + row.length > CHARACTERS_AT_ONCE
    if (table !== batch.table || isFull) {
      await flush()
      batch = { table, rows: [], characters: 0 }
    }
    batch.rows.push(row)
    batch.characters += row.length
  }
  await flush()
  for (const sql of older.flatMap(({ after }) => after)) await client.query(sql)
  if (!header) throw new Error('That file is empty.')
  return total
}

function readHeader(line: string): Header {
  try {
    const header = JSON.parse(line) as Header
    if (header.format === FORMAT) return header
  } catch {
    // falls through to the sentence below
  }
  throw new Error('That file is not a Rapport backup.')
}

/** Our tables, each after those it points to, and which of them hold files; without what triggers write from the others. */
async function tablesOf(client: pg.Client): Promise<{ loadOrder: string[]; withFiles: Set<string> }> {
  const { rows: tables } = await client.query(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'ProspectSearch', 'ProspectValue', 'PitchShingles') ORDER BY 1",
  )
  const { rows: references } = await client.query(
    `SELECT DISTINCT c.relname AS child, p.relname AS parent FROM pg_constraint k
       JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE k.contype = 'f' AND n.nspname = 'public' AND c.oid <> p.oid`,
  )
  const loadOrder: string[] = []
  const waiting = new Set(tables.map((row) => row.name as string))
  while (waiting.size > 0) {
    const ready = [...waiting].filter(
      (name) => !references.some((r) => r.child === name && waiting.has(r.parent)),
    )
    if (ready.length === 0) throw new Error('Tables point to each other in a circle.')
    for (const name of ready) {
      loadOrder.push(name)
      waiting.delete(name)
    }
  }
  const { rows: files } = await client.query(
    "SELECT DISTINCT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'bytea'",
  )
  return { loadOrder, withFiles: new Set(files.map((row) => row.name as string)) }
}

function quoted(table: string): string {
  return `"${table.replaceAll('"', '""')}"`
}
