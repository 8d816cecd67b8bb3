import { Refusal } from '#lib/domain/refusal.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { type BlobSource, blobSource, deleteBlob } from '#lib/server/blobs.ts'
import { database, type Transaction } from '#lib/server/database.ts'
import type { Jobs } from '#lib/server/jobs.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import { authorize } from '../authorize.ts'
import { pitchLimits } from '../pitches/pitch-limits.ts'
import { actingScope } from '../workspaces/acting-scope.ts'
import { lockWorkspace } from '../workspaces/member-locks.ts'
import { type CheckedZip, checkWorkspaceZip } from './check-workspace-zip.ts'
import { whatIsThere } from './empty-workspace-queries.ts'
import { openWorkspaceZip, type WorkspaceZip } from './open-workspace-zip.ts'
import { WorkspaceFileRefused } from './workspace-file-refused.ts'
import { newIdsFor, writeWorkspaceRows } from './write-workspace-rows.ts'
import { linesOf } from './zip-lines.ts'

const UNDER_WAY = ['uploaded', 'reading', 'applying']
const LONGEST_MS = 50 * 60_000
const TELLS_EVERY_MS = 1_000

/**
 * Brings the file of a whole workspace into an empty one: first all of it is checked, then all of it is written in one
 * transaction. Killed at any moment, nothing of it is there, and the next try begins anew; run twice, it is there once.
 */
export async function readWorkspaceZip({ workspaceId, batchId }: Jobs['read-workspace-zip'], now: Date) {
  const under = { workspaceId, id: batchId, kind: 'workspace', state: { in: UNDER_WAY } }
  const batch = await database().importBatch.findFirst({ where: under, select: { byId: true, blobId: true } })
  if (!batch) return
  try {
    authorize(await actingScope(batch.byId, now), 'workspace.import')
    const source = batch.blobId === null ? null : await blobSource(workspaceId, batch.blobId)
    if (!source) throw new WorkspaceFileRefused('The file is not here any more.')
    await bringIn({ workspaceId, batchId, source, now })
  } catch (error) {
    const failure = failureOf(error)
    await database().importBatch.updateMany({ where: under, data: { state: 'failed', failure } })
  }
  await dropFile(workspaceId, batchId)
}

type Bringing = { workspaceId: string; batchId: string; source: BlobSource; now: Date }

async function bringIn({ workspaceId, batchId, source, now }: Bringing) {
  const under = { workspaceId, id: batchId, state: { in: UNDER_WAY } }
  await refuseIfNotEmpty(database() as unknown as Transaction, workspaceId)
  const zip = await openWorkspaceZip(source)
  const lines = zip.manifest.files.reduce((sum, file) => sum + file.lines, 0)
  // Every line is read twice: once to check it, once to write it.
  const start = { state: 'reading', total: Math.min(2 * lines, 2_000_000_000), done: 0 }
  await database().importBatch.updateMany({ where: under, data: start })
  const onLine = progressTeller(workspaceId, batchId)
  const checked = await checkWorkspaceZip(zip, onLine)
  await refuseOddSettings(zip)
  await database().importBatch.updateMany({ where: under, data: { state: 'applying' } })
  await database().$transaction(
    async (client) => {
      const tx = client as Transaction
      await lockWorkspace(tx, workspaceId)
      const { count } = await tx.importBatch.updateMany({
        where: under,
        data: { state: 'applied', appliedAt: now, counts: told(zip, checked), failure: null },
      })
      // Another worker has done it meanwhile.
      if (count === 0) return
      await refuseIfNotEmpty(tx, workspaceId)
      await writeWorkspaceRows(tx, zip, { workspaceId, newId: newIdsFor(batchId), now, onLine })
    },
    { timeout: LONGEST_MS },
  )
}

async function refuseIfNotEmpty(client: Transaction, workspaceId: string) {
  const what = await whatIsThere(client, workspaceId)
  if (what) throw new WorkspaceFileRefused(`This workspace is not empty: there are ${what} in it.`)
}

/** Settings are read wherever a pitch is judged: they must make sense there. */
async function refuseOddSettings(zip: WorkspaceZip) {
  for await (const { value } of linesOf(zip, 'data/Workspace.jsonl')) {
    try {
      pitchLimits((value as { settings: unknown }).settings)
    } catch {
      throw new WorkspaceFileRefused('data/Workspace.jsonl, line 1: settings make no sense.')
    }
  }
}

function told({ manifest }: WorkspaceZip, { counts, brokenChains }: CheckedZip): Prisma.InputJsonObject {
  const { exportedAt, workspace, app } = manifest
  return { rows: counts, brokenChains, exportedAt, from: workspace.name, app }
}

/** The file has done what it came for. */
async function dropFile(workspaceId: string, batchId: string) {
  const here = { workspaceId, id: batchId, state: { in: ['applied', 'failed'] } }
  const batch = await database().importBatch.findFirst({ where: here, select: { blobId: true } })
  if (!batch?.blobId) return
  await database().importBatch.updateMany({ where: here, data: { blobId: null } })
  await deleteBlob(workspaceId, batch.blobId)
}

function failureOf(error: unknown): string {
  if (error instanceof WorkspaceFileRefused || error instanceof Refusal) return error.message
  // What the database refuses although every line was checked: its own rules stand behind ours.
  const isRefusedByDatabase =
    error instanceof Prisma.PrismaClientKnownRequestError && /^P20(?:02|03|04|10|11|20)$/.test(error.code)
  const id = reportBug(error, 'job read-workspace-zip')
  return isRefusedByDatabase
    ? `The rows of this file do not fit together, so none was written (error ${id}).`
    : `Something went wrong on our side, and nothing was written (error ${id}). Bring the file in again.`
}

function progressTeller(workspaceId: string, batchId: string): () => void {
  let last = performance.now()
  let done = 0
  return () => {
    done += 1
    if (done % 100 !== 0 || performance.now() - last < TELLS_EVERY_MS) return
    last = performance.now()
    const where = { workspaceId, id: batchId, state: { in: UNDER_WAY } }
    database()
      .importBatch.updateMany({ where, data: { done } })
      .catch((error) => reportBug(error, 'progress of a workspace'))
  }
}
