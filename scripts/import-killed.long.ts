import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { applyBatch, startImport } from '#lib/features/imports/import-commands.ts'
import { getImport } from '#lib/features/imports/import-queries.ts'
import { runImport } from '#lib/features/imports/run-import.ts'
import { addSite } from '#lib/features/sites/site-commands.ts'
import { writeBlob } from '#lib/server/blobs.ts'
import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { childEnvironment, settings } from '#lib/server/env.ts'
import { enqueue } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'

const ROWS = 9_000
const KILLS_EACH = 5
/** So many rows, at least, are done between two kills. */
const ROWS_PER_LIFE = 1_500
const workerFile = path.resolve(import.meta.dirname, 'import-worker-for-kill-test.ts')
const workers: ChildProcess[] = []

afterAll(() => {
  for (const worker of workers) worker.kill('SIGKILL')
})

it('brings exactly the rows of one clean import, though its worker is killed at ten random moments', async () => {
  const clean = await aScope('Clean')
  const batchId = await begin(clean)
  await runImport({ workspaceId: clean.workspaceId, batchId })
  await applyBatch({ ...clean, now: new Date() }, { batchId, take: [] })
  await runImport({ workspaceId: clean.workspaceId, batchId })

  const killed = await aScope('Killed')
  const torn = await begin(killed)
  await killing(killed, torn, 'previewed')
  await applyBatch({ ...killed, now: new Date() }, { batchId: torn, take: [] })
  await killing(killed, torn, 'applied')

  expect(await everything(killed)).toEqual(await everything(clean))
  const [one, other] = [await getImport(clean, batchId), await getImport(killed, torn)]
  expect(other.counts).toEqual(one.counts)
  expect(other.facts.warnings).toEqual(one.facts.warnings)
}, 900_000)

/** Each worker is killed somewhere in the middle of its work; the last one may finish. */
async function killing(scope: WorkspaceScope, batchId: string, end: 'previewed' | 'applied') {
  const stands = () => getImport(scope, batchId)
  for (let kill = 1; kill <= KILLS_EACH; kill += 1) {
    const from = (kill - 1) * ROWS_PER_LIFE
    const doomed = await startWorker()
    await workAgain(scope, batchId)
    await vi.waitFor(async () => expect((await stands()).done).toBeGreaterThan(from), {
      timeout: 120_000,
      interval: 10,
    })
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 150))
    doomed.kill('SIGKILL')
  }
  expect((await stands()).state).not.toBe(end)
  const last = await startWorker()
  await workAgain(scope, batchId)
  await vi.waitFor(async () => expect((await stands()).state).toBe(end), { timeout: 300_000, interval: 250 })
  last.kill('SIGKILL')
}

/** A killed worker's job comes back by itself, but only once its heartbeat is missed; and a second one must do no harm. */
async function workAgain({ workspaceId }: WorkspaceScope, batchId: string) {
  await inTransaction((tx) => enqueue(tx, 'run-import', { workspaceId, batchId }))
}

async function aScope(name: string): Promise<WorkspaceScope> {
  const scope = await aWorkspace(name, new Date())
  const names = { name: 'Acme', ownerName: 'Acme', brandNames: [], peopleNames: [], timeZone: 'UTC' }
  await addSite(scope, { ...names, domains: ['acme.example'] })
  return scope
}

async function begin(scope: WorkspaceScope): Promise<string> {
  const { blobId } = await writeBlob(scope, sheet())
  return (await startImport(scope, { blobId, fileName: 'big.csv' })).batchId
}

/** Outlets and people that come again, mentions, refused rows, and dates that could be read in two ways. */
async function* sheet() {
  yield Buffer.from('Outlet,Website,Name,Email,Link URL,Tags,Notes,Date pitched\n')
  for (let row = 0; row < ROWS; row += 1) {
    const outlet = Math.floor(row / 3)
    const site = row % 100 === 99 ? 'ftp://broken.example' : `https://outlet-${outlet}.example`
    const person = `Person ${row % 4000},p${row % 4000}@people.example`
    const link = row % 5 === 0 ? `https://outlet-${outlet}.example/post-${row}` : ''
    yield Buffer.from(`Outlet ${outlet},${site},${person},${link},tag ${row % 9},note ${row},03/04/2026\n`)
  }
}

async function startWorker(): Promise<ChildProcess> {
  const { databaseUrl, appUrl, authSecret } = settings()
  const env = childEnvironment({ DATABASE_URL: databaseUrl, APP_URL: appUrl, AUTH_SECRET: authSecret })
  const worker = spawn(process.execPath, [workerFile], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  workers.push(worker)
  await new Promise((working, failed) => {
    worker.once('message', working)
    worker.once('exit', (code) => failed(new Error(`The worker ended with ${code}`)))
  })
  return worker
}

/** All rows the import wrote, without what differs between two imports of one file: ids and times. */
async function everything({ workspaceId }: WorkspaceScope) {
  const db = databaseAcrossWorkspaces()
  const where = { workspaceId }
  const prospects = await db.prospect.findMany({
    where,
    orderBy: { outletKey: 'asc' },
    select: { outletKey: true, name: true, kind: true, homepage: true, note: true, tags: true },
  })
  const contacts = await db.contact.findMany({
    where,
    orderBy: { name: 'asc' },
    select: {
      name: true,
      note: true,
      channels: { select: { address: true, origin: { select: { page: true } } } },
      affiliations: {
        select: { prospect: { select: { outletKey: true } } },
        orderBy: { prospect: { outletKey: 'asc' } },
      },
    },
  })
  const mentions = await db.mention.findMany({
    where,
    orderBy: { url: 'asc' },
    select: { url: true, claim: true, note: true, outcome: true, prospect: { select: { outletKey: true } } },
  })
  const rows = await db.importRow.findMany({
    where,
    orderBy: { number: 'asc' },
    select: { number: true, line: true, kind: true, words: true },
  })
  return { prospects, contacts, mentions, rows, tags: await db.tag.count({ where }) }
}
