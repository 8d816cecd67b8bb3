import { LOGO_MAX_BYTES, type LogoType, logoTypeOf } from '#lib/domain/customer-reports/logo-type.ts'
import { deleteBlob, readBlob, writeBlob } from '#lib/server/blobs.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { takeUpload, UploadProblem } from '#lib/server/upload.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize, authorizeToSee } from '../authorize.ts'
import { lockWorkspace } from '../workspaces/member-locks.ts'

const DAY_MS = 24 * 60 * 60 * 1000
export type LogoProblem = UploadProblem['problem'] | 'no-picture'

/** The agency's logo as it stands in a page: a data: address, so that the page asks for nothing else. Null where there is none. */
export async function readLogo(scope: WorkspaceScope): Promise<string | null> {
  authorizeToSee(scope, 'customer-reports.read')
  const { workspaceId } = scope
  const workspace = await database().workspace.findUnique({
    where: { id: workspaceId },
    select: { logoBlobId: true, logoType: true },
  })
  if (!workspace?.logoBlobId || !workspace.logoType) return null
  const bytes = await together(readBlob(workspaceId, workspace.logoBlobId))
  return bytes.length === 0 ? null : `data:${workspace.logoType};base64,${bytes.toString('base64')}`
}

/** Takes the picture of an upload form as the logo; the one before goes. What went wrong with it is answered, not thrown. */
export async function uploadLogo(scope: WorkspaceScope, request: Request): Promise<LogoProblem | null> {
  authorize(scope, 'workspace.settings')
  try {
    const bytes = await takeUpload(request, { maxBytes: LOGO_MAX_BYTES }, ({ bytes }) => together(bytes))
    const type = logoTypeOf(bytes)
    if (type === null) return 'no-picture'
    await keepLogo(scope, bytes, type)
    return null
  } catch (error) {
    if (!(error instanceof UploadProblem)) throw error
    return error.problem
  }
}

/** Reports that are approved keep the one they have. Where there is none, nothing is to be done. */
export async function removeLogo(scope: WorkspaceScope) {
  authorize(scope, 'workspace.settings')
  await setLogo(scope, { logoBlobId: null, logoType: null })
}

/** Until the workspace names it, it is a file that the night takes away. */
async function keepLogo(scope: WorkspaceScope, bytes: Buffer, type: LogoType) {
  const keptUntil = new Date(scope.now.getTime() + DAY_MS)
  const { blobId } = await writeBlob(scope, inOnePiece(bytes), { maxBytes: LOGO_MAX_BYTES, keptUntil })
  await setLogo(scope, { logoBlobId: blobId, logoType: type })
}

async function setLogo(
  { workspaceId }: WorkspaceScope,
  logo: { logoBlobId: string | null; logoType: LogoType | null },
) {
  const before = await inTransaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const here = { where: { id: workspaceId }, select: { logoBlobId: true } }
    const workspace = await tx.workspace.findUniqueOrThrow(here)
    if (logo.logoBlobId !== null)
      await tx.blob.updateMany({ where: { workspaceId, id: logo.logoBlobId }, data: { keptUntil: null } })
    // Should this process end before it is removed below, the night takes it.
    if (workspace.logoBlobId !== null)
      await tx.blob.updateMany({
        where: { workspaceId, id: workspace.logoBlobId },
        data: { keptUntil: new Date(0) },
      })
    await tx.workspace.updateMany({ where: { id: workspaceId }, data: logo })
    return workspace.logoBlobId
  })
  if (before !== null) await deleteBlob(workspaceId, before)
}

async function together(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
