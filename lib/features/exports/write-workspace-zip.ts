import { Refusal } from '#lib/domain/refusal.ts'
import { appVersion } from '#lib/server/app-version.ts'
import { deleteBlob, type WrittenBlob, writeBlob } from '#lib/server/blobs.ts'
import { database, type Transaction } from '#lib/server/database.ts'
import type { Jobs } from '#lib/server/jobs.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { actingScope } from '../workspaces/acting-scope.ts'
import { countLines, workspaceZip } from './workspace-zip-stream.ts'

const DAY_MS = 24 * 3_600_000
export const FILE_KEPT_DAYS = 7
export const WITH_PAGES = 'workspace-with-pages'
/** A blob's size is a 32-bit number. */
const LARGEST_FILE_BYTES = 2_000_000_000
const LONGEST_MS = 50 * 60_000
const TELLS_EVERY_MS = 1_000

/**
 * Writes a workspace to a file, for an export somebody asked for. Killed half-way it begins anew; what it had written is
 * taken away at night. Run twice, the first to finish is kept.
 */
export async function writeWorkspaceZip({ workspaceId, exportId }: Jobs['write-workspace-zip'], now: Date) {
  const under = { workspaceId, id: exportId, state: { in: ['waiting', 'writing'] } }
  const asked = await database().workspaceExport.findFirst({
    where: under,
    select: { byId: true, kind: true },
  })
  if (!asked) return
  await database().workspaceExport.updateMany({ where: under, data: { state: 'writing', done: 0 } })
  const tell = progressTeller(workspaceId, exportId)
  try {
    const scope = await actingScope(asked.byId, now)
    authorize(scope, 'workspace.export')
    const { blobId } = await writeFile(scope, asked.kind === WITH_PAGES, tell)
    const { count } = await database().workspaceExport.updateMany({
      where: under,
      data: { state: 'ready', blobId, readyAt: new Date(), failure: null },
    })
    if (count === 0) await deleteBlob(workspaceId, blobId)
  } catch (error) {
    const failure = error instanceof Refusal ? error.message : brokeWords(error)
    await database().workspaceExport.updateMany({ where: under, data: { state: 'failed', failure } })
  }
}

/** One snapshot for all of it: what is written meanwhile by others is in the file whole, or not at all. */
function writeFile(scope: WorkspaceScope, withPages: boolean, tell: Teller): Promise<WrittenBlob> {
  const { workspaceId, now } = scope
  return database().$transaction(
    async (client) => {
      const tx = client as Transaction
      tell.total(await countLines(tx, workspaceId, withPages))
      const onProgress = tell.done
      const zip = await workspaceZip(tx, { workspaceId, now, withPages, app: appVersion(), onProgress })
      const keptUntil = new Date(now.getTime() + FILE_KEPT_DAYS * DAY_MS)
      return writeBlob(scope, zip, { maxBytes: LARGEST_FILE_BYTES, keptUntil })
    },
    { isolationLevel: 'RepeatableRead', timeout: LONGEST_MS },
  )
}

type Teller = { total: (lines: number) => void; done: (lines: number) => void }

/** Says how far it is, beside the work and not too often. */
function progressTeller(workspaceId: string, exportId: string): Teller {
  let last = 0
  const write = (data: { total?: number; done?: number }) => {
    const where = { workspaceId, id: exportId, state: 'writing' }
    database()
      .workspaceExport.updateMany({ where, data })
      .catch((error) => reportBug(error, 'progress of an export'))
  }
  return {
    total: (total) => write({ total }),
    done: (done) => {
      if (performance.now() - last < TELLS_EVERY_MS) return
      last = performance.now()
      write({ done })
    },
  }
}

function brokeWords(error: unknown): string {
  return `Something went wrong on our side (error ${reportBug(error, 'job write-workspace-zip')}). Try again.`
}
