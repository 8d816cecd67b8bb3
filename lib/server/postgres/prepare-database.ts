import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import pg from 'pg'
import { childEnvironment } from '../env.ts'
import { backUpDatabase } from './backup.ts'
import { hashBareStops } from './hash-bare-stops.ts'

const OLDEST_SUPPORTED = 15
const MIGRATION_LOCK = 7_277_001 // any fixed number: two servers starting together migrate one after the other
const projectDir = path.resolve(import.meta.dirname, '..', '..', '..')
const migrationsDir = path.join(projectDir, 'prisma', 'migrations')

/** Why this database cannot be used, as one sentence for the person who runs the server. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
}

/**
 * Brings a database to the state this code needs: checks that it can be used at all, backs it up if it already
 * holds data that a migration is about to change, and migrates. Does nothing, quickly, when it is up to date.
 *
 * @throws DatabaseError when it cannot be reached, is too old, is not UTF8, or is newer than the code.
 */
export async function prepareDatabase(
  databaseUrl: string,
  backupDir: string,
  known = knownMigrations(),
): Promise<{ migrated: string[]; backup?: string }> {
  const client = await connect(databaseUrl)
  try {
    await checkServer(client)
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const applied = await appliedMigrations(client)
    const foreign = applied.filter((name) => !known.includes(name))
    if (foreign.length > 0) {
      throw new DatabaseError(
        `The database is newer than this version of Rapport (it has the migration ${foreign.at(-1)}): use the newer version, or restore a backup made before it.`,
      )
    }
    const pending = known.filter((name) => !applied.includes(name))
    // Also when nothing is pending: an earlier start may have been ended between migrating and this.
    if (pending.length === 0) {
      await hashBareStops(client)
      return { migrated: [] }
    }
    const backup = applied.length > 0 ? await backUpDatabase(databaseUrl, backupDir) : undefined
    deployMigrations(databaseUrl)
    await hashBareStops(client)
    return { migrated: pending, backup }
  } finally {
    await client.end()
  }
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  let client: pg.Client
  try {
    client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
    await client.connect()
  } catch (error) {
    throw new DatabaseError(
      `The database cannot be reached at ${withoutPassword(databaseUrl)}: ${reason(error)}.`,
    )
  }
  return client
}

async function checkServer(client: pg.Client) {
  const { rows } = await client.query(
    "SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding",
  )
  const { version, encoding } = rows[0] as { version: number; encoding: string }
  if (version < OLDEST_SUPPORTED * 10_000) {
    throw new DatabaseError(
      `The database is PostgreSQL ${Math.floor(version / 10_000)}; Rapport needs ${OLDEST_SUPPORTED} or newer.`,
    )
  }
  if (encoding !== 'UTF8') {
    throw new DatabaseError(
      `The database's encoding is ${encoding}, not UTF8: names and quotes in other scripts would be lost. Create one with "CREATE DATABASE rapport ENCODING 'UTF8' TEMPLATE template0".`,
    )
  }
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') AS found")
  if (!tables[0].found) return []
  const { rows } = await client.query(
    'SELECT migration_name AS name, finished_at, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  )
  const broken = rows.find((row) => !row.finished_at)
  if (broken) {
    throw new DatabaseError(
      `The migration ${broken.name} failed half-way earlier: restore the backup made before it, or mend it and run "npx prisma migrate resolve".`,
    )
  }
  return rows.map((row) => row.name as string)
}

export function knownMigrations(): string[] {
  return readdirSync(migrationsDir, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    .sort()
}

function deployMigrations(databaseUrl: string) {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
  const run = spawnSync(process.execPath, [cli, 'migrate', 'deploy'], {
    cwd: projectDir,
    encoding: 'utf8',
    env: childEnvironment({
      DATABASE_URL: databaseUrl,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    }),
  })
  if (run.status !== 0)
    throw new DatabaseError(`The database could not be migrated: ${(run.stderr || run.stdout).trim()}`)
}

function withoutPassword(databaseUrl: string): string {
  const url = URL.parse(databaseUrl)
  return url
    ? `${url.hostname}:${url.port || 5432}${url.pathname}`
    : 'the address in DATABASE_URL, which is not an address'
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}
