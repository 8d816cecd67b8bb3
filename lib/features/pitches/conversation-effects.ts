import { type ClosingReason, canClose, canMove, type PitchState } from '#lib/domain/pitch-states.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { dropFollowUps, move, type PitchRow, whereIs } from './pitch-change.ts'

// What happens to a conversation when something comes back, whether a person says so or a mailbox was read. Each wants the
// transaction that holds the sending lock.

/** One message of a conversation, as it is written down once. */
export type Line = {
  direction: 'in' | 'out'
  purpose: 'reply'
  body: string
  onceKey: string
  subject?: string
  via?: 'logged' | 'mailbox'
  at?: Date
  mailIds?: string[]
  mailboxId?: string | null
}

/**
 * They answered: the conversation is on, follow-ups are gone, and an answer of ours is due; unless we wrote after it already.
 * In a conversation they stopped, the words are kept and nothing opens again.
 */
export async function takeReply(tx: Transaction, scope: WorkspaceScope, pitch: PitchRow, line: Line) {
  const at = line.at ?? scope.now
  await say(tx, scope, pitch, line)
  await dropFollowUps(tx, scope, { id: pitch.id }, 'replied')
  if (pitch.closedReason === 'stopped') return
  const isHandled = pitch.answerHandledAt !== null && pitch.answerHandledAt > at
  await move(tx, scope, pitch, {
    state: 'answered',
    answeredAt: pitch.answeredAt ?? at,
    answerHandledAt: isHandled ? pitch.answerHandledAt : null,
    lastMessageAt: laterOf(pitch.lastMessageAt, at),
    closedAt: null,
    closedReason: null,
    openProspectId: await openKey(tx, scope, pitch),
  })
}

/**
 * It came back for good: the address is marked, the pitch that went there is closed, and no follow-up goes to it.
 *
 * @param channelId the address that failed
 */
export async function takeBounce(
  tx: Transaction,
  scope: WorkspaceScope,
  pitch: PitchRow,
  { words, channelId = pitch.channelId }: { words: string; channelId?: string },
) {
  const isOpen = pitch.state === 'sent' || pitch.state === 'answered'
  if (isOpen && channelId === pitch.channelId) await close(tx, scope, pitch, 'bounced')
  await markBounced(tx, scope, channelId, words)
}

export async function markBounced(tx: Transaction, scope: WorkspaceScope, channelId: string, words: string) {
  const { workspaceId, now } = scope
  await tx.channel.updateMany({
    where: { id: channelId, workspaceId, bouncedAt: null },
    data: { bouncedAt: now, bounceNote: words.slice(0, 500) },
  })
  await dropFollowUps(tx, scope, { channelId }, 'bounced')
}

/** false when it is closed already: somebody pressed twice. @throws Refusal when it was never sent */
export async function close(
  tx: Transaction,
  scope: WorkspaceScope,
  pitch: PitchRow,
  reason: ClosingReason,
  also: Partial<PitchRow> = {},
): Promise<boolean> {
  if (pitch.state === 'closed') return false
  if (!canClose(pitch.state as PitchState, reason)) throw notWaiting(pitch)
  await move(tx, scope, pitch, {
    state: 'closed',
    closedAt: scope.now,
    closedReason: reason,
    openProspectId: null,
    ...also,
  })
  return true
}

export async function say(
  tx: Transaction,
  scope: WorkspaceScope,
  pitch: PitchRow,
  { via = 'logged', at = scope.now, ...line }: Line,
) {
  await tx.message.create({
    data: {
      workspaceId: scope.workspaceId,
      pitchId: pitch.id,
      contactId: pitch.contactId,
      via,
      at,
      authorId: scope.memberId,
      ...line,
    },
  })
}

/** Whether an answer of theirs may be written down here. @throws Refusal in words for who logs one by hand */
export function refuseReply(pitch: PitchRow) {
  if (pitch.state !== 'answered' && !canMove(whereIs(pitch), 'answered')) throw notWaiting(pitch)
}

/** They may answer a closed pitch while a newer one is open: then both conversations are, and the newer keeps the key. */
async function openKey(tx: Transaction, { workspaceId }: WorkspaceScope, { id, prospectId }: PitchRow) {
  const other = await tx.pitch.findFirst({
    where: { workspaceId, openProspectId: prospectId, id: { not: id } },
    select: { id: true },
  })
  return other ? null : prospectId
}

function laterOf(one: Date | null, other: Date): Date {
  return one !== null && one > other ? one : other
}

function notWaiting({ state, closedReason }: PitchRow): Refusal {
  if (closedReason === 'stopped') {
    return new Refusal('They asked not to be written to, so this stays closed.')
  }
  return state === 'closed'
    ? new Refusal('This pitch is closed.', 'Open it again first.')
    : new Refusal('This pitch has not been sent yet.', 'Say that it was sent first.')
}
