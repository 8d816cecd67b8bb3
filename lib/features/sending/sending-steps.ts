import { replySubject } from '#lib/domain/mail/mail-thread.ts'
import { CAN_BE_CALLED_BACK, MAY_HAVE_GONE } from '#lib/domain/mail/outgoing-states.ts'
import { checkMailAddress } from '#lib/domain/mail-address.ts'
import { reviewPitch } from '#lib/domain/pitch-gate/review-pitch.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { findFollowUp, followUpToSend } from '../pitches/follow-up-commands.ts'
import { refuseBesideAnother } from '../pitches/going-out.ts'
import { changedMeanwhile } from '../pitches/pitch-change.ts'
import { gatherPitchFacts } from '../pitches/pitch-facts.ts'
import { refuseFinal, refuseUnready } from '../pitches/ready-commands.ts'
import { refuseFirst, refuseNotReady } from '../pitches/sending-commands.ts'
import { refuseInDoubt } from '../pitches/silence-queries.ts'

/** What is asked for: by a click, and once more of the row it wrote, right before anything goes. */
export type AskedStep =
  | { step: 'first'; pitchId: string; revision: number }
  | { step: 'follow-up'; followUpId: string }
  | { step: 'reply'; pitchId: string; body: string }

/** A step that may go out at this moment. */
export type ReadyStep = {
  purpose: 'first' | 'follow-up' | 'reply'
  liveKey: string
  pitchId: string
  contactId: string
  followUpId: string | null
  revision: number
  toName: string
  toAddress: string
  subject: string
  body: string
}

/**
 * All that must hold for a step to go out now: the rules "I sent it" asks as well, with the same words.
 *
 * @throws NotFound, Refusal
 */
export async function stepToSend(
  tx: Transaction,
  scope: WorkspaceScope,
  asked: AskedStep,
): Promise<ReadyStep> {
  if (asked.step === 'first') return firstToSend(tx, scope, asked)
  return asked.step === 'follow-up' ? nudgeToSend(tx, scope, asked) : replyToSend(tx, scope, asked)
}

async function firstToSend(
  tx: Transaction,
  scope: WorkspaceScope,
  { pitchId, revision }: { pitchId: string; revision: number },
): Promise<ReadyStep> {
  const gathered = await gatherPitchFacts(tx, scope, pitchId)
  const { pitch } = gathered
  if (pitch.sentAt) throw new Refusal('This pitch was sent already.', 'Load this page again.')
  refuseNotReady(pitch.state)
  if (pitch.revision !== revision) throw changedMeanwhile()
  await refuseFirst(tx, scope, gathered)
  await refuseInDoubt(tx, scope, pitchId)
  const { subject, body } = pitch
  return {
    ...{ purpose: 'first', liveKey: `first:${pitchId}`, followUpId: null, subject, body },
    ...whomOf(pitch),
  }
}

async function nudgeToSend(
  tx: Transaction,
  scope: WorkspaceScope,
  { followUpId }: { followUpId: string },
): Promise<ReadyStep> {
  const followUp = await findFollowUp(tx, scope, followUpId)
  const { facts, pitch } = await followUpToSend(tx, scope, followUp)
  refuseUnready(reviewPitch(facts))
  const subject = replySubject(followUp.subject || pitch.subject)
  return {
    ...{ purpose: 'follow-up', liveKey: `follow-up:${followUpId}`, followUpId, subject, body: followUp.body },
    ...whomOf(pitch),
  }
}

async function replyToSend(
  tx: Transaction,
  scope: WorkspaceScope,
  { pitchId, body }: { pitchId: string; body: string },
): Promise<ReadyStep> {
  const { facts, pitch } = await gatherPitchFacts(tx, scope, pitchId, { subject: '', body })
  if (pitch.state !== 'answered')
    throw new Refusal('There is no answer of theirs to reply to.', 'Log what they wrote first.')
  refuseFinal(reviewPitch({ ...facts, purpose: 'reply' }))
  const subject = replySubject(pitch.subject)
  return {
    ...{ purpose: 'reply', liveKey: `reply:${pitchId}`, followUpId: null, subject, body },
    ...whomOf(pitch),
  }
}

type Pitch = Awaited<ReturnType<typeof gatherPitchFacts>>['pitch']

function whomOf({ id, contactId, revision, contact, channel }: Pitch) {
  const checked = channel.kind === 'email' ? checkMailAddress(channel.address) : null
  if (!checked?.ok)
    throw new Refusal('That is no address a mail could go to.', checked?.error ?? 'Choose an e-mail address.')
  return { pitchId: id, contactId, revision, toName: contact.name, toAddress: checked.address }
}

/** Nobody gets two first letters that were clicked within the same half minute. @throws NotFound, Refusal */
export async function refuseBesideWaiting(tx: Transaction, scope: WorkspaceScope, pitchId: string) {
  const { pitch } = await gatherPitchFacts(tx, scope, pitchId)
  await refuseBesideAnother(tx, scope, pitch, [...CAN_BE_CALLED_BACK, ...MAY_HAVE_GONE])
}
