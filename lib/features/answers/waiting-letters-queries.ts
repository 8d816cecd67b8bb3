import { replySubject } from '#lib/domain/mail/mail-thread.ts'
import type { WaitingLetter } from '#lib/domain/mail/sent-by-hand.ts'
import { database } from '#lib/server/database.ts'
import { spellingsOf } from './candidate-queries.ts'

type In = { workspaceId: string }
/** Message-IDs a sent mail goes by, and keys of the addresses it went to. */
export type SentTraits = { ids: readonly string[]; to: readonly string[] }

const MOST_PEOPLE = 50
const MOST_LETTERS = 20
/** Somebody may be writing to them, or has. */
const MATTERING = {
  deletedAt: null,
  OR: [{ sentAt: { not: null } }, { state: 'ready' }],
}

/** Of many sent mails at once: which went to somebody a letter was written to, or carry an id nobody knows to have gone. */
export async function tellWhichSentMatter(scope: In, mails: readonly SentTraits[]): Promise<boolean[]> {
  const { workspaceId } = scope
  const keys = [...new Set(mails.flatMap(({ to }) => to))]
  const ids = [...new Set(mails.flatMap((mail) => mail.ids))]
  const known = keys.length === 0 ? [] : await channelsTo(workspaceId, keys)
  const people = new Set(known.map(({ addressKey }) => addressKey))
  const inDoubt = ids.length === 0 ? new Set() : await idsInDoubt(workspaceId, ids)
  return mails.map(
    (mail) => mail.to.some((key) => people.has(key)) || mail.ids.some((id) => inDoubt.has(id.toLowerCase())),
  )
}

function channelsTo(workspaceId: string, keys: readonly string[]) {
  return database().channel.findMany({
    where: {
      ...{ workspaceId, kind: 'email', addressKey: { in: [...keys] } },
      contact: { pitches: { some: { workspaceId, ...MATTERING } } },
    },
    distinct: ['addressKey'],
    select: { addressKey: true },
  })
}

async function idsInDoubt(workspaceId: string, ids: readonly string[]): Promise<Set<string>> {
  const found = await database().outgoingMail.findMany({
    where: { workspaceId, state: 'unknown', mailIds: { hasSome: spellingsOf(ids) } },
    select: { mailIds: true },
  })
  return new Set(found.flatMap(({ mailIds }) => mailIds.map((id) => id.toLowerCase())))
}

/** The letters to these addresses, or to the people who have them, that wait for somebody to send them. */
export async function findWaitingLetters(
  { workspaceId }: In,
  keys: readonly string[],
): Promise<WaitingLetter[]> {
  if (keys.length === 0) return []
  const db = database()
  const channels = await db.channel.findMany({
    where: { workspaceId, kind: 'email', addressKey: { in: [...keys] } },
    select: { contactId: true },
    take: MOST_PEOPLE,
  })
  const pitches = await db.pitch.findMany({
    where: {
      ...{ workspaceId, deletedAt: null, contactId: { in: channels.map(({ contactId }) => contactId) } },
      ...{ state: { in: ['ready', 'sent', 'answered'] }, channel: { kind: 'email' } },
    },
    orderBy: { updatedAt: 'desc' },
    take: MOST_LETTERS,
    select: {
      ...{ id: true, state: true, subject: true, body: true, createdAt: true, sentAt: true },
      ...{ answeredAt: true, answerHandledAt: true },
      channel: { select: { addressKey: true } },
      contact: { select: { channels: { where: { kind: 'email' }, select: { addressKey: true } } } },
      followUps: { where: { state: 'due' }, select: { id: true, subject: true, body: true } },
      messages: { select: { mailIds: true, at: true, direction: true } },
    },
  })
  return pitches.flatMap(({ channel, contact, messages, ...pitch }): WaitingLetter[] => {
    const common = {
      ...{ pitchId: pitch.id, to: channel.addressKey },
      others: contact.channels.map(({ addressKey }) => addressKey),
      threadIds: messages.flatMap(({ mailIds }) => mailIds),
    }
    const { state, subject, body, createdAt, sentAt } = pitch
    if (state === 'ready')
      return [{ ...common, step: 'first', id: pitch.id, subject, body, since: createdAt }]
    if (state === 'sent')
      return pitch.followUps.map((nudge) => ({
        ...{ ...common, step: 'follow-up', id: nudge.id, body: nudge.body, since: sentAt ?? createdAt },
        subject: replySubject(nudge.subject || subject),
      }))
    if (pitch.answerHandledAt !== null) return []
    const last = messages.filter(({ direction }) => direction === 'in').map(({ at }) => at.getTime())
    const since = new Date(Math.max(...last, pitch.answeredAt?.getTime() ?? createdAt.getTime()))
    return [{ ...common, step: 'reply', id: pitch.id, subject: replySubject(subject), body: '', since }]
  })
}
