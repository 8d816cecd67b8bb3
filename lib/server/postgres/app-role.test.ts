import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settings } from '../env.ts'
import { prepareQueues } from '../jobs.ts'
import { auditGuardOf, grantAppRole } from './app-role.ts'
import { prepareDatabase } from './prepare-database.ts'

const DATABASE = 'two_roles'
const [OWNER, APP] = ['rapport_owner', 'rapport_app']
const W = `INSERT INTO "Workspace" (id, slug, name, "createdAt") VALUES ($1, $1, 'W', now())`
const EVENT = `INSERT INTO "AuditEvent" (id, "workspaceId", at, "actorKind", action, "objectKind") VALUES ($1, $2, now(), 'system', 'retention.applied', 'workspace')`

let root: pg.Client
let app: pg.Client

beforeAll(async () => {
  root = await on(settings().databaseUrl)
  for (const role of [OWNER, APP]) await root.query(`CREATE ROLE ${role} LOGIN PASSWORD 'quiet'`)
  await root.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER} ENCODING 'UTF8' TEMPLATE template0`)
  await prepareDatabase(urlOf(OWNER), mkdtempSync(path.join(tmpdir(), 'rapport-roles-')))
  await prepareQueues(urlOf(OWNER))
  app = await on(urlOf(APP))
}, 120_000)

afterAll(async () => {
  await app?.end()
  await root.query(`DROP DATABASE ${DATABASE} WITH (FORCE)`)
  for (const role of [OWNER, APP]) await root.query(`DROP ROLE ${role}`)
  await root.end()
})

function urlOf(role: string): string {
  const url = new URL(settings().databaseUrl)
  url.username = role
  url.password = 'quiet'
  url.pathname = `/${DATABASE}`
  return url.href
}

async function on(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

describe('a database that one role migrates and another works in', () => {
  it('is given, as often as one likes, and names who works in it', async () => {
    expect(await grantAppRole(urlOf(OWNER), urlOf(OWNER))).toBeNull()
    expect(await grantAppRole(urlOf(OWNER), urlOf(APP))).toBe(APP)
    expect(await grantAppRole(urlOf(OWNER), urlOf(APP))).toBe(APP)
  })

  it('lets it read, write and delete what it works with, and ask for jobs', async () => {
    await app.query(W, ['one'])
    await app.query(W, ['two'])
    await app.query('UPDATE "Workspace" SET name = \'Else\' WHERE id = $1', ['one'])
    await app.query(EVENT, ['e1', 'one'])
    await app.query(EVENT, ['e2', 'two'])
    expect((await app.query('SELECT * FROM "AuditEvent"')).rows).toHaveLength(2)
    await app.query('SELECT * FROM pgboss.queue')
    await app.query("INSERT INTO pgboss.job (name, data) VALUES ('check-mailbox', '{}')")
    await app.query('DELETE FROM pgboss.job')
  })

  it.each([
    'UPDATE "AuditEvent" SET at = now()',
    'DELETE FROM "AuditEvent"',
    'TRUNCATE "AuditEvent"',
    'TRUNCATE "Workspace" CASCADE',
    'ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL',
    'DROP TRIGGER "AuditEvent_never_changed" ON "AuditEvent"',
    'DROP TABLE "AuditEvent"',
    'GRANT UPDATE ON "AuditEvent" TO CURRENT_USER',
    `SET ROLE ${OWNER}`,
  ])('does not let it: %s', async (sql) => {
    const before = (await app.query('SELECT * FROM "AuditEvent"')).rows
    // A grant one may not give is a warning, and does nothing.
    await app.query(sql).catch((error) => expect(error.message).toMatch(/permission denied|must be owner/))
    expect((await app.query('SELECT * FROM "AuditEvent"')).rows).toEqual(before)
    expect(await auditGuardOf(app)).toEqual({ isTriggered: true, mayRewrite: false })
  })

  it('still lets a workspace go with its log, and only with it', async () => {
    await app.query('DELETE FROM "Workspace" WHERE id = $1', ['one'])
    expect((await app.query('SELECT id FROM "AuditEvent"')).rows).toEqual([{ id: 'e2' }])
  })

  it('is told from one where a single role does both, and from one whose trigger is off', async () => {
    const owner = await on(urlOf(OWNER))
    expect(await auditGuardOf(owner)).toEqual({ isTriggered: true, mayRewrite: true })
    await owner.query('ALTER TABLE "AuditEvent" DISABLE TRIGGER "AuditEvent_never_changed"')
    expect(await auditGuardOf(owner)).toEqual({ isTriggered: false, mayRewrite: true })
    await owner.query('ALTER TABLE "AuditEvent" ENABLE TRIGGER "AuditEvent_never_changed"')
    await owner.end()
  })
})
