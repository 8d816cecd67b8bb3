import { Refusal } from '#lib/domain/refusal.ts'
import { inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { optionsOf } from './import-batch.ts'
import { applyBatch, batchOf } from './import-commands.ts'
import { type RowChoice, writeRowChoices } from './row-choice-queries.ts'
import { isTakeable } from './takeable-fields.ts'

/**
 * Remembers in which rows, and for which of their fields, the file's value is to be taken. Nothing else changes until
 * `applyBatch`. Rows that are not named keep what was chosen for them.
 *
 * @param input.take what is ticked for all rows, where the form asks for that too
 * @throws NotFound; Refusal when there is no preview any more
 */
export async function chooseInRows(
  scope: WorkspaceScope,
  { batchId, rows, take }: { batchId: string; rows: RowChoice[]; take?: string[] },
) {
  authorize(scope, 'imports.run')
  const { workspaceId } = scope
  await batchOf(scope, batchId)
  await inTransaction(async (tx) => {
    // Holds the batch: who applies it meanwhile waits, and applies what was chosen.
    const [held] = await tx.importBatch.updateManyAndReturn({
      where: { workspaceId, id: batchId, state: 'previewed' },
      data: { failure: null },
      select: { options: true },
    })
    if (!held)
      throw new Refusal(
        'There is no preview of this file any more.',
        'Load the page again to see how it stands.',
      )
    if (take)
      await tx.importBatch.updateMany({
        where: { workspaceId, id: batchId },
        data: { options: { ...optionsOf(held), take: take.filter(isTakeable) } },
      })
    await writeRowChoices(tx, { workspaceId, batchId }, rows)
  })
}

/** What the form of a preview asks for: to remember what is ticked in the rows, or to carry all of it out. */
export async function decideOnBatch(
  scope: WorkspaceScope,
  { intent, ...input }: { batchId: string; take: string[]; rows: RowChoice[]; intent: 'apply' | 'remember' },
): Promise<{ isApplied: boolean }> {
  authorize(scope, 'imports.run')
  if (intent === 'remember') await chooseInRows(scope, input)
  else await applyBatch(scope, input)
  return { isApplied: intent === 'apply' }
}
