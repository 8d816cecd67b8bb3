import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { beforeEach, describe, expect, inject, it } from 'vitest'
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
    const url = await preparedDatabase()
    await on(
      url,
      `INSERT INTO "Workspace" (id, slug, name, "createdAt") VALUES ('w', 'w', 'Kept', now())`,
      // As if an older version had made it: one known migration is not applied yet, another was.
      `UPDATE _prisma_migrations SET migration_name = '${EARLIER}' WHERE migration_name = (SELECT min(migration_name) FROM _prisma_migrations)`,
    )
    await expect(prepareDatabase(url, backups, [EARLIER, ...knownMigrations()])).rejects.toThrow(
      /could not be migrated/,
    )
    const [backup = ''] = readdirSync(backups)
    expect(gunzipSync(readFileSync(path.join(backups, backup))).toString()).toContain('"name":"Kept"')
  })

  it('refuses a database that is newer than the code', async () => {
    const url = await preparedDatabase()
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
    const from = await preparedDatabase()
    await on(
      from,
      `INSERT INTO "Workspace" (id, slug, name, "createdAt") VALUES ('w', 'w', 'Łódź — 東京 🧭 "x"', '2026-01-02T03:04:05.678Z')`,
      `INSERT INTO "Site" (id, "workspaceId", name, "ownerName", domains, "brandNames", "createdAt") VALUES ('s', 'w', 'S', 'O', '{a.example,b.example}', '{"A, B"}', now())`,
    )
    const file = await backUpDatabase(from, backups)
    const to = await preparedDatabase()
    expect(await restoreDatabase(to, file)).toEqual({ rows: 2 })
    for (const table of ['Workspace', 'Site']) {
      expect(await on(to, `SELECT * FROM "${table}"`)).toEqual(await on(from, `SELECT * FROM "${table}"`))
    }
  })

  it('brings pages and looks back byte by byte, still written once', async () => {
    const from = await preparedDatabase()
    const bytes = randomBytes(300_000)
    await on(from, ...aMention())
    await withClient(from, async (client) => {
      for (let number = 1; number <= 12; number++) {
        await client.query(
          `INSERT INTO "LinkCheck" (id, "workspaceId", "mentionId", number, kind, at, facts, verdict, sentence, hops, blanked, "fieldSalts", hash)
           VALUES ($1, 'w', 'm', $2, 'fetched', '2026-01-02T03:04:05.678Z', $3, 'linked', 'Łódź', '[{"url": "http://a.test", "status": 301}]', '{note}', '{"sentence": "s+/="}', 'h')`,
          [
            `l${number}`,
            number,
            {
              linked: true,
              rel: ['ugc'],
              text: '東京 "🧭"\\u0000 \\ \n',
              big: 5_000_000_000,
              small: 1e-7,
              none: null,
            },
          ],
        )
        await client.query(
          `INSERT INTO "RawPage" (id, "workspaceId", "linkCheckId", body, coding, size, sha256, "keptUntil") VALUES ($1, 'w', $2, $3, 'gzip', 1, 'x', now())`,
          [`r${number}`, `l${number}`, Buffer.concat([Buffer.from([0, 255, 92, number]), bytes])],
        )
      }
    })
    const to = await preparedDatabase()
    expect(await restoreDatabase(to, await backUpDatabase(from, backups))).toEqual({ rows: 28 })
    for (const table of ['LinkCheck', 'RawPage', 'Mention']) {
      const all = `SELECT * FROM "${table}" ORDER BY id`
      expect(await on(to, all)).toEqual(await on(from, all))
    }
    await expect(on(to, `UPDATE "LinkCheck" SET verdict = 'lost'`)).rejects.toThrow(/written once/)
  })

  it('from before looks were numbered gets its numbers', async () => {
    const from = await preparedDatabase()
    await on(
      from,
      ...aMention(),
      ...['2026-01-03', '2026-01-02', '2026-01-04'].map(
        (day, at) =>
          `INSERT INTO "LinkCheck" (id, "workspaceId", "mentionId", number, kind, at, facts, verdict, sentence) VALUES ('l${at}', 'w', 'm', ${at + 1}, 'fetched', '${day}', '{}', 'linked', '')`,
      ),
    )
    const file = await backUpDatabase(from, backups)
    writeFileSync(
      file,
      gzipSync(withoutColumns(gunzipSync(readFileSync(file)).toString(), NEW_WITH_LINK_HISTORY)),
    )
    const to = await preparedDatabase()
    await restoreDatabase(to, file)
    expect(await on(to, 'SELECT id, number FROM "LinkCheck" ORDER BY number')).toEqual([
      { id: 'l1', number: 1 },
      { id: 'l0', number: 2 },
      { id: 'l2', number: 3 },
    ])
    expect(await on(to, 'SELECT "lookCount", "lastChanges" FROM "Mention"')).toEqual([
      { lookCount: 3, lastChanges: [] },
    ])
    await expect(on(to, `UPDATE "LinkCheck" SET verdict = 'lost'`)).rejects.toThrow(/written once/)
  })

  it('is not poured over people who are already there', async () => {
    const url = await preparedDatabase()
    await on(
      url,
      `INSERT INTO "User" (id, email, name, "passwordHash", "createdAt") VALUES ('u', 'a@b.example', 'A', 'x', now())`,
    )
    const file = await backUpDatabase(url, backups)
    await expect(restoreDatabase(url, file)).rejects.toThrow(/already holds people/)
  })
})

const NEW_WITH_LINK_HISTORY = {
  Workspace: ['rawPageDays'],
  Mention: ['lookCount', 'lastChanges', 'failedInRow', 'askState', 'askReason'],
  LinkCheck: [
    'number',
    'hops',
    'headers',
    'changes',
    'blanked',
    'isUnchanged',
    'fieldSalts',
    'fieldHashes',
    'previousHash',
  ],
}

/** A backup as it was before these columns were there. */
function withoutColumns(backup: string, columns: Record<string, string[]>): string {
  const [header = '', ...lines] = backup.trim().split('\n')
  const older = lines.map((line) => {
    const [table = '', row = ''] = line.split('\t')
    const dropped = columns[JSON.parse(table)] ?? []
    const kept = Object.entries(JSON.parse(row)).filter(([column]) => !dropped.includes(column))
    return `${table}\t${JSON.stringify(Object.fromEntries(kept))}`
  })
  return `${[header.replace(/,"20261122230000_link_history"/, ''), ...older].join('\n')}\n`
}

/** The rows one mention stands on. */
function aMention(): string[] {
  return [
    `INSERT INTO "Workspace" (id, slug, name, "createdAt") VALUES ('w', 'w', 'W', now())`,
    `INSERT INTO "Member" (id, "workspaceId", name, role, "joinedAt") VALUES ('p', 'w', 'P', 'owner', now())`,
    `INSERT INTO "Site" (id, "workspaceId", name, "ownerName", "createdAt") VALUES ('s', 'w', 'S', 'O', now())`,
    `INSERT INTO "Mention" (id, "workspaceId", "siteId", url, "urlKey", provenance, outcome, "recordedById", "createdAt", "updatedAt")
     VALUES ('m', 'w', 's', 'http://a.test/', 'a.test', 'earned', 'linked', 'p', now(), now())`,
  ]
}

async function newDatabase(options = ''): Promise<string> {
  const name = `prepared_${process.pid}_${made++}`
  await on(withName('postgres'), `CREATE DATABASE ${name} ${options}`)
  return withName(name)
}

/** A copy of the one that was prepared for all tests. */
function preparedDatabase(): Promise<string> {
  return newDatabase(`TEMPLATE ${new URL(inject('postgresUrl')).pathname.slice(1)}`)
}

function withName(name: string): string {
  const url = new URL(settings().databaseUrl)
  url.pathname = `/${name}`
  return url.href
}

function on(url: string, ...statements: string[]): Promise<unknown[]> {
  return withClient(url, async (client) => {
    let rows: unknown[] = []
    for (const sql of statements) rows = (await client.query(sql)).rows
    return rows
  })
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
