import { readableHost } from '#lib/domain/idn.ts'
import type { DecisionKind } from '#lib/domain/link-check/decided-outcome.ts'
import { DECISION_VERBS } from '#lib/domain/link-check/outcome-decisions.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { relativeTime } from '#lib/domain/relative-time.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import type { ConfirmInput, OverruleInput, SeenByPersonInput } from './review-schema.ts'
import { writeOwnLook } from './write-own-look.ts'

/** A second click of the same person within this time is the same decision. */
const SAME_CLICK_MS = 60_000

/** On whose page something was decided. */
type Decided = { host: string }

/**
 * A person agrees with what the looks say; it waits for nobody any more.
 *
 * @throws NotFound; Refusal when somebody decided already, or a newer look came in meanwhile
 */
export async function confirmOutcome(scope: WorkspaceScope, asked: ConfirmInput): Promise<Decided> {
  authorize(scope, 'outcomes.review')
  if (asked.reviewSince === null)
    throw new Refusal('This outcome waits for nobody.', 'Nothing is left to do.')
  return decide(scope, asked, 'confirmed', async (tx, { outcome }) => {
    await change(tx, scope, asked, { seenOutcome: outcome })
    await writeDecision(tx, scope, asked, { kind: 'confirmed', outcome })
  })
}

/**
 * A person knows better than the looks. It holds until a later look that can tell says something else than the one that
 * was overruled.
 *
 * @throws NotFound; Refusal as for confirming, or when there is nothing to overrule
 */
export async function overruleOutcome(scope: WorkspaceScope, asked: OverruleInput): Promise<Decided> {
  authorize(scope, 'outcomes.review')
  const { outcome, reason } = asked
  return decide(scope, asked, 'overruled', async (tx, mention) => {
    refuseSenseless(mention, outcome)
    await change(tx, scope, asked, {
      outcome,
      outcomeAt: scope.now,
      seenOutcome: outcome,
      ...(outcome === 'featured-not-named' ? { aboutUs: true } : {}),
    })
    await writeDecision(tx, scope, asked, { kind: 'overruled', outcome, reason })
    const details = { from: mention.outcome, to: outcome, lookNumber: asked.lookNumber }
    const thing = { objectId: asked.mentionId, siteId: mention.siteId, details }
    await recordAudit(tx, scope, 'verdict.overruled', thing)
  })
}

/**
 * A person opened the page and says what they saw: a look like any other, marked as a person's, which settles what waits.
 *
 * @throws NotFound; Refusal as for confirming
 */
export async function recordSeenByPerson(scope: WorkspaceScope, asked: SeenByPersonInput): Promise<Decided> {
  authorize(scope, 'outcomes.review')
  return decide(scope, asked, 'seen-by-person', async (tx) => {
    await writeOwnLook(tx, scope, asked)
    const { outcome } = await tx.mention.findFirstOrThrow({
      where: { workspaceId: scope.workspaceId, id: asked.mentionId },
      select: { outcome: true },
    })
    await change(tx, scope, asked, { seenOutcome: outcome })
  })
}

type Before = Pick<ConfirmInput, 'mentionId' | 'lookNumber' | 'reviewSince'>
type Taken = { url: string; siteId: string; outcome: string; lookCount: number; everLinked: boolean }

/**
 * Takes the mention out of the queue, if it still stands as the person read it, and does what they decided. Two at once come
 * one after the other here, and the second is told about the first; a second click of one person changes nothing.
 */
async function decide(
  scope: WorkspaceScope,
  before: Before,
  kind: DecisionKind,
  act: (tx: Transaction, mention: Taken) => Promise<void>,
): Promise<Decided> {
  const here = { workspaceId: scope.workspaceId, id: before.mentionId, deletedAt: null }
  return inTransaction(async (tx) => {
    const { count } = await tx.mention.updateMany({
      where: { ...here, lookCount: before.lookNumber, reviewSince: before.reviewSince },
      data: { reviewSince: null, updatedAt: scope.now },
    })
    const mention = await tx.mention.findFirst({
      where: here,
      select: { url: true, siteId: true, outcome: true, lookCount: true, everLinked: true },
    })
    if (!mention) throw new NotFound()
    const host = readableHost(URL.parse(mention.url)?.hostname ?? mention.url)
    const isSameClick =
      count === 0 && (await refuseSecond(tx, scope, { ...before, host }, kind)) === 'same-click'
    if (!isSameClick) await act(tx, mention)
    return { host }
  })
}

/** @throws Refusal that tells who decided, or that there is something newer to read */
async function refuseSecond(
  tx: Transaction,
  { workspaceId, memberId, now, timeZone }: WorkspaceScope,
  { mentionId, lookNumber, reviewSince, host }: Before & Decided,
  kind: DecisionKind,
): Promise<'same-click'> {
  const last = await tx.outcomeDecision.findFirst({
    where: { workspaceId, mentionId, lookNumber: { gte: lookNumber } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { by: { select: { name: true } } },
  })
  const isOwn = last?.byId === memberId
  if (isOwn && last.kind === kind && now.getTime() - last.at.getTime() < SAME_CLICK_MS) return 'same-click'
  if (last && (reviewSince === null || last.at >= reviewSince)) {
    throw new Refusal(
      `${host}: ${isOwn ? 'you' : last.by.name} ${DECISION_VERBS[last.kind as DecisionKind]} already, ${relativeTime(last.at, now, timeZone)}.`,
      'Load this page again to see how it stands now.',
    )
  }
  throw new Refusal(
    `A newer look at ${host} came in while you were reading.`,
    'Load this page again to see what it found, then decide.',
  )
}

function refuseSenseless(mention: Taken, outcome: string) {
  if (mention.lookCount === 0) {
    throw new Refusal('Nobody has looked at this page yet.', 'Look first, or record what you see there.')
  }
  if (mention.outcome === outcome) {
    throw new Refusal('That is what it comes to already.', 'Confirm it, or choose something else.', 'outcome')
  }
  if (outcome === 'lost' && !mention.everLinked) {
    throw new Refusal(
      'No look has ever seen a link there, so none can be lost.',
      'Choose what fits a page that never linked.',
      'outcome',
    )
  }
}

async function change(
  tx: Transaction,
  { workspaceId }: WorkspaceScope,
  { mentionId: id }: Before,
  data: { outcome?: string; outcomeAt?: Date; seenOutcome: string; aboutUs?: true },
) {
  await tx.mention.updateMany({ where: { workspaceId, id }, data })
}

async function writeDecision(
  tx: Transaction,
  { workspaceId, memberId: byId, now: at }: WorkspaceScope,
  { mentionId, lookNumber }: Before,
  decision: { kind: DecisionKind; outcome: string; reason?: string },
) {
  await tx.outcomeDecision.create({
    data: { workspaceId, mentionId, lookNumber, byId, at, ...decision },
  })
}
