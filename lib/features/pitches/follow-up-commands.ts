import type { ChannelKind } from '#lib/domain/channel-kinds.ts'
import { isFollowUpDue, whyNoFollowUp } from '#lib/domain/follow-up-cadence.ts'
import { reviewPitch } from '#lib/domain/pitch-gate/review-pitch.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { changedMeanwhile, whereIs } from './pitch-change.ts'
import { gatherPitchFacts } from './pitch-facts.ts'
import type { SentVia } from './pitch-schema.ts'
import { refuseUnready } from './ready-commands.ts'
import { refuseWay, scheduleFollowUp, touchProspect } from './sending-commands.ts'
import { holdSending } from './sending-queries.ts'

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
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    await holdSending(tx, scope)
    const followUp = await findFollowUp(tx, scope, followUpId)
    if (followUp.state === 'sent') return
    if (followUp.state === 'gone') throw settled()
    const { facts, pitch, cadence, timeZone } = await gatherPitchFacts(tx, scope, followUp.pitchId, followUp)
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
    if (!isFollowUpDue(followUp.dueOn.toISOString().slice(0, 10), now, timeZone)) {
      throw new Refusal('This follow-up is not due yet.', 'Give them until then.')
    }
    if (followUp.body === '')
      throw new Refusal('There is no text to send yet.', 'Write it and save it first.', 'body')
    refuseWay(pitch.channel.kind as ChannelKind, via)
    refuseUnready(reviewPitch(facts))

    const { count } = await tx.followUp.updateMany({
      where: { id: followUpId, workspaceId, state: 'due' },
      data: { state: 'sent', settledAt: now },
    })
    const moved = await tx.pitch.updateMany({
      where: { id: pitch.id, workspaceId, deletedAt: null, state: 'sent' },
      data: { lastMessageAt: now, updatedAt: now },
    })
    if (count === 0 || moved.count === 0) throw changedMeanwhile()
    await tx.message.create({
      data: {
        workspaceId,
        pitchId: pitch.id,
        contactId: pitch.contactId,
        direction: 'out',
        purpose: 'follow-up',
        via,
        subject: followUp.subject,
        body: followUp.body,
        at: now,
        authorId: scope.memberId,
        onceKey: `follow-up:${followUpId}`,
      },
    })
    await scheduleFollowUp(tx, scope, { pitchId: pitch.id, number: followUp.number + 1, cadence, timeZone })
    await touchProspect(tx, scope, pitch.prospectId)
  })
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

async function findFollowUp(
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
