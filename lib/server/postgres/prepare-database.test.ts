import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { settings } from '../env.ts'
import { backUpDatabase, restoreDatabase } from './backup.ts'
import { knownMigrations, prepareDatabase } from './prepare-database.ts'

const EARLIER = '20000101000000_earlier'
let made = 0
let backups: string

beforeEach(() => {
  backups = mkdtempSync(path.join(tmpdir(), 'rapport-backups-'))
})

describe('preparing a database', () => {
  it('migrates an empty one without a backup, and does nothing the second time', async () => {
    const url = await newDatabase()
    const first = await prepareDatabase(url, backups)
    expect(first.migrated.length).toBeGreaterThan(0)
    expect(first.backup).toBeUndefined()
    expect(await prepareDatabase(url, backups)).toEqual({ migrated: [] })
  })

  it('migrates once when two servers start together', async () => {
    const url = await newDatabase()
    const both = await Promise.all([prepareDatabase(url, backups), prepareDatabase(url, backups)])
    expect(both.map(({ migrated }) => migrated.length > 0).sort()).toEqual([false, true])
  })

  it('backs up existing data before it migrates', async () => {
    const url = await newDatabase()
    await prepareDatabase(url, backups)
    await on(
      url,
      `INSERT INTO "Workspace" (id, slug, name, "createdAt") VALUES ('w', 'w', 'Kept', now())`,
      // As if an older version had made it: one known migration is not applied yet, another was.
      `UPDATE _prisma_migrations SET migration_name = '${EARLIER}' WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`,
    )
    await expect(prepareDatabase(url, backups, [EARLIER, ...knownMigrations()])).rejects.toThrow(
      /could not be migrated/,
    )
    const [backup = ''] = readdirSync(backups)
    expect(gunzipSync(readFileSync(path.join(backups, backup))).toString()).toContain('"name":"Kept"')
  })

  it('refuses a database that is newer than the code', async () => {
    const url = await newDatabase()
    await prepareDatabase(url, backups)
    await on(
      url,
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ('x', 'x', '29990101000000_later', now(), 1)",
    )
    await expect(prepareDatabase(url, backups)).rejects.toThrow(
      /newer than this version of Rapport \(it has the migration 29990101000000_later\)/,
    )
  })

  it('refuses a database that is not UTF8', async () => {
    const url = await newDatabase("ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0")
    await expect(prepareDatabase(url, backups)).rejects.toThrow(/encoding is SQL_ASCII, not UTF8/)
  })

  it('says which address does not answer, without its password', async () => {
    const failing = prepareDatabase('postgresql://somebody:hunter2@127.0.0.1:1/nothing', backups)
    await expect(failing).rejects.toThrow(/cannot be reached at 127\.0\.0\.1:1\/nothing/)
    await expect(failing).rejects.not.toThrow(/hunter2/)
  })
})

describe('a backup', () => {
  it('brings every row back, in other scripts and with times and lists', async () => {
    const from = await newDatabase()
    await prepareDatabase(from, backups)
    await on(
      from,
      `INSERT INTO "Workspace" (id, slug, name, "createdAt") VALUES ('w', 'w', 'Łódź — 東京 🧭 "x"', '2026-01-02T03:04:05.678Z')`,
      `INSERT INTO "Site" (id, "workspaceId", name, "ownerName", domains, "brandNames", "createdAt") VALUES ('s', 'w', 'S', 'O', '{a.example,b.example}', '{"A, B"}', now())`,
    )
    const file = await backUpDatabase(from, backups)
    const to = await newDatabase()
    await prepareDatabase(to, backups)
    expect(await restoreDatabase(to, file)).toEqual({ rows: 2 })
    for (const table of ['Workspace', 'Site']) {
      expect(await on(to, `SELECT * FROM "${table}"`)).toEqual(await on(from, `SELECT * FROM "${table}"`))
    }
  })

  it('is not poured over people who are already there', async () => {
    const url = await newDatabase()
    await prepareDatabase(url, backups)
    await on(
      url,
      `INSERT INTO "User" (id, email, name, "passwordHash", "createdAt") VALUES ('u', 'a@b.example', 'A', 'x', now())`,
    )
    const file = await backUpDatabase(url, backups)
    await expect(restoreDatabase(url, file)).rejects.toThrow(/already holds people/)
  })
})

async function newDatabase(options = ''): Promise<string> {
  const name = `prepared_${process.pid}_${made++}`
  await on(withName('postgres'), `CREATE DATABASE ${name} ${options}`)
  return withName(name)
}

function withName(name: string): string {
  const url = new URL(settings().databaseUrl)
  url.pathname = `/${name}`
  return url.href
}

async function on(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  let rows: unknown[] = []
  for (const sql of statements) rows = (await client.query(sql)).rows
  await client.end()
  return rows
}
