import { Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { stopWritingTo } from '../prospects/suppression-commands.ts'
import { close, markBounced, refuseReply, say, takeReply } from './conversation-effects.ts'
import { refuseWhileGoingOut } from './going-out.ts'
import { change, dropFollowUps, move } from './pitch-change.ts'
import { holdSending } from './sending-queries.ts'
import { touchProspect } from './write-sent.ts'

type Said = { pitchId: string; once: string; body: string }

/** They answered: the conversation is on, follow-ups are gone, and an answer of ours is due. Logged once per form. */
export async function logReply(scope: WorkspaceScope, { pitchId, once, body }: Said) {
  authorize(scope, 'pitches.write')
  await change(scope, pitchId, async (tx, pitch) => {
    if (await isLogged(tx, scope, `reply:${once}`)) return
    refuseReply(pitch)
    await takeReply(tx, scope, pitch, { direction: 'in', purpose: 'reply', body, onceKey: `reply:${once}` })
  })
}

/** What we wrote back, in words: their answer is handled. */
export async function logAnswer(scope: WorkspaceScope, { pitchId, once, body }: Said) {
  authorize(scope, 'pitches.write')
  await change(scope, pitchId, async (tx, pitch) => {
    if (await isLogged(tx, scope, `answer:${once}`)) return
    if (pitch.state !== 'answered')
      throw new Refusal('There is no answer of theirs to reply to.', 'Log what they wrote first.')
    await refuseWhileGoingOut(tx, scope, { pitchId, purpose: 'reply' })
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
    if (!(await close(tx, scope, pitch, 'bounced'))) return
    await markBounced(tx, scope, pitch.channelId, words)
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

async function isLogged(tx: Transaction, { workspaceId }: WorkspaceScope, onceKey: string) {
  const message = await tx.message.findFirst({ where: { workspaceId, onceKey }, select: { id: true } })
  return message !== null
}
