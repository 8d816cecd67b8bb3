import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { settings } from '../env.ts'
import { hashOfAddress, hashOfDomain, openSuppressionKey } from '../suppression-hash.ts'
import { hashBareStops } from './hash-bare-stops.ts'

let workspaceId: string
beforeEach(async () => {
  workspaceId = randomUUID()
  await onDatabase(async (client) => {
    await client.query(`INSERT INTO "Workspace" (id, slug, name, "createdAt") VALUES ($1, $1, 'W', now())`, [
      workspaceId,
    ])
    await client.query(
      `INSERT INTO "Member" (id, "workspaceId", name, role, "joinedAt") VALUES ($1, $1, 'M', 'owner', now())`,
      [workspaceId],
    )
  })
})

describe('stops from before there were hashes', () => {
  it('are hashed, by as many runs at once as there may be, and no address is left', async () => {
    await bare([
      ...Array.from({ length: 1_203 }, (_, at) => [`person-${at}@old.example`, null] as const),
      [null, 'old.example'],
    ])
    const counts = await Promise.all([1, 2, 3].map(() => onDatabase(hashBareStops)))
    expect(Math.max(...counts)).toBeGreaterThan(0)
    const rows = await stops()
    expect(rows.filter(({ addressKey, domain }) => addressKey !== null || domain !== null)).toEqual([])
    const key = await keyOfWorkspace()
    const hashes = rows.map(({ addressHash, domainHash }) => addressHash ?? domainHash)
    expect(hashes).toContain(hashOfAddress(key, 'person-1202@old.example'))
    expect(hashes).toContain(hashOfDomain(key, 'old.example'))
    expect(new Set(hashes).size).toBe(1_204)
    expect(await onDatabase(hashBareStops)).toBe(0)
  })

  it('keep the key a workspace has already', async () => {
    await bare([['one@old.example', null]])
    await onDatabase(hashBareStops)
    const key = await keyOfWorkspace()
    await bare([['two@old.example', null]])
    await onDatabase(hashBareStops)
    expect(await keyOfWorkspace()).toEqual(key)
    expect((await stops()).map(({ addressHash }) => addressHash)).toContain(
      hashOfAddress(key, 'two@old.example'),
    )
  })
})

/** As an earlier version wrote them: the check that refuses them is newer. */
async function bare(rows: readonly (readonly [string | null, string | null])[]) {
  await onDatabase(async (client) => {
    await client.query('BEGIN')
    await client.query('ALTER TABLE "Suppression" DROP CONSTRAINT "Suppression_never_bare"')
    for (const [addressKey, domain] of rows) {
      await client.query(
        `INSERT INTO "Suppression" (id, "workspaceId", "addressKey", domain, reason, at, "byId") VALUES ($1, $2, $3, $4, 'ours', now(), $2)`,
        [randomUUID(), workspaceId, addressKey, domain],
      )
    }
    await client.query(
      'ALTER TABLE "Suppression" ADD CONSTRAINT "Suppression_never_bare" CHECK ("addressKey" IS NULL AND "domain" IS NULL) NOT VALID',
    )
    await client.query('COMMIT')
  })
}

type Stop = {
  addressKey: string | null
  domain: string | null
  addressHash: string | null
  domainHash: string | null
}

function stops(): Promise<Stop[]> {
  return onDatabase(async (client) => {
    const { rows } = await client.query<Stop>('SELECT * FROM "Suppression" WHERE "workspaceId" = $1', [
      workspaceId,
    ])
    return rows
  })
}

function keyOfWorkspace(): Promise<Buffer> {
  return onDatabase(async (client) => {
    const { rows } = await client.query('SELECT "suppressionKey" FROM "Workspace" WHERE id = $1', [
      workspaceId,
    ])
    return openSuppressionKey(rows[0].suppressionKey, workspaceId)
  })
}

async function onDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
