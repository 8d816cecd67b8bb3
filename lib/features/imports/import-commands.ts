import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { deleteBlob } from '#lib/server/blobs.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { columnsOf } from './chosen-columns.ts'
import { findBatch, type ImportBatchRow, type ImportState, optionsOf } from './import-batch.ts'
import type { ReadAsInput } from './import-schema.ts'
import { type RowChoice, writeRowChoices } from './row-choice-queries.ts'
import { isTakeable } from './takeable-fields.ts'
import { undoHindrance } from './undo-hindrance.ts'

const NAME_MAX = 200

/**
 * Begins an import of a file that was stored. The worker reads it; nothing of the workspace changes before `applyBatch`.
 *
 * @throws NotFound when the file is not here, or not the whole of it
 */
export async function startImport(
  scope: WorkspaceScope,
  { blobId, fileName }: { blobId: string; fileName: string },
): Promise<{ batchId: string }> {
  authorize(scope, 'imports.run')
  const { workspaceId, memberId: byId, now: createdAt } = scope
  const blob = await database().blob.findFirst({
    where: { workspaceId, id: blobId, isWhole: true },
    select: { id: true },
  })
  if (!blob) throw new NotFound()
  const name =
    fileName
      .replace(/[\p{C}/\\]/gu, '')
      .trim()
      .slice(-NAME_MAX) || 'A file without a name'
  return inTransaction(async (tx) => {
    const { id: batchId } = await tx.importBatch.create({
      data: { workspaceId, blobId, fileName: name, state: 'uploaded', byId, createdAt },
      select: { id: true },
    })
    await enqueue(tx, 'run-import', { workspaceId, batchId })
    return { batchId }
  })
}

/**
 * Says how a file is to be read: what its columns are, which of two numbers is the day, whose mentions it brings. It is
 * read anew.
 *
 * @throws NotFound; Refusal when the Site is not there (field `siteId`), a column is nothing we know, or it is too late
 */
export async function readImportAs(scope: WorkspaceScope, input: ReadAsInput) {
  authorize(scope, 'imports.run')
  const { workspaceId } = scope
  const batch = await batchOf(scope, input.batchId)
  if (input.siteId !== '' && input.siteId !== 'none') await requireSite(scope, input.siteId)
  const mapping = input.fields ? columnsOf(batch, input.fields) : batch.mapping
  const { take: _, ...options } = optionsOf(batch)
  await inTransaction(async (tx) => {
    await move(tx, batch, ['mapping', 'previewed', 'failed'], {
      state: 'reading',
      mapping: (mapping ?? Prisma.DbNull) as Prisma.InputJsonValue,
      options: {
        ...options,
        ...(input.dateOrder ? { dateOrder: input.dateOrder } : {}),
        ...(input.siteId === '' ? {} : { withoutMentions: input.siteId === 'none' }),
      },
      ...(input.siteId === '' ? {} : { siteId: input.siteId === 'none' ? null : input.siteId }),
      counts: {},
      failure: null,
      total: null,
      done: 0,
    })
    await tx.importRow.deleteMany({ where: { workspaceId, batchId: batch.id } })
    await enqueue(tx, 'run-import', { workspaceId, batchId: batch.id })
  })
}

/**
 * Carries out what the preview shows. Twice is as good as once.
 *
 * @param input.take fields ("prospect.name") where the file's value wins over a different one, in all rows
 * @param input.rows the same for single rows, besides what was chosen for them before
 * @throws NotFound; Refusal when there is no preview to apply
 */
export async function applyBatch(
  scope: WorkspaceScope,
  { batchId, take, rows = [] }: { batchId: string; take: string[]; rows?: RowChoice[] },
) {
  authorize(scope, 'imports.run')
  const { workspaceId } = scope
  const batch = await batchOf(scope, batchId)
  await inTransaction(async (tx) => {
    await move(tx, batch, ['previewed'], {
      state: 'applying',
      done: 0,
      options: { ...optionsOf(batch), take: take.filter(isTakeable), applyAt: scope.now.toISOString() },
    })
    await writeRowChoices(tx, { workspaceId, batchId }, rows)
    await enqueue(tx, 'run-import', { workspaceId, batchId: batch.id })
  })
}

/** Takes an applied import back. @throws NotFound; Refusal when it is not applied, or its rows are not here */
export async function undoBatch(scope: WorkspaceScope, { batchId }: { batchId: string }) {
  authorize(scope, 'imports.run')
  const { workspaceId } = scope
  const batch = await findBatch(workspaceId, batchId)
  if (!batch) throw new NotFound()
  const hindrance = await undoHindrance(batch)
  if (hindrance) throw new Refusal(hindrance.message, hindrance.remedy)
  await inTransaction(async (tx) => {
    await move(tx, batch, ['applied'], { state: 'undoing', done: 0, place: Prisma.DbNull })
    await enqueue(tx, 'run-import', { workspaceId, batchId })
  })
}

/** Leaves a file that was not applied: its rows and the file itself go. @throws NotFound; Refusal when it is too late */
export async function dropBatch(scope: WorkspaceScope, { batchId }: { batchId: string }) {
  authorize(scope, 'imports.run')
  const { workspaceId } = scope
  const batch = await batchOf(scope, batchId)
  await inTransaction(async (tx) => {
    await move(tx, batch, ['uploaded', 'mapping', 'reading', 'previewed', 'failed'], {
      state: 'dropped',
      blobId: null,
      counts: {},
      facts: {},
    })
    await tx.importRow.deleteMany({ where: { workspaceId, batchId } })
  })
  if (batch.blobId) await deleteBlob(workspaceId, batch.blobId)
}

/** A file of rows; that of a whole workspace goes its own way. @throws NotFound */
export async function batchOf({ workspaceId }: WorkspaceScope, batchId: string): Promise<ImportBatchRow> {
  const batch = await findBatch(workspaceId, batchId)
  if (batch?.kind !== 'rows') throw new NotFound()
  return batch
}

const TOO_LATE: Partial<Record<ImportState, string>> = {
  applying: 'This import is being applied.',
  applied: 'This import has been applied.',
  undoing: 'This import is being taken back.',
  undone: 'This import has been taken back.',
  dropped: 'This file was dropped.',
  reading: 'This file is being read.',
  uploaded: 'This file is being read.',
}

/** Of two people, or two clicks, the first moves it on. */
async function move(
  tx: Transaction,
  { workspaceId, id }: ImportBatchRow,
  from: readonly ImportState[],
  data: Prisma.ImportBatchUncheckedUpdateManyInput,
) {
  const { count } = await tx.importBatch.updateMany({
    where: { workspaceId, id, state: { in: [...from] } },
    data,
  })
  if (count > 0) return
  const now = await tx.importBatch.findFirst({ where: { workspaceId, id }, select: { state: true } })
  throw new Refusal(
    TOO_LATE[now?.state as ImportState] ?? 'This import is not that far yet.',
    'Load the page again to see how it stands.',
  )
}

async function requireSite({ workspaceId }: WorkspaceScope, id: string) {
  const site = await database().site.count({ where: { workspaceId, id, deletedAt: null } })
  if (site === 0) throw new Refusal('That site is not here any more.', 'Choose another one.', 'siteId')
}
