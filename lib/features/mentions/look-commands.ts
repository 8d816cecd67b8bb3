import { verdictKindOf } from '#lib/domain/link-check/link-verdict.ts'
import { factsOfOwnLook, OWN_LOOK_TABLE, type OwnLook } from '#lib/domain/own-look.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { lookMayBeAskedFor } from './look-requests.ts'
import { hostOf } from './mention-question.ts'
import type { OwnLookInput } from './mention-schema.ts'
import { writeLook } from './write-look.ts'

/** A second click on "record what I saw" within this time is the same one. */
const SAME_CLICK_MS = 60_000

/**
 * Asks the worker for a look. Asking again while one is on its way changes nothing.
 *
 * @returns whether this call asked for it
 * @throws NotFound
 */
export async function lookNow(scope: WorkspaceScope, mentionId: string): Promise<{ asked: boolean }> {
  authorize(scope, 'mentions.write')
  const { workspaceId } = scope
  return inTransaction(async (tx) => {
    const { count } = await tx.mention.updateMany({
      where: { workspaceId, id: mentionId, deletedAt: null, ...lookMayBeAskedFor(scope.now) },
      data: { lookState: 'waiting', lookRequestedAt: scope.now },
    })
    const mention = await tx.mention.findFirst({
      where: { workspaceId, id: mentionId, deletedAt: null },
      select: { url: true },
    })
    if (!mention) throw new NotFound()
    if (count === 0) return { asked: false }
    await enqueue(
      tx,
      'look-at-mention',
      { workspaceId, mentionId, requestedById: scope.memberId },
      { group: hostOf(mention.url) },
    )
    return { asked: true }
  })
}

/** A person opened the page and says what they saw: a look like any other, marked as a person's. @throws NotFound */
export async function recordOwnLook(scope: WorkspaceScope, { mentionId, saw, words }: OwnLookInput) {
  authorize(scope, 'mentions.write')
  await inTransaction(async (tx) => {
    await holdMention(tx, scope, mentionId, saw === 'about-us' ? { aboutUs: true } : {})
    await writeOwnLook(tx, scope, mentionId, saw, words)
  })
}

/** The page neither links nor names us, and a person says that it is about us all the same. @throws NotFound */
export async function sayAboutUs(scope: WorkspaceScope, mentionId: string) {
  authorize(scope, 'mentions.write')
  await inTransaction(async (tx) => {
    await holdMention(tx, scope, mentionId, { aboutUs: true })
    await writeOwnLook(tx, scope, mentionId, 'about-us', '')
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
async function holdMention(
  tx: Transaction,
  scope: WorkspaceScope,
  mentionId: string,
  data: { aboutUs?: true },
) {
  const { count } = await tx.mention.updateMany({
    where: { workspaceId: scope.workspaceId, id: mentionId, deletedAt: null },
    data: { ...data, updatedAt: scope.now },
  })
  if (count === 0) throw new NotFound()
}

async function writeOwnLook(
  tx: Transaction,
  scope: WorkspaceScope,
  mentionId: string,
  saw: OwnLook,
  words: string,
) {
  const { workspaceId, memberId, now } = scope
  const facts = factsOfOwnLook(saw)
  const mention = await tx.mention.findFirstOrThrow({
    where: { workspaceId, id: mentionId },
    select: { everLinked: true, url: true },
  })
  const verdict = verdictKindOf(facts, {
    saidAboutUs: saw === 'about-us',
    previously: mention.everLinked && saw !== 'about-us' ? 'linked' : null,
  })
  const before = await tx.linkCheck.findFirst({
    where: {
      workspaceId,
      mentionId,
      kind: 'person',
      requestedById: memberId,
      verdict,
      note: words,
      at: { gt: new Date(now.getTime() - SAME_CLICK_MS) },
    },
    select: { id: true },
  })
  if (before) return
  const sentence = `${scope.actorName} ${OWN_LOOK_TABLE[saw].sentence}`
  await writeLook(tx, workspaceId, mentionId, {
    kind: 'person',
    at: now,
    tookMs: null,
    facts,
    url: mention.url,
    verdict,
    sentence,
    requestedById: memberId,
    note: words,
  })
}
