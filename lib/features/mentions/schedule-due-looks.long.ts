import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces, disconnectDatabase } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { addSite } from '../sites/site-commands.ts'
import { startCheckRun } from './check-run-commands.ts'
import { scheduleDueLooks } from './schedule-due-looks.ts'

const MENTIONS = 100_000
/** Every so many belongs to the small workspace, and is due. */
const SMALL_EVERY = 1000
const DUE_EVERY = 25
const PASS_TAKES_AT_MOST_MS = 5000

let large: WorkspaceScope
let small: WorkspaceScope

beforeAll(async () => {
  large = await aWorkspace('Large')
  small = await aWorkspace('Small')
  await fill(large, MENTIONS - MENTIONS / SMALL_EVERY, 'large')
  await fill(small, MENTIONS / SMALL_EVERY, 'small')
  await databaseAcrossWorkspaces().$executeRaw`ANALYZE "Mention"`
}, 120_000)

describe('100,000 mentions', () => {
  it('are scheduled by indexes, in batches, in the time of a breath', async () => {
    const before = await wholeTableReads()
    const startedAt = performance.now()
    expect(await scheduleDueLooks(NOON)).toEqual({ asked: 1000 })
    expect(performance.now() - startedAt).toBeLessThan(PASS_TAKES_AT_MOST_MS)
    expect(await waitingIn(small)).toBe(MENTIONS / SMALL_EVERY / DUE_EVERY)
    expect(await waitingIn(large)).toBe(1000 - MENTIONS / SMALL_EVERY / DUE_EVERY)
    expect(await wholeTableReads()).toBe(before)
  })

  it('do not make a check of thousands slow to start', async () => {
    const startedAt = performance.now()
    const { runId } = await startCheckRun(large, { q: 'large-1-' })
    await scheduleDueLooks(NOON)
    expect(performance.now() - startedAt).toBeLessThan(2 * PASS_TAKES_AT_MOST_MS)
    expect(await databaseAcrossWorkspaces().checkRunItem.count({ where: { runId } })).toBe(9_990)
  })
})

/** Hosts of their own; the large workspace's addresses from large-0 on, of which every tenth begins with large-1. */
async function fill(scope: WorkspaceScope, mentions: number, name: string) {
  const { siteId } = await addSite(scope, {
    name,
    ownerName: name,
    domains: ['fernway.shop'],
    brandNames: [],
    peopleNames: [],
    timeZone: 'UTC',
  })
  const { workspaceId, memberId } = scope
  await databaseAcrossWorkspaces().$executeRaw`
    INSERT INTO "Mention" ("id", "workspaceId", "siteId", "url", "urlKey", "liveUrlKey", "provenance", "outcome",
                           "recordedById", "createdAt", "updatedAt", "nextLookAt")
    SELECT gen_random_uuid(), ${workspaceId}, ${siteId},
           'http://' || ${name} || '-' || n % 10 || '-' || n || '.test/', n, n, 'earned', 'linked', ${memberId},
           ${NOON}, ${NOON},
           ${NOON}::timestamptz + CASE WHEN n % ${DUE_EVERY}::int = 0 THEN -1 ELSE 1 END * (n + 1) * interval '1 second'
      FROM generate_series(0, ${mentions}::int - 1) AS n`
}

function waitingIn({ workspaceId }: WorkspaceScope) {
  return databaseAcrossWorkspaces().mention.count({ where: { workspaceId, lookState: 'waiting' } })
}

/** How often the table was read from end to end, by whomever; counted when a connection ends. */
async function wholeTableReads(): Promise<number> {
  await disconnectDatabase()
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  const { rows } = await client.query(`SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'Mention'`)
  await client.end()
  return Number(rows[0].seq_scan)
}
