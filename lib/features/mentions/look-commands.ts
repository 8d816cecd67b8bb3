import { NotFound } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { countLooks } from './look-budget.ts'
import { LOOK_PRIORITIES, lookMayBeAskedFor, lookMayBeOvertaken } from './look-requests.ts'
import { hostOf, isDemoAddress } from './mention-question.ts'
import type { OwnLookInput } from './mention-schema.ts'
import { writeOwnLook } from './write-own-look.ts'

/**
 * Asks the worker for a look, before everything the clock and checks of many pages have asked for: where one of theirs has
 * not begun, it becomes this person's. Asking again while one is on its way changes nothing.
 *
 * @returns whether this call asked for it
 * @throws NotFound
 */
export async function lookNow(scope: WorkspaceScope, mentionId: string): Promise<{ asked: boolean }> {
  authorize(scope, 'mentions.write')
  const { workspaceId, memberId: requestedById } = scope
  return inTransaction(async (tx) => {
    const mention = await tx.mention.findFirst({
      where: { workspaceId, id: mentionId, deletedAt: null },
      select: {
        url: true,
        runItems: { where: { state: 'waiting', run: { state: 'running' } }, select: { runId: true } },
      },
    })
    if (!mention) throw new NotFound()
    const asked = (await overtake(tx, scope, mentionId)) || (await askAnew(tx, scope, mentionId, mention.url))
    if (!asked) return { asked: false }
    // What a run waits for is this look: it needs no second one.
    const [item] = mention.runItems
    await enqueue(
      tx,
      'look-at-mention',
      { workspaceId, mentionId, requestedById, ...(item ? { runId: item.runId } : {}) },
      { group: hostOf(mention.url), priority: LOOK_PRIORITIES.person },
    )
    return { asked: true }
  })
}

/** Takes over a look that was asked for, and counted, for somebody who can wait longer. */
async function overtake(tx: Transaction, { workspaceId, now }: WorkspaceScope, id: string): Promise<boolean> {
  const { count } = await tx.mention.updateMany({
    where: { workspaceId, id, deletedAt: null, ...lookMayBeOvertaken('person') },
    data: { lookAskedBy: 'person', lookRequestedAt: now },
  })
  return count > 0
}

async function askAnew(tx: Transaction, { workspaceId, now }: WorkspaceScope, id: string, url: string) {
  const looks = isDemoAddress(url) ? 0 : 1
  if (looks > 0) await countLooks(tx, now, looks)
  const { count } = await tx.mention.updateMany({
    where: { workspaceId, id, deletedAt: null, ...lookMayBeAskedFor('person', now) },
    data: { lookState: 'waiting', lookAskedBy: 'person', lookRequestedAt: now },
  })
  if (count === 0 && looks > 0) await countLooks(tx, now, -looks)
  return count > 0
}

/** A person opened the page and says what they saw: a look like any other, marked as a person's. @throws NotFound */
export async function recordOwnLook(scope: WorkspaceScope, { mentionId, saw, words }: OwnLookInput) {
  authorize(scope, 'mentions.write')
  await inTransaction(async (tx) => {
    await holdMention(tx, scope, mentionId)
    await writeOwnLook(tx, scope, { mentionId, saw, words })
  })
}

/** The page neither links nor names us, and a person says that it is about us all the same. @throws NotFound */
export async function sayAboutUs(scope: WorkspaceScope, mentionId: string) {
  authorize(scope, 'mentions.write')
  await inTransaction(async (tx) => {
    await holdMention(tx, scope, mentionId)
    await writeOwnLook(tx, scope, { mentionId, saw: 'about-us', words: '' })
  })
}

/** The person has seen this outcome; a newer one is still news. @throws NotFound */
export async function acknowledgeOutcome(scope: WorkspaceScope, mentionId: string, outcome: string) {
  authorize(scope, 'mentions.write')
  const { workspaceId } = scope
  await inTransaction(async (tx) => {
    const { count } = await tx.mention.updateMany({
      where: { workspaceId, id: mentionId, deletedAt: null, outcome },
      data: { seenOutcome: outcome },
    })
    if (count > 0) return
    const mention = await tx.mention.findFirst({
      where: { workspaceId, id: mentionId, deletedAt: null },
      select: { id: true },
    })
    if (!mention) throw new NotFound()
  })
}

/** Takes the row's lock, so that two writers of looks come one after the other. */
async function holdMention(tx: Transaction, scope: WorkspaceScope, mentionId: string) {
  const { count } = await tx.mention.updateMany({
    where: { workspaceId: scope.workspaceId, id: mentionId, deletedAt: null },
    data: { updatedAt: scope.now },
  })
  if (count === 0) throw new NotFound()
}
