import { CHANNEL_KIND_TABLE, type ChannelKind } from '#lib/domain/channel-kinds.ts'
import { type CadenceSettings, followUpDueOn } from '#lib/domain/follow-up-cadence.ts'
import { reviewPitch } from '#lib/domain/pitch-gate/review-pitch.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, isTaken, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { changedMeanwhile } from './pitch-change.ts'
import { gatherPitchFacts } from './pitch-facts.ts'
import type { SentVia } from './pitch-schema.ts'
import { refuseFinal } from './ready-commands.ts'
import { holdSending } from './sending-queries.ts'

const WAYS: Readonly<Record<ChannelKind, readonly SentVia[]>> = {
  email: ['copy', 'mailto', 'gmail', 'outlook-work', 'outlook-home'],
  form: ['form', 'copy'],
  dm: ['dm', 'copy'],
  spoken: ['spoken'],
}

/**
 * "I sent it": the text is frozen with its time, the follow-up is scheduled, the conversation is open. The final rules
 * are asked once more at this moment. Pressing twice, or in two tabs, sends once.
 *
 * @throws NotFound, Refusal
 */
export async function recordSent(scope: WorkspaceScope, { pitchId, via }: { pitchId: string; via: SentVia }) {
  authorize(scope, 'pitches.send')
  const { workspaceId, now } = scope
  try {
    await inTransaction(async (tx) => {
      await holdSending(tx, scope)
      const { facts, pitch, cadence, timeZone } = await gatherPitchFacts(tx, scope, pitchId)
      if (pitch.sentAt) return
      if (pitch.state !== 'ready') {
        throw new Refusal(
          'This pitch is not marked as ready.',
          'Mark it as ready first; then say that it was sent.',
        )
      }
      refuseWay(pitch.channel.kind as ChannelKind, via)
      refuseFinal(reviewPitch(facts))
      const { count } = await tx.pitch.updateMany({
        where: { id: pitchId, workspaceId, deletedAt: null, state: 'ready', revision: pitch.revision },
        data: {
          state: 'sent',
          sentAt: now,
          sentVia: via,
          lastMessageAt: now,
          openProspectId: pitch.prospectId,
          updatedAt: now,
        },
      })
      if (count === 0) throw changedMeanwhile()
      await tx.message.create({
        data: {
          workspaceId,
          pitchId,
          contactId: pitch.contactId,
          direction: 'out',
          purpose: 'first',
          via,
          subject: pitch.subject,
          body: pitch.body,
          at: now,
          authorId: scope.memberId,
          onceKey: `first:${pitchId}`,
        },
      })
      await scheduleFollowUp(tx, scope, { pitchId, number: 1, cadence, timeZone })
      await touchProspect(tx, scope, pitch.prospectId)
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Refusal(
      'Another conversation with this prospect is open.',
      'Close that one first. Nobody can overrule this.',
    )
  }
}

/** @throws Refusal when this kind of channel is not written to that way */
export function refuseWay(kind: ChannelKind, via: SentVia) {
  if (WAYS[kind].includes(via)) return
  throw new Refusal(
    `${CHANNEL_KIND_TABLE[kind].label} is not sent that way.`,
    'Choose one of the ways shown.',
    'via',
  )
}

/** The next nudge, if one more is allowed: due so many working days from now, where the contact lives. */
export async function scheduleFollowUp(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  next: { pitchId: string; number: number; cadence: CadenceSettings; timeZone: string },
) {
  if (next.number > next.cadence.maxFollowUps) return
  const dueOn = followUpDueOn(now, next.timeZone, next.cadence.afterWorkingDays)
  await tx.followUp.createMany({
    data: [
      {
        workspaceId,
        pitchId: next.pitchId,
        number: next.number,
        dueOn: new Date(`${dueOn}T00:00:00Z`),
        state: 'due',
      },
    ],
    skipDuplicates: true,
  })
}

export async function touchProspect(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  prospectId: string,
) {
  await tx.prospect.updateMany({ where: { id: prospectId, workspaceId }, data: { lastTouchAt: now } })
}
