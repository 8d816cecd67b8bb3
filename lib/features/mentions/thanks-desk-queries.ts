import { type ComposeLink, composeLinks } from '#lib/domain/compose-links.ts'
import { replySubject } from '#lib/domain/mail/mail-thread.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { reviewThanks } from '#lib/domain/thanks-review.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

const MOST_PEOPLE = 50
const SUBJECT = 'Thank you'

export type ThanksDesk = Awaited<ReturnType<typeof getThanksDesk>>

/**
 * Where thanks are written: whom they can be for, the words so far and what is wrong with them, and the ways to take them
 * there. `contactId` chooses among the people; without it, it is whom we pitched, or the only one there.
 *
 * @throws NotFound
 */
export async function getThanksDesk(scope: WorkspaceScope, mentionId: string, contactId = '') {
  authorizeToSee(scope, 'prospects.read')
  const { workspaceId, actorName, now } = scope
  const mention = await database().mention.findFirst({
    where: { workspaceId, id: mentionId, deletedAt: null },
    select: {
      ...{ id: true, url: true, prospectId: true, thanksDraft: true, thanksState: true, thanksAt: true },
      thanksBy: { select: { name: true } },
      pitch: { select: PITCH },
    },
  })
  if (!mention) throw new NotFound()
  const { pitch, prospectId, thanksDraft: body } = mention
  const thread = pitch && pitch.deletedAt === null && pitch.sentAt !== null ? pitch : null
  const people = await peopleOf(scope, thread?.prospectId ?? prospectId, thread?.contactId ?? null)
  const chosen =
    people.find(({ id }) => id === contactId) ??
    people.find(({ id }) => id === thread?.contactId) ??
    (people.length === 1 ? people[0] : undefined)
  const isInThread = thread !== null && chosen?.id === thread.contactId
  const own = chosen?.channels.find(({ kind }) => kind === 'email') ?? chosen?.channels[0]
  const channel = isInThread ? thread.channel : own
  const subject = isInThread ? replySubject(thread.subject) : SUBJECT
  const willBe = isInThread ? thread.id : null
  const threadId = mention.thanksState === 'thanked' ? await threadOfThanks(scope, mentionId) : willBe
  const problems = body ? reviewThanks({ body, name: chosen?.name ?? '', senderName: actorName, now }) : []
  const links: ComposeLink[] =
    channel?.kind === 'email' ? composeLinks({ to: channel.address, subject, body }) : []
  return {
    body,
    state: mention.thanksState,
    thankedAt: mention.thanksAt,
    thankedBy: mention.thanksBy?.name ?? null,
    people: people.map(({ id, name }) => ({ id, name })),
    chosen: chosen ? { id: chosen.id, name: chosen.name } : null,
    channel: channel ? { kind: channel.kind, address: channel.address } : null,
    /** The conversation the words are kept with, or will be. */
    threadId,
    ...{ subject, problems, links },
  }
}

/** The conversation that words of thanks for this mention were kept with. */
async function threadOfThanks({ workspaceId }: WorkspaceScope, mentionId: string): Promise<string | null> {
  const message = await database().message.findFirst({
    where: { workspaceId, onceKey: thanksKey(mentionId) },
    select: { pitchId: true },
  })
  return message?.pitchId ?? null
}

/** What a message of thanks is written down once by. */
export function thanksKey(mentionId: string): string {
  return `thanks:${mentionId}`
}

const PITCH = {
  ...{ id: true, subject: true, sentAt: true, deletedAt: true, contactId: true, prospectId: true },
  channel: { select: { kind: true, address: true } },
} as const

/** Whoever is there now and may be written to, with an address that works; whom we pitched is among them, wherever they are. */
async function peopleOf(
  { workspaceId }: WorkspaceScope,
  prospectId: string | null,
  pitchedId: string | null,
) {
  const there = prospectId ? [{ affiliations: { some: { workspaceId, prospectId, until: null } } }] : []
  const pitched = pitchedId ? [{ id: pitchedId }] : []
  if (there.length + pitched.length === 0) return []
  return database().contact.findMany({
    where: {
      ...{ workspaceId, deletedAt: null, OR: [...pitched, ...there] },
      suppressions: { none: { workspaceId, liftedAt: null } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST_PEOPLE,
    select: {
      ...{ id: true, name: true },
      channels: {
        where: { deletedAt: null, bouncedAt: null },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { kind: true, address: true },
      },
    },
  })
}
