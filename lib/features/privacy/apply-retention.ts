import { RETENTION_RULES, type RetentionRule, retentionCutoff, retentionOf } from '#lib/domain/retention.ts'
import { databaseAcrossWorkspaces, inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { forgetMails } from '../answers/doubt-commands.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { actingScope } from '../workspaces/acting-scope.ts'
import { STANDS } from '../workspaces/standing-workspaces.ts'
import { removePersonRows } from './erase-commands.ts'
import { findPerson } from './person-queries.ts'
import { contactsOver, importsOver, pitchesOver, postsOver } from './retention-queries.ts'

const ROWS_AT_ONCE = 5_000
const PITCHES_AT_ONCE = 200
/** One night's work on a workspace; what is left goes the night after. */
const BATCHES_A_NIGHT = 200
const CONTACTS_A_NIGHT = 500
/** Well within the time a job may take. */
const NIGHT_MS = 200_000

/**
 * Lets go what the workspaces' rules say, and writes down what that was. Each batch stands by itself: ended in between, the
 * next run carries on; run twice, the second finds nothing.
 */
export async function applyRetention(now: Date): Promise<{ workspaces: number }> {
  const db = databaseAcrossWorkspaces()
  const until = performance.now() + NIGHT_MS
  const all = await db.workspace.findMany({
    where: STANDS,
    select: { id: true, retention: true },
    orderBy: { id: 'asc' },
  })
  let workspaces = 0
  for (const { id, retention } of all) {
    if (performance.now() > until) break
    const owner = await db.member.findFirst({
      where: { workspaceId: id, role: 'owner', leftAt: null },
      orderBy: { joinedAt: 'asc' },
      select: { id: true },
    })
    if (!owner) continue
    const rules = retentionOf(retention)
    const scope = await actingScope(owner.id, now)
    const counts: Partial<Record<RetentionRule, number>> = {}
    for (const rule of RETENTION_RULES) {
      const days = rules[rule]
      if (days === null) continue
      const count = await LET_GO[rule](scope, retentionCutoff(days, now), () => performance.now() > until)
      if (count > 0) counts[rule] = count
    }
    if (Object.keys(counts).length === 0) continue
    await inTransaction(async (tx) => {
      const { id: erasureId } = await tx.erasure.create({
        data: { workspaceId: id, why: 'retention', counts, at: now, byId: owner.id },
        select: { id: true },
      })
      const details = { erasureId, rules: Object.keys(counts) }
      const itself = { workspaceId: id, now, kind: 'system' } as const
      await recordAudit(tx, itself, 'retention.applied', { objectId: id, details })
    })
    workspaces += 1
  }
  return { workspaces }
}

type LetGo = (scope: WorkspaceScope, cutoff: Date, isOver: () => boolean) => Promise<number>

const LET_GO: Record<RetentionRule, LetGo> = {
  importFiles: letFilesGo,
  feedPosts: ({ workspaceId }, cutoff, isOver) =>
    inBatches(isOver, () =>
      inTransaction(async (tx) => {
        const { count } = await tx.feedPost.updateMany({
          where: { workspaceId, ...postsOver(cutoff) },
          data: { text: '', summary: '', author: '', notes: '' },
          limit: ROWS_AT_ONCE,
        })
        return count
      }),
    ),
  closedPitches: (scope, cutoff, isOver) =>
    inBatches(isOver, () => inTransaction((tx) => emptyPitches(tx, scope, cutoff))),
  quietContacts: letContactsGo,
}

async function inBatches(isOver: () => boolean, batch: () => Promise<number>): Promise<number> {
  let done = 0
  for (let turn = 0; turn < BATCHES_A_NIGHT && !isOver(); turn += 1) {
    const count = await batch()
    if (count === 0) break
    done += count
  }
  return done
}

async function letFilesGo(
  { workspaceId }: WorkspaceScope,
  cutoff: Date,
  isOver: () => boolean,
): Promise<number> {
  const db = databaseAcrossWorkspaces()
  const over = await db.importBatch.findMany({
    where: { workspaceId, ...importsOver(workspaceId, cutoff) },
    orderBy: { createdAt: 'asc' },
    select: { id: true, blobId: true },
  })
  let done = 0
  for (const { id, blobId } of over) {
    const isEmpty = { workspaceId, batchId: id }
    await inBatches(isOver, () =>
      db.importRow.deleteMany({ where: isEmpty, limit: ROWS_AT_ONCE }).then(({ count }) => count),
    )
    if (isOver()) break
    await inTransaction((tx) => dropFile(tx, workspaceId, id, blobId))
    done += 1
  }
  return done
}

async function dropFile(tx: Transaction, workspaceId: string, batchId: string, blobId: string | null) {
  const where = { workspaceId, id: batchId }
  // One that nobody went on with has nothing to go on with now.
  await tx.importBatch.updateMany({
    where: { ...where, state: { in: ['uploaded', 'mapping', 'previewed'] } },
    data: { state: 'dropped' },
  })
  await tx.importBatch.updateMany({ where, data: { blobId: null, facts: {} } })
  if (blobId === null) return
  const used = await tx.importBatch.count({ where: { workspaceId, blobId } })
  if (used > 0) return
  await tx.blobChunk.deleteMany({ where: { workspaceId, blobId } })
  await tx.blob.deleteMany({ where: { workspaceId, id: blobId } })
}

async function emptyPitches(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  cutoff: Date,
): Promise<number> {
  const over = await tx.pitch.findMany({
    where: { workspaceId, ...pitchesOver(cutoff) },
    take: PITCHES_AT_ONCE,
    select: { id: true },
  })
  const ids = over.map(({ id }) => id)
  const ofPitches = { workspaceId, pitchId: { in: ids } }
  const empty = { subject: '', body: '' }
  await tx.pitchRevision.updateMany({ where: ofPitches, data: empty })
  await tx.pitchRemark.deleteMany({ where: ofPitches })
  await tx.message.updateMany({ where: ofPitches, data: empty })
  await forgetMails(tx, { workspaceId, now }, { pitchId: { in: ids } })
  await tx.followUp.updateMany({ where: ofPitches, data: empty })
  await tx.pitch.updateMany({ where: { workspaceId, id: { in: ids } }, data: empty })
  return ids.length
}

/** Each by itself, and asked about once more: somebody may be writing to them at this moment. */
async function letContactsGo(scope: WorkspaceScope, cutoff: Date, isOver: () => boolean): Promise<number> {
  const { workspaceId } = scope
  const over = await databaseAcrossWorkspaces().contact.findMany({
    where: { workspaceId, ...contactsOver(workspaceId, cutoff) },
    orderBy: { createdAt: 'asc' },
    take: CONTACTS_A_NIGHT,
    select: { id: true, updatedAt: true },
  })
  let done = 0
  for (const { id, updatedAt } of over) {
    if (isOver()) break
    const isGone = await inTransaction(async (tx) => {
      const still = { workspaceId, id, ...contactsOver(workspaceId, cutoff) }
      const { count } = await tx.contact.updateMany({ where: still, data: { updatedAt } })
      if (count === 0) return false
      await removePersonRows(tx, scope, await findPerson(scope, id, tx), { stopThem: false })
      return true
    })
    if (isGone) done += 1
  }
  return done
}
