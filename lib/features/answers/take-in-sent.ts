import type { MailFacts, OwnMailbox } from '#lib/domain/mail/mail-facts.ts'
import { CAN_BE_CALLED_BACK } from '#lib/domain/mail/outgoing-states.ts'
import { judgeSentByHand, type SentByHand } from '#lib/domain/mail/sent-by-hand.ts'
import { stripQuotes } from '#lib/domain/mail/strip-quotes.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import { newId } from '#lib/server/new-id.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { gatherPitchFacts } from '../pitches/pitch-facts.ts'
import { BODY_MAX_CHARACTERS, SUBJECT_MAX_CHARACTERS } from '../pitches/pitch-schema.ts'
import { holdSending } from '../pitches/sending-queries.ts'
import {
  type SentLetter,
  touchProspect,
  writeFirstSent,
  writeFollowUpSent,
  writeMessage,
} from '../pitches/write-sent.ts'
import { cleanText } from './judge-mail.ts'
import { recipientKeysOf } from './learn-from-sent.ts'
import { ownIdsOf } from './mail-traits.ts'
import type { MailPlace } from './take-in-mail.ts'
import { findWaitingLetters } from './waiting-letters-queries.ts'

const KEPT_CHARACTERS = 200_000
const DAY_MS = 24 * 60 * 60 * 1000

export type SentArrival = {
  facts: MailFacts
  messageKey: string
  at: Date
  own: OwnMailbox
  place: Omit<MailPlace, 'folderId'>
}

/**
 * A mail among somebody's sent mail that is a letter of ours which waits to go: they sent it themselves. Where that is certain,
 * the letter counts as sent at that moment, once, with its Message-ID; where it only may be, its mailbox's member is asked, and
 * until then it does not go out of a mailbox. Of every other mail nothing is kept.
 */
export async function takeInSent(
  scope: WorkspaceScope,
  arrival: SentArrival,
): Promise<'marked' | 'offered' | null> {
  authorize(scope, 'pitches.send')
  const { facts, at } = arrival
  const ids = ownIdsOf(facts).map(cleanText)
  const to = recipientKeysOf(facts)
  const letters = await findWaitingLetters(scope, to)
  const found = judgeSentByHand({ facts, ids, to, at }, letters)
  if (!found) return null
  return inTransaction(async (tx) => {
    await holdSending(tx, scope)
    if (await isKnown(tx, scope, ids, arrival.messageKey)) return null
    if (found.confidence !== 'certain') return offer(tx, scope, found, arrival, ids)
    const text = stripQuotes(cleanText(facts.text), arrival.own).slice(0, BODY_MAX_CHARACTERS)
    const letter: SentLetter = {
      ...{ via: 'sent-folder', mailIds: ids, mailboxId: arrival.place.mailboxId },
      subject: cleanText(facts.subject).slice(0, SUBJECT_MAX_CHARACTERS),
      // What was sent is what counts, also where a word was mended on the way.
      body: found.isWhole || text === '' ? found.letter.body || text : text,
    }
    return (await writeSent(tx, { ...scope, now: at }, found.letter, letter)) ? 'marked' : null
  })
}

/** Went out of a mailbox of ours, is in its conversation already, or was asked about. */
async function isKnown(
  tx: Transaction,
  { workspaceId }: WorkspaceScope,
  ids: readonly string[],
  messageKey: string,
): Promise<boolean> {
  const named = { workspaceId, mailIds: { hasSome: [...ids] } }
  const asked = await tx.incomingMail.findFirst({ where: { workspaceId, messageKey }, select: { id: true } })
  if (asked) return true
  if (ids.length === 0) return false
  const ours = await tx.outgoingMail.findFirst({ where: named, select: { id: true } })
  return ours !== null || (await tx.message.findFirst({ where: named, select: { id: true } })) !== null
}

async function offer(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  { letter, confidence, evidence }: SentByHand,
  { facts, messageKey, at, place }: SentArrival,
  mailIds: string[],
): Promise<'offered' | null> {
  const { count } = await tx.incomingMail.createMany({
    data: [
      {
        ...{ id: newId(), workspaceId, messageKey, mailIds, kind: 'sent', state: 'offered', at, seenAt: now },
        ...{ mailboxId: place.mailboxId, folder: place.path, uidValidity: place.uidValidity },
        ...{ uid: BigInt(place.uid), confidence, pitchId: letter.pitchId },
        fromAddress: cleanText(facts.from ?? '').slice(0, 320),
        subject: cleanText(facts.subject).slice(0, 1_000),
        text: cleanText(facts.text).slice(0, KEPT_CHARACTERS),
        facts: { evidence, recipient: null, status: null, backOn: null, letter: letter.id },
      },
    ],
    skipDuplicates: true,
  })
  return count > 0 ? 'offered' : null
}

type Step = { step: 'first' | 'follow-up' | 'reply'; id: string; pitchId: string }

/**
 * Writes down that a step went, by whoever `scope` is, at its moment. A press of Send for the same step that has not gone yet is
 * called back: nobody gets it twice.
 *
 * @returns false where the step is settled, or may be on its way out of a mailbox: then nothing is written
 */
export async function writeSent(
  tx: Transaction,
  scope: WorkspaceScope,
  step: Step,
  letter: SentLetter,
): Promise<boolean> {
  if (!(await callBackStep(tx, scope, step))) return false
  if (step.step === 'reply') return writeReplySent(tx, scope, step, letter)
  const gathered = await gatherPitchFacts(tx, scope, step.pitchId)
  if (step.step === 'follow-up') {
    const followUp = await tx.followUp.findFirst({
      where: { id: step.id, workspaceId: scope.workspaceId, state: 'due' },
    })
    return followUp !== null && writeFollowUpSent(tx, scope, gathered, followUp, letter)
  }
  const { id, prospectId } = gathered.pitch
  const other = await tx.pitch.findFirst({
    where: { workspaceId: scope.workspaceId, openProspectId: prospectId, id: { not: id } },
    select: { id: true },
  })
  return writeFirstSent(tx, scope, gathered, letter, other ? null : prospectId)
}

async function callBackStep(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  { step, pitchId }: Step,
): Promise<boolean> {
  const live = { workspaceId, pitchId, purpose: step, liveKey: { not: null } }
  await tx.outgoingMail.updateMany({
    where: { ...live, state: { in: [...CAN_BE_CALLED_BACK] }, copies: 1 },
    data: { state: 'undone', liveKey: null, settledAt: now, attention: false, raw: new Uint8Array() },
  })
  return (await tx.outgoingMail.findFirst({ where: live, select: { id: true } })) === null
}

/** Their answer is answered. One that somebody wrote down by hand around that time is this one. */
async function writeReplySent(
  tx: Transaction,
  scope: WorkspaceScope,
  { pitchId }: Step,
  letter: SentLetter,
): Promise<boolean> {
  const { workspaceId, now } = scope
  const pitch = await tx.pitch.findFirst({
    where: { id: pitchId, workspaceId, deletedAt: null, state: 'answered', answerHandledAt: null },
    select: { id: true, contactId: true, prospectId: true, lastMessageAt: true },
  })
  if (!pitch) return false
  const onceKey = `sent-folder:${letter.mailIds?.[0] ?? newId()}`.slice(0, 600)
  const noted = await tx.message.findFirst({
    where: {
      ...{ workspaceId, pitchId, direction: 'out', purpose: 'reply' },
      at: { gt: new Date(now.getTime() - DAY_MS) },
    },
    select: { id: true },
  })
  if (noted) return false
  await writeMessage(tx, scope, pitch, letter, { purpose: 'reply', onceKey })
  const isLatest = pitch.lastMessageAt === null || pitch.lastMessageAt < now
  await tx.pitch.updateMany({
    where: { id: pitchId, workspaceId, state: 'answered', answerHandledAt: null },
    data: { answerHandledAt: now, ...(isLatest ? { lastMessageAt: now } : {}) },
  })
  await touchProspect(tx, scope, pitch.prospectId)
  return true
}
