import type { ChannelKind } from '#lib/domain/channel-kinds.ts'
import { isFollowUpDue, whyNoFollowUp } from '#lib/domain/follow-up-cadence.ts'
import { reviewPromises } from '#lib/domain/pitch-gate/history-rules.ts'
import { reviewPitch } from '#lib/domain/pitch-gate/review-pitch.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { refuseWhileGoingOut } from './going-out.ts'
import { changedMeanwhile, whereIs } from './pitch-change.ts'
import { gatherPitchFacts } from './pitch-facts.ts'
import type { SentVia } from './pitch-schema.ts'
import { refuseUnready } from './ready-commands.ts'
import { refuseWay } from './sending-commands.ts'
import { holdSending } from './sending-queries.ts'
import { refuseInDoubt } from './silence-queries.ts'
import { writeFollowUpSent } from './write-sent.ts'

type Written = { followUpId: string; subject: string; body: string }

/** Keeps the text of a nudge that is still to go. @throws NotFound, Refusal when it is settled */
export async function saveFollowUpText(scope: WorkspaceScope, { followUpId, subject, body }: Written) {
  authorize(scope, 'pitches.write')
  const { count } = await database().followUp.updateMany({
    where: { id: followUpId, workspaceId: scope.workspaceId, state: 'due', pitch: { deletedAt: null } },
    data: { subject, body },
  })
  if (count > 0) return
  await findFollowUp(database(), scope, followUpId)
  throw settled()
}

/** "I sent it", for a nudge: frozen with its time, and the next one scheduled where one more is allowed. */
export async function recordFollowUpSent(
  scope: WorkspaceScope,
  { followUpId, via }: { followUpId: string; via: SentVia },
) {
  authorize(scope, 'pitches.send')
  await inTransaction(async (tx) => {
    await holdSending(tx, scope)
    const followUp = await findFollowUp(tx, scope, followUpId)
    if (followUp.state === 'sent') return
    await refuseWhileGoingOut(tx, scope, { pitchId: followUp.pitchId, purpose: 'follow-up' })
    const gathered = await followUpToSend(tx, scope, followUp)
    refuseWay(gathered.pitch.channel.kind as ChannelKind, via)
    refuseUnready(reviewPitch(gathered.facts))
    const { subject, body } = followUp
    if (!(await writeFollowUpSent(tx, scope, gathered, followUp, { via, subject, body })))
      throw changedMeanwhile()
  })
}

type FollowUpRow = Awaited<ReturnType<typeof findFollowUp>>

/**
 * Whether a nudge may go out at this moment: nobody answered, said no or stop, it is due, and it is written. What the gate
 * says of its words is for the caller to ask.
 *
 * @throws NotFound, Refusal
 */
export async function followUpToSend(tx: Transaction, scope: WorkspaceScope, followUp: FollowUpRow) {
  if (followUp.state !== 'due') throw settled()
  const gathered = await gatherPitchFacts(tx, scope, followUp.pitchId, followUp)
  const { facts, pitch, cadence, timeZone } = gathered
  const { suppressed, hardBounce, followUpsSent } = facts.history
  const { state, closedBecause } = whereIs(pitch)
  const no = whyNoFollowUp({
    state,
    closedBecause,
    followUpsSent,
    settings: cadence,
    stopped: Boolean(suppressed),
    bounced: Boolean(hardBounce),
  })
  if (no) throw new Refusal(no.message, 'Nobody can overrule this.')
  if (!isFollowUpDue(followUp.dueOn.toISOString().slice(0, 10), scope.now, timeZone)) {
    throw new Refusal('This follow-up is not due yet.', 'Give them until then.')
  }
  const [owed] = reviewPromises(facts.history)
  if (owed) throw new Refusal(owed.message, owed.remedy)
  await refuseInDoubt(tx, scope, pitch.id)
  if (followUp.body === '')
    throw new Refusal('There is no text to send yet.', 'Write it and save it first.', 'body')
  return gathered
}

/** Leaves it at one message: this nudge is gone, and none comes after it. */
export async function skipFollowUp(scope: WorkspaceScope, { followUpId }: { followUpId: string }) {
  authorize(scope, 'pitches.write')
  const { count } = await database().followUp.updateMany({
    where: { id: followUpId, workspaceId: scope.workspaceId, state: 'due' },
    data: { state: 'gone', goneBecause: 'skipped', settledAt: scope.now },
  })
  if (count > 0) return
  const followUp = await findFollowUp(database(), scope, followUpId)
  if (followUp.state === 'sent') throw settled()
}

/** @throws NotFound */
export async function findFollowUp(
  db: Pick<Transaction, 'followUp'>,
  { workspaceId }: WorkspaceScope,
  followUpId: string,
) {
  const followUp = await db.followUp.findFirst({
    where: { id: followUpId, workspaceId, pitch: { workspaceId, deletedAt: null } },
  })
  if (!followUp) throw new NotFound()
  return followUp
}

function settled(): Refusal {
  return new Refusal('This follow-up is settled already.', 'Load this page again to see how it stands.')
}
