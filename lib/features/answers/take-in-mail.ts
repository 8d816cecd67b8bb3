import { noticeWords } from '#lib/domain/mail/incoming-facts.ts'
import { addressKey } from '#lib/domain/mail-address.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import { newId } from '#lib/server/new-id.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { takeBounce, takeReply } from '../pitches/conversation-effects.ts'
import type { PitchRow } from '../pitches/pitch-change.ts'
import { holdSending } from '../pitches/sending-queries.ts'
import type { MatchedMail } from './judge-mail.ts'
import { WITHOUT_IDS } from './learn-from-sent.ts'
import { holdRefusedMailbox } from './refusals.ts'

/** Where a mail lies, and how far its folder is read with it. */
export type MailPlace = {
  mailboxId: string
  folderId: string
  path: string
  uidValidity: string
  uid: number
}
export type Arrival = {
  mail: MatchedMail
  messageKey: string
  at: Date
  /** Null: it was dropped as a file. */
  place: MailPlace | null
}

/**
 * Writes a mail down with all that follows from it, and moves its folder's cursor: all of it, or nothing. A mail that is here
 * already, from this mailbox or another, or as a file, changes nothing more.
 *
 * @returns whether it was new
 */
export async function takeInMail(scope: WorkspaceScope, arrival: Arrival): Promise<boolean> {
  authorize(scope, 'pitches.write')
  return inTransaction(async (tx) => {
    await holdSending(tx, scope)
    const isNew = await takeIn(tx, scope, arrival)
    if (arrival.place) await moveCursor(tx, scope, arrival.place)
    return isNew
  })
}

/** Only forwards, and only while the folder's numbers mean what they meant. */
export async function moveCursor(
  tx: Pick<Transaction, 'mailFolder'>,
  { workspaceId }: { workspaceId: string },
  { folderId, uidValidity, uid }: Pick<MailPlace, 'folderId' | 'uidValidity' | 'uid'>,
) {
  await tx.mailFolder.updateMany({
    where: { id: folderId, workspaceId, uidValidity, lastUid: { lt: BigInt(uid) } },
    data: { lastUid: BigInt(uid) },
  })
}

async function takeIn(tx: Transaction, scope: WorkspaceScope, arrival: Arrival): Promise<boolean> {
  const { workspaceId, now } = scope
  const { mail, messageKey, at, place } = arrival
  const pitch = await tx.pitch.findFirst({
    where: { id: mail.pitch.id, workspaceId, deletedAt: null, sentAt: { not: null } },
  })
  if (!pitch) return false
  const known = await tx.incomingMail.findFirst({ where: { workspaceId, messageKey }, select: { id: true } })
  if (known) return false
  const isCertain = mail.kind === 'reply' && mail.confidence === 'certain'
  const isDoubtful = mail.kind === 'reply' && !isCertain
  const id = newId()
  const { count } = await tx.incomingMail.createMany({
    data: [
      {
        ...{ id, workspaceId, messageKey, mailIds: mail.mailIds, kind: mail.kind, at, seenAt: now },
        ...(place
          ? {
              mailboxId: place.mailboxId,
              folder: place.path,
              uidValidity: place.uidValidity,
              uid: BigInt(place.uid),
            }
          : {}),
        ...{ confidence: mail.confidence, meaning: mail.meaning, pitchId: pitch.id },
        state:
          isDoubtful || (mail.kind === 'auto-reply' && (await hasFollowUp(tx, pitch)))
            ? 'offered'
            : 'settled',
        ...{ fromAddress: mail.from.slice(0, 320), subject: mail.subject, facts: mail.facts },
        text: isCertain ? '' : mail.text,
        newAddress: mail.newAddress?.slice(0, 320) ?? null,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) return false
  if (isCertain) await becomeMessage(tx, scope, pitch, { ...arrival, mailboxId: place?.mailboxId ?? null })
  if (mail.kind === 'bounce') await applyBounce(tx, scope, pitch, arrival)
  return true
}

type AsMessage = Pick<Arrival, 'at' | 'messageKey'> & {
  mailboxId: string | null
  mail: Pick<MatchedMail, 'subject' | 'text' | 'mailIds'>
}

/** The words go into the conversation; one that somebody wrote down by hand before is not told twice. */
export async function becomeMessage(
  tx: Transaction,
  scope: WorkspaceScope,
  pitch: PitchRow,
  { mail, messageKey, at, mailboxId }: AsMessage,
) {
  const { workspaceId } = scope
  const onceKey = `mail:${messageKey}`
  const told = await tx.message.findFirst({ where: { workspaceId, onceKey }, select: { id: true } })
  if (told) return
  const logged = await loggedBefore(tx, pitch, mail.text)
  if (logged) {
    await tx.message.updateMany({
      where: { id: logged, workspaceId },
      data: { mailIds: mail.mailIds, mailboxId, body: mail.text, subject: mail.subject },
    })
    return
  }
  await takeReply(tx, scope, pitch, {
    ...{ direction: 'in', purpose: 'reply', via: 'mailbox', body: mail.text, subject: mail.subject },
    ...{ onceKey, at, mailIds: mail.mailIds, mailboxId },
  })
}

const COMPARED_CHARACTERS = 2_000

/** An answer that was logged by hand with the same words, whole or without what it quotes. */
async function loggedBefore(
  tx: Transaction,
  { id, workspaceId }: Pick<PitchRow, 'id' | 'workspaceId'>,
  text: string,
): Promise<string | null> {
  const logged = await tx.message.findMany({
    where: { workspaceId, pitchId: id, direction: 'in', via: 'logged', ...WITHOUT_IDS },
    select: { id: true, body: true },
    orderBy: { at: 'desc' },
    take: 10,
  })
  const whole = squeezed(text)
  const same = logged.find(({ body }) => body !== '' && whole.startsWith(squeezed(body)))
  return same?.id ?? null
}

function squeezed(text: string): string {
  return text.slice(0, COMPARED_CHARACTERS).replace(/\s+/g, ' ').trim()
}

async function hasFollowUp(tx: Transaction, { id, workspaceId }: PitchRow): Promise<boolean> {
  const due = await tx.followUp.findFirst({
    where: { workspaceId, pitchId: id, state: 'due' },
    select: { id: true },
  })
  return due !== null
}

async function applyBounce(
  tx: Transaction,
  scope: WorkspaceScope,
  pitch: PitchRow,
  { mail, place }: Arrival,
) {
  if (mail.meaning === 'refuses-us' && place) await holdRefusedMailbox(tx, scope, place.mailboxId)
  if (mail.meaning !== 'wrong-address') return
  const { recipient, status } = mail.facts
  const channelId = await channelThatFailed(tx, pitch, recipient)
  if (!channelId) return
  const { title } = noticeWords({ kind: mail.kind, meaning: mail.meaning, facts: mail.facts })
  await takeBounce(tx, scope, pitch, { words: [title, status].filter(Boolean).join(', '), channelId })
}

/** The one the pitch went to, unless the notice names another of theirs. */
async function channelThatFailed(
  tx: Transaction,
  { workspaceId, contactId, channelId }: PitchRow,
  recipient: string | null,
): Promise<string | null> {
  if (recipient === null) return channelId
  const theirs = await tx.channel.findMany({
    where: { workspaceId, contactId, kind: 'email', addressKey: addressKey(recipient) },
    select: { id: true },
  })
  if (theirs.some(({ id }) => id === channelId)) return channelId
  // Where the address was forwarded, the notice names one that nobody here knows: what we wrote to is what failed.
  return theirs[0]?.id ?? channelId
}
