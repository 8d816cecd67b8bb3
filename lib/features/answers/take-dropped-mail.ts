import type { MailFacts } from '#lib/domain/mail/mail-facts.ts'
import { parseMail } from '#lib/domain/mail/parse-mail.ts'
import { judgeMail } from '#lib/domain/mail/read-mail.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import { takeUpload, UploadProblem } from '#lib/server/upload.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { type Candidate, findCandidates, tracesOf } from './candidate-queries.ts'
import { acceptMail, attachMail } from './doubt-commands.ts'
import { matched } from './judge-mail.ts'
import { messageKeyOf, traitsOf } from './mail-traits.ts'
import { ourOwn } from './our-own.ts'
import { takeInMail } from './take-in-mail.ts'

/** A mail with a large attachment is taken; only its start is read. */
export const DROPPED_MAX_BYTES = 40_000_000
const READ_BYTES = 1024 * 1024

/** What became of a dropped mail. */
export const DROPPED_OUTCOMES = ['answer', 'away', 'came-back', 'late', 'known'] as const
export const DROPPED_PROBLEMS = [
  ...['no-file', 'broke-off', 'too-large', 'unreadable', 'own', 'list', 'receipt', 'other-pitch', 'not-sent'],
] as const
export type DroppedAnswer =
  | { ok: true; outcome: (typeof DROPPED_OUTCOMES)[number] }
  | { ok: false; problem: (typeof DROPPED_PROBLEMS)[number] }

/**
 * Takes a mail that somebody saved as a file and dropped on a pitch: read by the same reader as mailboxes are, with the same
 * effects. That it was dropped here is a person's word that it belongs here; only a thread of another pitch speaks against it.
 *
 * @throws NotFound
 */
export async function takeDroppedMail(
  scope: WorkspaceScope,
  pitchId: string,
  request: Request,
): Promise<DroppedAnswer> {
  authorize(scope, 'pitches.write')
  const { workspaceId } = scope
  const pitch = await database().pitch.findFirst({
    where: { id: pitchId, workspaceId, deletedAt: null },
    select: { sentAt: true },
  })
  if (!pitch) throw new NotFound()
  if (!pitch.sentAt) return no('not-sent')
  try {
    const start = await takeUpload(request, { maxBytes: DROPPED_MAX_BYTES }, ({ bytes }) => startOf(bytes))
    return await takeIn(scope, pitchId, start)
  } catch (error) {
    if (!(error instanceof UploadProblem)) throw error
    return no(error.problem)
  }
}

async function takeIn(scope: WorkspaceScope, pitchId: string, raw: Uint8Array): Promise<DroppedAnswer> {
  const facts = await parseMail(raw)
  if (!isMail(facts)) return no('unreadable')
  const [pitch] = await tracesOf(scope, [pitchId])
  if (!pitch) throw new NotFound()
  const reading = judgeMail(facts, await ourOwn(scope), [pitch])
  const { kind } = reading
  if (kind === 'own' || kind === 'list' || kind === 'receipt') return no(kind)
  if (reading.confidence !== 'certain' && (await isOfAnotherThread(scope, facts, pitch)))
    return no('other-pitch')
  const messageKey = messageKeyOf(facts, raw.subarray(0, 4096))
  const vouched =
    kind === 'auto-reply' || kind === 'bounce' || kind === 'delay'
      ? reading
      : ({ ...reading, kind: 'reply', confidence: 'certain' } as const)
  const at = facts.date && facts.date < scope.now ? facts.date : scope.now
  const mail = matched(facts, vouched, pitch, at)
  if (await takeInMail(scope, { mail, messageKey, at, place: null }))
    return { ok: true, outcome: OUTCOMES[mail.kind] }
  return settleWaiting(scope, pitchId, messageKey)
}

const OUTCOMES = { reply: 'answer', 'auto-reply': 'away', bounce: 'came-back', delay: 'late' } as const

/** It came in by a mailbox already. Where it waited for a word of ours, that was it. */
async function settleWaiting(
  scope: WorkspaceScope,
  pitchId: string,
  messageKey: string,
): Promise<DroppedAnswer> {
  const waiting = await database().incomingMail.findFirst({
    where: { workspaceId: scope.workspaceId, messageKey, kind: 'reply', state: 'offered' },
    select: { id: true, pitchId: true },
  })
  if (!waiting) return { ok: true, outcome: 'known' }
  const mailId = waiting.id
  try {
    if (waiting.pitchId === pitchId) await acceptMail(scope, { mailId })
    else await attachMail(scope, { mailId, pitchId })
  } catch (error) {
    // It waits in a colleague's mailbox, for their word.
    if (error instanceof NotFound) return { ok: true, outcome: 'known' }
    throw error
  }
  return { ok: true, outcome: 'answer' }
}

async function isOfAnotherThread(
  scope: WorkspaceScope,
  facts: MailFacts,
  pitch: Candidate,
): Promise<boolean> {
  const { ids } = traitsOf(facts)
  const candidates = await findCandidates(scope, { ids, addressKeys: [], house: null, subjects: [] })
  return candidates.length > 0 && candidates.every(({ id }) => id !== pitch.id)
}

/** A picture or a page has no sender and no line a mail begins with. */
function isMail({ headers, from, subject, text }: MailFacts): boolean {
  const isHeaded = headers.has('from') || headers.has('message-id') || headers.has('received')
  return isHeaded && (from !== null || subject !== '' || text !== '')
}

/** All of it must be taken, so that the form comes to its end; what stands behind the start is let go of. */
async function startOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes) {
    if (length >= READ_BYTES) continue
    const part = piece.subarray(0, READ_BYTES - length)
    pieces.push(part)
    length += part.length
  }
  return Buffer.concat(pieces)
}

function no(problem: (typeof DROPPED_PROBLEMS)[number]): DroppedAnswer {
  return { ok: false, problem }
}
