import { type ClosingReason, canClose, canMove, type PitchState } from '#lib/domain/pitch-states.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, isTaken, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { callBack } from './going-out.ts'
import { change, dropFollowUps, move, whereIs } from './pitch-change.ts'
import type { StartPitchInput } from './pitch-schema.ts'
import { holdSending } from './sending-queries.ts'

/**
 * Begins a draft. Where one to this person in this campaign lies waiting, that is the one: a double click makes one.
 *
 * @throws NotFound, Refusal when the pieces do not belong together
 */
export async function startPitch(
  scope: WorkspaceScope,
  input: StartPitchInput,
): Promise<{ pitchId: string }> {
  authorize(scope, 'pitches.write')
  const { workspaceId, now } = scope
  const { campaignId, prospectId, channelId, readingNoteId } = input
  return inTransaction(async (tx) => {
    await holdSending(tx, scope)
    const contactId = await checkSetup(tx, scope, input)
    const waiting = await tx.pitch.findFirst({
      where: { workspaceId, deletedAt: null, state: 'draft', campaignId, contactId, prospectId },
      select: { id: true },
    })
    if (waiting) return { pitchId: waiting.id }
    const pieces = { campaignId, prospectId, contactId, channelId, readingNoteId }
    const { id } = await tx.pitch.create({
      data: {
        workspaceId,
        ...pieces,
        state: 'draft',
        writerId: scope.memberId,
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true },
    })
    return { pitchId: id }
  })
}

type Setup = { campaignId: string; channelId: string; readingNoteId: string | null }

/** Another campaign, way to reach them or reading note for a draft. @throws Refusal when it is no draft any more */
export async function changeSetup(scope: WorkspaceScope, { pitchId, ...setup }: Setup & { pitchId: string }) {
  authorize(scope, 'pitches.write')
  await change(scope, pitchId, async (tx, pitch) => {
    if (pitch.state !== 'draft')
      throw new Refusal('Only a draft can be changed.', 'Make it a draft again first.')
    await checkSetup(tx, scope, { ...setup, prospectId: pitch.prospectId, contactId: pitch.contactId })
    await move(tx, scope, pitch, setup)
  })
}

/** A pitch that is ready or in review becomes a draft again; why it was overruled stays with it until it is marked ready anew. */
export async function backToDraft(scope: WorkspaceScope, { pitchId }: { pitchId: string }) {
  authorize(scope, 'pitches.write')
  await change(scope, pitchId, async (tx, pitch) => {
    if (pitch.state === 'draft') return
    if (pitch.state === 'closed' || !canMove(whereIs(pitch), 'draft')) {
      throw new Refusal('A pitch that was sent stays as it was sent.')
    }
    await callBack(tx, scope, pitchId)
    await move(tx, scope, pitch, { state: 'draft' })
  })
}

/** Withdraws a pitch, or closes one nobody answers; its follow-ups go with it. */
export async function closePitch(
  scope: WorkspaceScope,
  { pitchId, reason }: { pitchId: string; reason: ClosingReason },
) {
  authorize(scope, 'pitches.write')
  await change(scope, pitchId, async (tx, pitch) => {
    if (pitch.state === 'closed') return
    if (!canClose(pitch.state as PitchState, reason)) {
      throw new Refusal('A pitch that was never sent can only be withdrawn.')
    }
    await callBack(tx, scope, pitchId)
    await move(tx, scope, pitch, {
      state: 'closed',
      closedAt: scope.now,
      closedReason: reason,
      openProspectId: null,
    })
    await dropFollowUps(tx, scope, { id: pitchId }, 'closed')
  })
}

/** A closed conversation is open again where it stood; its follow-ups stay gone. @throws Refusal when another is open */
export async function reopenPitch(scope: WorkspaceScope, { pitchId }: { pitchId: string }) {
  authorize(scope, 'pitches.write')
  try {
    await change(scope, pitchId, async (tx, pitch) => {
      if (pitch.state !== 'closed') return
      const to: PitchState = pitch.sentAt ? (pitch.answeredAt ? 'answered' : 'sent') : 'draft'
      if (!canMove(whereIs(pitch), to)) {
        throw new Refusal('They asked not to be written to, so this stays closed.')
      }
      const openProspectId = to === 'draft' ? null : pitch.prospectId
      await move(tx, scope, pitch, { state: to, closedAt: null, closedReason: null, openProspectId })
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Refusal('Another conversation with this prospect is open.', 'Close that one first.')
  }
}

type Pieces = Setup & { prospectId: string; contactId: string | null }

/** The person, once everything is known to be there and to belong together. */
async function checkSetup(tx: Transaction, { workspaceId }: WorkspaceScope, input: Pieces): Promise<string> {
  const live = { workspaceId, deletedAt: null }
  const prospect = await tx.prospect.findFirst({ where: { ...live, id: input.prospectId } })
  const campaign = await tx.campaign.findFirst({
    where: { ...live, id: input.campaignId },
    select: { id: true },
  })
  const channel = await tx.channel.findFirst({ where: { ...live, id: input.channelId } })
  if (!prospect || !campaign || !channel) throw new NotFound()
  if (input.contactId && channel.contactId !== input.contactId) {
    throw new Refusal('That is somebody else’s address.', 'Choose one of theirs.', 'channelId')
  }
  if (prospect.notForUsAt) {
    throw new Refusal(
      `${prospect.name} was set aside as not for us.`,
      'Take that back on the prospect first.',
    )
  }
  const contact = await tx.contact.findFirst({
    where: { ...live, id: channel.contactId },
    include: { affiliations: { where: { prospectId: prospect.id } } },
  })
  if (!contact) throw new NotFound()
  if (contact.affiliations.length === 0) {
    throw new Refusal(
      `${contact.name} is not known to be at ${prospect.name}.`,
      'Add them there first.',
      'channelId',
    )
  }
  if (!input.readingNoteId) return contact.id
  const note = await tx.readingNote.findFirst({
    where: { ...live, id: input.readingNoteId, prospectId: prospect.id },
    select: { id: true },
  })
  if (!note)
    throw new Refusal(
      'That reading note belongs to another prospect.',
      'Choose one of theirs.',
      'readingNoteId',
    )
  return contact.id
}
