import { randomUUID } from 'node:crypto'
import { NotFound } from '#lib/domain/refusal.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize, authorizeToSee } from '../authorize.ts'
import { keepTags } from '../prospects/keep-tags.ts'
import { lockChosen, putManyBack } from '../prospects/many-prospects-queries.ts'
import { TRASH_DAYS } from './trash-kinds.ts'

const DAY_MS = 24 * 60 * 60 * 1000

type Deed = { deed: 'add-tag' | 'remove-tag' | 'assign'; tag?: string; ownerId?: string | null }
type Noted = { scope: WorkspaceScope; changeId: string }

/**
 * Begins a change of many prospects that can be undone for as long as things lie in the trash; older ones are forgotten.
 * Part of a command that has asked who may.
 */
export async function beginManyChange(tx: Transaction, scope: WorkspaceScope, deed: Deed): Promise<Noted> {
  const { workspaceId, memberId: byId, now: at } = scope
  await tx.manyChange.deleteMany({
    where: { workspaceId, at: { lt: new Date(at.getTime() - TRASH_DAYS * DAY_MS) } },
  })
  const changeId = randomUUID()
  await tx.manyChange.create({ data: { ...deed, id: changeId, workspaceId, words: '', byId, at } })
  return { scope, changeId }
}

/** Ends it: what people are told of it stays with it. A change of nothing leaves nothing to undo. */
export async function saidOfManyChange(
  tx: Transaction,
  { scope: { workspaceId }, changeId }: Noted,
  { message, count }: { message: string; count: number },
): Promise<{ message: string; changeId?: string }> {
  const where = { workspaceId, id: changeId }
  if (count === 0) {
    await tx.manyChange.deleteMany({ where })
    return { message }
  }
  await tx.manyChange.updateMany({ where, data: { words: message } })
  return { message, changeId }
}

/** What was done to many at once, for the page that offers to undo it; null where it is forgotten or never was. */
export async function findManyChange(scope: WorkspaceScope, changeId: string) {
  authorizeToSee(scope, 'prospects.read')
  return database().manyChange.findFirst({
    where: { workspaceId: scope.workspaceId, id: changeId },
    select: { id: true, words: true, undoneAt: true, putBack: true, stayed: true },
  })
}

/**
 * Undoes such a change: prospects that stand as it left them become what they were before, tags or owner exactly; those
 * changed again since, merged or in the trash stay. A second click does nothing and is told the same.
 *
 * @throws NotFound
 */
export async function undoManyChange(scope: WorkspaceScope, { changeId }: { changeId: string }) {
  authorize(scope, 'prospects.write')
  const { workspaceId, now } = scope
  const where = { workspaceId, id: changeId }
  return inTransaction(async (tx) => {
    const { count } = await tx.manyChange.updateMany({
      where: { ...where, undoneAt: null },
      data: { undoneAt: now },
    })
    const change = await tx.manyChange.findFirst({ where })
    if (!change) throw new NotFound()
    if (count === 0) return { putBack: change.putBack, stayed: change.stayed }
    const rows = await tx.manyChangeRow.findMany({
      where: { workspaceId, changeId },
      select: { itemId: true },
    })
    await lockChosen(tx, scope, { ids: rows.map(({ itemId }) => itemId) }, rows.length)
    if (change.deed === 'remove-tag') await keepTags(tx, scope, [change.tag])
    const putBack = await putManyBack(tx, scope, change)
    const told = { putBack, stayed: rows.length - putBack }
    await tx.manyChange.updateMany({ where, data: told })
    await tx.manyChangeRow.deleteMany({ where: { workspaceId, changeId } })
    return told
  })
}
