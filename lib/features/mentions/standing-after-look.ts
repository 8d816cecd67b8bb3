import { type DecisionKind, decidedOutcome } from '#lib/domain/link-check/decided-outcome.ts'
import { mentionOutcome } from '#lib/domain/link-check/mention-outcome.ts'
import { isCannotTell, isLinkedOutcome, needsReview } from '#lib/domain/link-check/review-rule.ts'
import type { Mention } from '#lib/generated/prisma/client.ts'
import type { Transaction } from '#lib/server/database.ts'
import { pastLooks } from './look-history-queries.ts'
import { isDemoAddress } from './mention-question.ts'
import { isOfAddress } from './stored-look.ts'

/** So many looks are read at first; more only where what is so began before them. */
const LOOKS_AT_FIRST = 40

type Look = { at: Date; verdict: string; notBefore?: Date | null }

/**
 * What a mention comes to after its newest look, which is written already: outcome and since when, whether a person
 * should decide, and when to look again.
 *
 * @param mention as it was before the look
 */
export async function standingAfter(tx: Transaction, mention: Mention, look: Look) {
  const { looks, derived, everLinked } = await deriveOutcome(tx, mention, look)
  const decided = await withDecisions(tx, mention, { outcome: derived.kind, since: derived.since })
  const failedInRow = isCannotTell(look.verdict) ? mention.failedInRow + 1 : 0
  const isForReview = needsReview(mention, { outcome: decided.outcome, failedInRow })
  return {
    outcome: decided.outcome,
    outcomeAt: decided.since,
    everLinked,
    failedInRow,
    reviewSince: mention.reviewSince ?? (isForReview ? look.at : null),
    lastLookAt: looks[0]?.at ?? look.at,
    nextLookAt: isDemoAddress(mention.url) ? null : derived.lookAgainAt,
  }
}

/** Reads as many looks as it takes to see where that which is so began. */
async function deriveOutcome(tx: Transaction, mention: Mention, { at, notBefore }: Look) {
  for (let atMost = LOOKS_AT_FIRST; ; atMost *= 4) {
    const rows = await pastLooks(tx, { workspaceId: mention.workspaceId, mentionId: mention.id }, { atMost })
    const isAll = rows.length < atMost
    const looks = rows.filter(({ requestedUrl }) => isOfAddress(requestedUrl, mention.urlKey))
    // Oldest first, so that of two at the same moment the later one counts.
    const past = looks.toReversed().map(({ at, verdict, linked, transient }) => ({
      at,
      kind: verdict,
      linked: linked ?? (isLinkedOutcome(verdict) ? true : null),
      transient,
    }))
    const everLinked = past.some(({ linked }) => linked === true)
    // A link seen before these looks makes "no link" mean "lost"; what it was like does not matter.
    const before = !isAll && !everLinked && mention.everLinked ? [LINKED_ONCE] : []
    const derived = mentionOutcome({
      looks: [...before, ...past],
      addedAt: mention.createdAt,
      now: at,
      jitter: Math.random(),
      aboutUs: mention.aboutUs,
      notBefore: notBefore ?? null,
    })
    if (
      isAll ||
      looks.some((each) => !isCannotTell(each.verdict) && derived.since && each.at < derived.since)
    )
      return { looks, derived, everLinked: everLinked || before.length > 0 }
  }
}

const LINKED_ONCE = { at: new Date(0), kind: 'linked', linked: true } as const

/** The newest thing a person decided, where it still holds. */
async function withDecisions(
  tx: Transaction,
  { workspaceId, id: mentionId, urlKey }: Mention,
  derived: { outcome: string; since: Date | null },
) {
  const decision = await tx.outcomeDecision.findFirst({
    where: { workspaceId, mentionId, kind: { not: 'confirmed' } },
    orderBy: [{ lookNumber: 'desc' }, { at: 'desc' }],
  })
  if (!decision) return derived
  const rows = await pastLooks(tx, { workspaceId, mentionId }, { decidedAt: decision.lookNumber })
  return decidedOutcome({
    derived,
    decisions: [{ ...decision, kind: decision.kind as DecisionKind }],
    looks: rows
      .filter(({ requestedUrl }) => isOfAddress(requestedUrl, urlKey))
      .map(({ number, kind, verdict, mentioned }) => ({
        number,
        isByPerson: kind === 'person',
        verdict,
        mentioned,
      })),
  })
}
