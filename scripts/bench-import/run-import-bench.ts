import { applyBatch, startImport, undoBatch } from '#lib/features/imports/import-commands.ts'
import { getImport } from '#lib/features/imports/import-queries.ts'
import { runImport } from '#lib/features/imports/run-import.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import { blobSource, writeBlob } from '#lib/server/blobs.ts'
import { databaseAcrossWorkspaces, disconnectDatabase } from '#lib/server/database.ts'
import { openImport } from '#lib/server/imports/open-import.ts'
import { stopJobSender } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { keepHeapSmall } from '../keep-heap-small.ts'
import { benchRows } from './bench-rows.ts'
import { copyByPlainSql } from './copy-by-plain-sql.ts'

type Phase = 'store' | 'readFloor' | 'preview' | 'applyFloor' | 'apply' | 'again' | 'undo'
export type ImportFigures = {
  seconds: Record<Phase, number>
  peakMiB: number
  made: { prospects: number; contacts: number }
}

/** Brings a made-up file in and takes it back, each step timed. */
export async function runImportBench(rows: number): Promise<ImportFigures> {
  keepHeapSmall()
  try {
    return await timed(rows)
  } finally {
    await stopJobSender()
    await disconnectDatabase()
  }
}

async function timed(rows: number): Promise<ImportFigures> {
  const scope = await aScope('Bench')
  const { workspaceId } = scope
  const seconds = {} as ImportFigures['seconds']
  const time = async <T>(phase: Phase, work: () => Promise<T>): Promise<T> => {
    const started = performance.now()
    const before = process.cpuUsage()
    const answer = await work()
    seconds[phase] = (performance.now() - started) / 1000
    const { user, system } = process.cpuUsage(before)
    const cpu = ((user + system) / 1e6).toFixed(2)
    process.stderr.write(
      `${phase} ${seconds[phase].toFixed(2)} s, ${cpu} s of it in this process, ${Math.round(process.memoryUsage().rss / 1_048_576)} MiB\n`,
    )
    return answer
  }
  const { blobId } = await time('store', () => writeBlob(scope, benchRows(rows)))
  const { batchId } = await startImport(scope, { blobId, fileName: 'bench.csv' })
  await time('preview', () => runImport({ workspaceId, batchId }))
  await applyBatch({ ...scope, now: new Date() }, { batchId, take: [] })
  await time('apply', () => runImport({ workspaceId, batchId }))
  const { counts, state } = await getImport(scope, batchId)
  if (state !== 'applied') throw new Error(`The import is ${state}`)
  const other = await aScope('Floor')
  await time('applyFloor', () => copyByPlainSql(workspaceId, other.workspaceId))
  const second = await startImport(scope, { blobId, fileName: 'bench.csv' })
  await time('again', () => runImport({ workspaceId, batchId: second.batchId }))
  await undoBatch(scope, { batchId })
  await time('undo', () => runImport({ workspaceId, batchId }))
  const left = await databaseAcrossWorkspaces().prospect.count({ where: { workspaceId } })
  if (left > 0) throw new Error(`${left} prospects are left`)
  // What a worker needs: before the floor, which it never reads. maxRSS is in KiB.
  const peakMiB = process.resourceUsage().maxRSS / 1024
  await time('readFloor', async () => {
    const source = await blobSource(workspaceId, blobId, 'bench.csv')
    if (source) for await (const _ of (await openImport(source)).records());
  })
  return {
    seconds,
    peakMiB,
    made: { prospects: counts.prospectsMade ?? 0, contacts: counts.contactsMade ?? 0 },
  }
}

async function aScope(name: string): Promise<WorkspaceScope> {
  const db = databaseAcrossWorkspaces()
  const now = new Date()
  const { id: workspaceId } = await db.workspace.create({
    data: { name, slug: name.toLowerCase(), createdAt: now },
  })
  const { id } = await db.member.create({ data: { workspaceId, name, role: 'owner', joinedAt: now } })
  return actingScope(id, now)
}
