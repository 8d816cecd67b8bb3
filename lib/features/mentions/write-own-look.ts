import { verdictKindOf } from '#lib/domain/link-check/link-verdict.ts'
import { factsOfOwnLook, OWN_LOOK_TABLE } from '#lib/domain/own-look.ts'
import { can } from '#lib/domain/roles.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { OwnLookInput } from './mention-schema.ts'
import { NO_EVIDENCE } from './stored-look.ts'
import { writeLook } from './write-look.ts'

/** A second click on "record what I saw" within this time is the same one. */
const SAME_CLICK_MS = 60_000

/**
 * Writes down what a person saw: a look marked as theirs, and a decision, so that it holds against looks that go on saying
 * what it contradicts. Where the person may review outcomes, nobody else needs to. The caller's transaction has updated
 * the mention's row before, so that two writers of looks come one after the other.
 */
export async function writeOwnLook(
  tx: Transaction,
  scope: WorkspaceScope,
  { mentionId, saw, words }: OwnLookInput,
) {
  const { workspaceId, memberId, now } = scope
  const here = { workspaceId, id: mentionId }
  const facts = factsOfOwnLook(saw)
  if (saw === 'about-us') await tx.mention.updateMany({ where: here, data: { aboutUs: true } })
  const mention = await tx.mention.findFirstOrThrow({
    where: here,
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
  await writeLook(tx, workspaceId, mentionId, {
    kind: 'person',
    at: now,
    tookMs: null,
    facts,
    evidence: NO_EVIDENCE,
    url: mention.url,
    verdict,
    sentence: `${scope.actorName} ${OWN_LOOK_TABLE[saw].sentence}`,
    requestedById: memberId,
    note: words,
  })
  const { outcome, lookCount: lookNumber } = await tx.mention.findFirstOrThrow({
    where: here,
    select: { outcome: true, lookCount: true },
  })
  await tx.outcomeDecision.create({
    data: {
      workspaceId,
      mentionId,
      lookNumber,
      kind: 'seen-by-person',
      outcome,
      reason: words,
      byId: memberId,
      at: now,
    },
  })
  if (can(scope.role, 'outcomes.review', scope.grants)) {
    await tx.mention.updateMany({ where: here, data: { reviewSince: null } })
  }
}
