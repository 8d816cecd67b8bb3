import { incomingFacts } from '#lib/domain/mail/incoming-facts.ts'
import { isSameLetter } from '#lib/domain/mail/sent-by-hand.ts'
import { stripQuotes } from '#lib/domain/mail/strip-quotes.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { IncomingMail } from '#lib/generated/prisma/client.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { BODY_MAX_CHARACTERS, SUBJECT_MAX_CHARACTERS } from '../pitches/pitch-schema.ts'
import { WITHOUT_IDS } from './learn-from-sent.ts'
import { writeSent } from './take-in-sent.ts'

/**
 * "Yes, that was it": the step that waits on its pitch counts as sent by this mail. Where somebody said so before in another
 * place, the mail only teaches the Message-ID.
 *
 * @throws NotFound, Refusal
 */
export async function settleSent(tx: Transaction, scope: WorkspaceScope, mail: IncomingMail) {
  authorize(scope, 'pitches.send')
  const { workspaceId, memberId, now } = scope
  const pitch = await tx.pitch.findFirst({
    where: { id: mail.pitchId ?? '', workspaceId, deletedAt: null },
    select: {
      ...{ id: true, state: true, body: true, sentAt: true },
      followUps: { where: { state: 'due' }, select: { id: true, body: true } },
      mails: { where: { id: mail.id }, select: { mailbox: true } },
    },
  })
  if (!pitch) throw new NotFound()
  const { letter: asked } = incomingFacts(mail.facts)
  const nudge = pitch.state === 'sent' ? pitch.followUps.find(({ id }) => id === asked) : undefined
  const first = pitch.state === 'ready' && asked === pitch.id
  if (asked === pitch.id && !pitch.sentAt && !first)
    throw new Refusal('This letter is not marked as ready any more.', 'Mark it as ready, then say it again.')
  const waiting = first
    ? { step: 'first' as const, id: pitch.id, body: pitch.body }
    : nudge && { step: 'follow-up' as const, ...nudge }
  if (waiting) {
    const mailbox = pitch.mails[0]?.mailbox
    const own = {
      addresses: mailbox ? [mailbox.address, ...mailbox.aliases] : [],
      name: mailbox?.name ?? '',
    }
    const text = stripQuotes(mail.text, own).slice(0, BODY_MAX_CHARACTERS)
    const letter = {
      ...{ via: 'sent-folder' as const, mailIds: mail.mailIds },
      ...(mail.mailboxId ? { mailboxId: mail.mailboxId } : {}),
      subject: mail.subject.slice(0, SUBJECT_MAX_CHARACTERS),
      body: text === '' || isSameLetter(waiting.body, mail.text) ? waiting.body || text : text,
    }
    if (!(await writeSent(tx, { ...scope, now: mail.at }, { ...waiting, pitchId: pitch.id }, letter)))
      throw new Refusal(
        'It may be on its way out of a mailbox as well.',
        'Wait until it is known how that went, then say it again.',
      )
  } else await teachIds(tx, scope, mail)
  await tx.incomingMail.updateMany({
    where: { id: mail.id, workspaceId, state: 'offered' },
    data: { state: 'settled', settledAt: now, settledById: memberId, text: '' },
  })
}

const SAID_WITHIN_MS = 3 * 24 * 60 * 60 * 1000

/** The letter of that time that nobody knows the Message-ID of. */
async function teachIds(tx: Transaction, { workspaceId }: WorkspaceScope, mail: IncomingMail) {
  const { at, mailIds, mailboxId, pitchId } = mail
  const message = await tx.message.findFirst({
    where: {
      ...{ workspaceId, pitchId: pitchId ?? '', direction: 'out', ...WITHOUT_IDS },
      at: { gt: new Date(at.getTime() - SAID_WITHIN_MS), lt: new Date(at.getTime() + SAID_WITHIN_MS) },
    },
    orderBy: { at: 'desc' },
    select: { id: true },
  })
  if (!message) return
  await tx.message.updateMany({
    where: { id: message.id, workspaceId, ...WITHOUT_IDS },
    data: { mailIds, ...(mailboxId ? { mailboxId } : {}) },
  })
}
