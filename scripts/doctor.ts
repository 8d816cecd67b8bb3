import { accessSync, constants } from 'node:fs'
import pg from 'pg'
import { SettingsError, settings } from '#lib/server/env.ts'
import { auditGuardOf } from '#lib/server/postgres/app-role.ts'
import { knownMigrations } from '#lib/server/postgres/prepare-database.ts'
import { openSuppressionKey } from '#lib/server/suppression-hash.ts'

const WORKER_SEEN_WITHIN_MS = 60_000

type Finding = { ok: boolean; what: string }

const findings: Finding[] = []
try {
  await examine()
} catch (error) {
  findings.push({ ok: false, what: error instanceof SettingsError ? error.message : String(error) })
}
for (const { ok, what } of findings) console.log(`${ok ? 'ok   ' : 'WRONG'} ${what}`)
process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1

/** Looks at everything an installation needs, and says what is wrong in one line each. */
async function examine() {
  const { local, appUrl, dataDir, databaseUrl, smtpUrl, mailFrom, mailKeys } = settings()
  say(
    true,
    local ? 'Local mode: our own database, loopback only, demo sign-in on.' : `Server mode at ${appUrl}.`,
  )
  say(
    local || appUrl.startsWith('https:'),
    appUrl.startsWith('https:') || local
      ? 'Links and cookies fit the address.'
      : 'APP_URL is not https: passwords would travel in the clear.',
  )
  say(writable(dataDir), `The data folder ${dataDir} ${writable(dataDir) ? 'can' : 'cannot'} be written.`)
  say(
    !smtpUrl || Boolean(mailFrom),
    smtpUrl
      ? mailFrom
        ? 'Password resets go out by mail.'
        : 'SMTP_URL is set, MAIL_FROM is not.'
      : 'No SMTP_URL: password resets by "npm run reset-password -- EMAIL".',
  )
  say(
    true,
    mailKeys.length > 0
      ? 'Mailboxes can be connected: there is a key for their passwords.'
      : 'No MAIL_SECRET_KEYS: no mailbox can be connected.',
  )
  if (!databaseUrl) return say(false, 'The database is not running: start Rapport with "npm start".')
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
  } catch {
    return say(
      false,
      local
        ? 'The database is not running: start Rapport with "npm start".'
        : 'The database cannot be reached: look at DATABASE_URL.',
    )
  }
  const { rows: version } = await client.query(
    "SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding",
  )
  say(version[0].encoding === 'UTF8', `PostgreSQL ${version[0].version}, ${version[0].encoding}.`)
  const { rows: applied } = await client.query(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
  )
  const pending = knownMigrations().filter((name) => !applied.some((row) => row.name === name))
  say(
    pending.length === 0,
    pending.length === 0
      ? 'The database is migrated.'
      : `Waiting migrations: ${pending.join(', ')}. Run "npm run migrate".`,
  )
  if (pending.length === 0) {
    await examineKeys(client)
    await examineAudit(client)
  }
  const { rows: beats } = await client.query('SELECT max("seenAt") AS seen FROM "WorkerBeat"')
  const seen = beats[0].seen as Date | null
  const alive = seen !== null && Date.now() - seen.getTime() < WORKER_SEEN_WITHIN_MS
  say(
    alive,
    alive
      ? 'A worker is running.'
      : `No worker has been seen${seen ? ` since ${seen.toISOString()}` : ''}: pages are not fetched. Run "npm run worker".`,
  )
  await client.end()
}

/** Keys that do not open mean another AUTH_SECRET than the one they were sealed with. */
async function examineKeys(client: pg.Client) {
  const { rows } = await client.query<{ id: string; slug: string; sealed: string }>(
    'SELECT "id", "slug", "suppressionKey" AS "sealed" FROM "Workspace" WHERE "suppressionKey" IS NOT NULL',
  )
  const closed = rows.filter(({ id, sealed }) => !opens(sealed, id)).map(({ slug }) => slug)
  say(
    closed.length === 0,
    closed.length === 0
      ? 'AUTH_SECRET opens the lists of stopped addresses.'
      : `AUTH_SECRET does not open the lists of stopped addresses of ${closed.join(', ')}: set the one they were made with.`,
  )
}

/** By what the audit log is kept from being rewritten: by rights, or by its trigger alone. */
async function examineAudit(client: pg.Client) {
  const { isTriggered, mayRewrite } = await auditGuardOf(client)
  if (!isTriggered)
    return say(false, 'The trigger that keeps the audit log is off: what was written down can be changed.')
  if (!mayRewrite)
    return say(true, 'The audit log: Rapport’s role has no right to change or remove anything in it.')
  const { databaseUrl, migrateDatabaseUrl } = settings()
  const isOneRole = databaseUrl === migrateDatabaseUrl
  say(
    isOneRole,
    isOneRole
      ? 'The audit log is kept by its trigger alone: Rapport’s role owns the tables and could switch it off. MIGRATE_DATABASE_URL separates the two.'
      : 'MIGRATE_DATABASE_URL is set, but Rapport’s role can still change the audit log: run "npm run migrate", and give the tables to the other role (docs/deployment.md).',
  )
}

function opens(sealed: string, workspaceId: string): boolean {
  try {
    return openSuppressionKey(sealed, workspaceId).length > 0
  } catch {
    return false
  }
}

function say(ok: boolean, what: string) {
  findings.push({ ok, what })
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
