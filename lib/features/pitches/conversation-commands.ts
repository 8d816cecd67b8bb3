import { type ClosingReason, canClose, canMove, type PitchState } from '#lib/domain/pitch-states.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { stopWritingTo } from '../prospects/suppression-commands.ts'
import { change, dropFollowUps, move, type PitchRow, whereIs } from './pitch-change.ts'
import { touchProspect } from './sending-commands.ts'
import { holdSending } from './sending-queries.ts'

type Said = { pitchId: string; once: string; body: string }

/** They answered: the conversation is on, follow-ups are gone, and an answer of ours is due. Logged once per form. */
export async function logReply(scope: WorkspaceScope, { pitchId, once, body }: Said) {
  authorize(scope, 'pitches.write')
  await change(scope, pitchId, async (tx, pitch) => {
    if (await isLogged(tx, scope, `reply:${once}`)) return
    const { now } = scope
    if (pitch.state !== 'answered' && !canMove(whereIs(pitch), 'answered')) throw notWaiting(pitch)
    await say(tx, scope, pitch, { direction: 'in', purpose: 'reply', body, onceKey: `reply:${once}` })
    await move(tx, scope, pitch, {
      state: 'answered',
      answeredAt: pitch.answeredAt ?? now,
      answerHandledAt: null,
      lastMessageAt: now,
      closedAt: null,
      closedReason: null,
      openProspectId: await openKey(tx, scope, pitch),
    })
    await dropFollowUps(tx, scope, { id: pitchId }, 'replied')
  })
}

/** What we wrote back, in words: their answer is handled. */
export async function logAnswer(scope: WorkspaceScope, { pitchId, once, body }: Said) {
  authorize(scope, 'pitches.write')
  await change(scope, pitchId, async (tx, pitch) => {
    if (await isLogged(tx, scope, `answer:${once}`)) return
    if (pitch.state !== 'answered')
      throw new Refusal('There is no answer of theirs to reply to.', 'Log what they wrote first.')
    await say(tx, scope, pitch, { direction: 'out', purpose: 'reply', body, onceKey: `answer:${once}` })
    await move(tx, scope, pitch, { answerHandledAt: scope.now, lastMessageAt: scope.now })
    await touchProspect(tx, scope, pitch.prospectId)
  })
}

/** Their answer needs none of ours. */
export async function leaveAnswer(scope: WorkspaceScope, { pitchId }: { pitchId: string }) {
  authorize(scope, 'pitches.write')
  await change(scope, pitchId, async (tx, pitch) => {
    if (pitch.answerHandledAt) return
    if (pitch.state !== 'answered') throw new Refusal('There is no answer of theirs to settle.')
    await move(tx, scope, pitch, { answerHandledAt: scope.now })
  })
}

type Ending = { pitchId: string; words: string }

/** It came back: the address is marked, the pitch is closed, and no follow-up goes to that address. */
export async function logBounce(scope: WorkspaceScope, { pitchId, words }: Ending) {
  authorize(scope, 'pitches.write')
  await change(scope, pitchId, async (tx, pitch) => {
    const { workspaceId, now } = scope
    if (!(await close(tx, scope, pitch, 'bounced'))) return
    await tx.channel.updateMany({
      where: { id: pitch.channelId, workspaceId, bouncedAt: null },
      data: { bouncedAt: now, bounceNote: words.slice(0, 500) },
    })
    await dropFollowUps(tx, scope, { channelId: pitch.channelId }, 'bounced')
  })
}

/** They said no: thank them and leave it there. */
export async function logNo(scope: WorkspaceScope, { pitchId, words }: Ending) {
  authorize(scope, 'pitches.write')
  await change(scope, pitchId, async (tx, pitch) => {
    if (!(await close(tx, scope, pitch, 'declined', { answeredAt: pitch.answeredAt ?? scope.now }))) return
    await dropFollowUps(tx, scope, { id: pitchId }, 'declined')
    if (words !== '') {
      await say(tx, scope, pitch, {
        direction: 'in',
        purpose: 'reply',
        body: words,
        onceKey: `no:${pitchId}:${pitch.revision}`,
      })
    }
  })
}

/** "Please stop", said in this conversation: final for the person. @throws NotFound */
export async function logStop(scope: WorkspaceScope, { pitchId, words }: Ending) {
  authorize(scope, 'pitches.write')
  await change(scope, pitchId, async (tx, pitch) => {
    await stopWritingTo(scope, { contactId: pitch.contactId, words }, tx)
    await stopConversations(tx, scope, pitch.contactId)
  })
}

/** The same, said elsewhere: on the phone, in a comment, from another address. @throws NotFound */
export async function stopPerson(
  scope: WorkspaceScope,
  { contactId, words }: { contactId: string; words: string },
) {
  authorize(scope, 'pitches.write')
  await inTransaction(async (tx) => {
    await holdSending(tx, scope)
    await stopWritingTo(scope, { contactId, words }, tx)
    await stopConversations(tx, scope, contactId)
  })
}

/**
 * Closes every conversation with them, in all campaigns, with their follow-ups; also where one of their addresses
 * stands under another name. Drafts stay as text, and the gate keeps them from becoming ready.
 */
async function stopConversations(tx: Transaction, scope: WorkspaceScope, contactId: string) {
  const { workspaceId, now } = scope
  const channels = await tx.channel.findMany({
    where: { workspaceId, contactId, kind: { in: ['email', 'dm'] } },
    select: { addressKey: true },
  })
  const addressKey = { in: channels.map((channel) => channel.addressKey) }
  const theirs = { OR: [{ contactId }, { channel: { kind: { in: ['email', 'dm'] }, addressKey } }] }
  await tx.pitch.updateMany({
    where: { workspaceId, ...theirs, state: { in: ['in-review', 'ready', 'sent', 'answered'] } },
    data: { state: 'closed', closedReason: 'stopped', closedAt: now, openProspectId: null, updatedAt: now },
  })
  await dropFollowUps(tx, scope, theirs, 'stopped')
}

/** false when it is closed already: somebody pressed twice. @throws Refusal when it was never sent */
async function close(
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

type Line = { direction: 'in' | 'out'; purpose: 'reply'; body: string; onceKey: string }

async function say(tx: Transaction, scope: WorkspaceScope, pitch: PitchRow, line: Line) {
  await tx.message.create({
    data: {
      workspaceId: scope.workspaceId,
      pitchId: pitch.id,
      contactId: pitch.contactId,
      via: 'logged',
      at: scope.now,
      authorId: scope.memberId,
      ...line,
    },
  })
}

async function isLogged(tx: Transaction, { workspaceId }: WorkspaceScope, onceKey: string) {
  const message = await tx.message.findFirst({ where: { workspaceId, onceKey }, select: { id: true } })
  return message !== null
}

/** They may answer a closed pitch while a newer one is open: then both conversations are, and the newer keeps the key. */
async function openKey(tx: Transaction, { workspaceId }: WorkspaceScope, { id, prospectId }: PitchRow) {
  const other = await tx.pitch.findFirst({
    where: { workspaceId, openProspectId: prospectId, id: { not: id } },
    select: { id: true },
  })
  return other ? null : prospectId
}

function notWaiting({ state, closedReason }: PitchRow): Refusal {
  if (closedReason === 'stopped') {
    return new Refusal('They asked not to be written to, so this stays closed.')
  }
  return state === 'closed'
    ? new Refusal('This pitch is closed.', 'Open it again first.')
    : new Refusal('This pitch has not been sent yet.', 'Say that it was sent first.')
}
