import { type IncomingFacts, incomingFacts } from '#lib/domain/mail/incoming-facts.ts'
import { isLookLate } from '#lib/domain/mail/mailbox-looks.ts'
import { mailboxState } from '#lib/domain/mail/mailbox-states.ts'
import { evidenceWords } from '#lib/domain/mail/match-evidence.ts'
import { sentEvidenceWords } from '#lib/domain/mail/sent-by-hand.ts'
import { stripQuotes } from '#lib/domain/mail/strip-quotes.ts'
import { can } from '#lib/domain/roles.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { type NarrowList, onlyThese } from '../narrow-list.ts'
import { type PagePlace, pageAt, readPlace, writeCursor } from '../page-cursor.ts'
import type { DoubtsPlace } from './answers-schema.ts'
import { DOUBTFUL_KINDS, mailboxesOf, whoseMails } from './whose-mails.ts'

const MAILS_PER_PAGE = 20
const SORT = '-came'
const SHOWN_OF_A_PITCH = 50
const SHOWN_MAILBOXES = 100

const waiting = { state: 'offered', kind: { in: [...DOUBTFUL_KINDS] } }

const ofPitch = {
  pitch: {
    select: {
      id: true,
      subject: true,
      contact: { select: { id: true, name: true } },
      prospect: { select: { id: true, name: true } },
    },
  },
  mailbox: { select: { name: true, address: true, aliases: true } },
} satisfies Prisma.IncomingMailInclude

/**
 * Mails that may be answers, or letters of one's own that were sent by hand, and wait for this person's word, newest first. Only
 * those of mailboxes of one's own.
 */
export async function listDoubtfulMails(scope: WorkspaceScope, place: Pick<DoubtsPlace, 'after' | 'before'>) {
  authorizeToSee(scope, 'pitches.read')
  const page = await pageAt(
    readPlace(place, SORT, 'time'),
    MAILS_PER_PAGE,
    (beyond) =>
      database().incomingMail.findMany({
        where: {
          workspaceId: scope.workspaceId,
          AND: [waiting, whoseMails(scope), beyondWhere(beyond)],
        },
        orderBy: beyond?.way === 'before' ? [{ at: 'asc' }, { id: 'asc' }] : [{ at: 'desc' }, { id: 'desc' }],
        take: MAILS_PER_PAGE + 1,
        include: ofPitch,
      }),
    ({ at, id }) => writeCursor(SORT, at, id),
  )
  return {
    ...page,
    rows: page.rows.map(({ pitch, mailbox, facts, text, ...mail }) => ({
      ...{ id: mail.id, from: mail.fromAddress, subject: mail.subject, at: mail.at, pitch },
      isOwn: mail.kind === 'sent',
      ...{ confidence: mail.confidence, mailbox: mailbox?.address ?? null, text },
      shown: stripQuotes(text, ownOf(mailbox)),
      evidence: [evidenceWords, sentEvidenceWords].flatMap((inWords) =>
        inWords(incomingFacts(facts).evidence, pitch?.contact.name ?? 'them'),
      ),
    })),
  }
}

export type DoubtfulMail = Awaited<ReturnType<typeof listDoubtfulMails>>['rows'][number]

/** The same for Today: those that wait the longest first, and without their words. */
export async function listOldestDoubts(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'pitches.read')
  return database().incomingMail.findMany({
    where: {
      ...{ workspaceId: scope.workspaceId, ...waiting, ...onlyThese(narrow) },
      ...whoseMails(scope),
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: narrow.take ?? MAILS_PER_PAGE,
    select: { id: true, kind: true, subject: true, at: true, pitch: ofPitch.pitch },
  })
}

/** How many wait for this person's word. */
export async function countDoubtfulMails(scope: WorkspaceScope): Promise<number> {
  authorizeToSee(scope, 'pitches.read')
  const [row] = await workspaceSql<{ count: number }>(database(), scope)`
    SELECT ${mailsWaiting(scope)} AS "count" WHERE ${WORKSPACE}::text IS NOT NULL`
  return row?.count ?? 0
}

/** The same as a piece of a query that counts other things too. */
export function mailsWaiting(whose: Pick<WorkspaceScope, 'workspaceId' | 'memberId' | 'role'>): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM "IncomingMail" i
    WHERE i."workspaceId" = ${whose.workspaceId} AND i."state" = 'offered' AND i."kind" = ANY (${[...DOUBTFUL_KINDS]})
      AND i."mailboxId" IN (${mailboxesOf(whose)}))`
}

export type PitchMail = {
  id: string
  kind: string
  meaning: string | null
  state: string
  at: Date
  text: string
  facts: IncomingFacts
  newAddress: string | null
}

/**
 * What came in about a pitch besides answers: out of office, returned mail, an address that was not known; and how many mails may
 * be answers. Their text is their mailbox's member's own until somebody says whose it is.
 */
export async function listMailOfPitch(scope: WorkspaceScope, pitchId: string) {
  authorizeToSee(scope, 'pitches.read')
  const { workspaceId } = scope
  const rows = await database().incomingMail.findMany({
    where: {
      ...{ workspaceId, pitchId, state: { not: 'dismissed' } },
      OR: [{ kind: { notIn: [...DOUBTFUL_KINDS] } }, { state: 'offered' }, { newAddress: { not: null } }],
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: SHOWN_OF_A_PITCH,
    select: {
      ...{ id: true, kind: true, meaning: true, state: true, at: true, text: true, facts: true },
      ...{ newAddress: true, mailbox: { select: { ownerId: true, owner: { select: { name: true } } } } },
    },
  })
  const doubtful = (asked: string) =>
    rows
      .filter(({ kind, state }) => kind === asked && state === 'offered')
      .map(({ mailbox }) => (mailbox && mailbox.ownerId !== scope.memberId ? mailbox.owner.name : null))
  return {
    /** Whose mailbox each that may be their answer is in, and each that may be this letter; null: one's own. */
    doubtful: doubtful('reply'),
    maybeSent: doubtful('sent'),
    mails: rows
      .filter(({ kind, state }) => state !== 'offered' || !DOUBTFUL_KINDS.some((each) => each === kind))
      .map(({ mailbox: _, facts, ...row }): PitchMail => ({ ...row, facts: incomingFacts(facts) })),
  }
}

/** How long ago each mailbox was looked into: one's own, and for an owner all. */
export async function listMailboxLooks(scope: WorkspaceScope) {
  authorizeToSee(scope, 'pitches.read')
  const { workspaceId, memberId, role, now } = scope
  const rows = await database().mailbox.findMany({
    where: {
      ...{ workspaceId, state: { notIn: ['disconnected', 'connecting'] } },
      ...(can(role, 'mailboxes.disconnect-other') ? {} : { ownerId: memberId }),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: SHOWN_MAILBOXES,
    select: {
      ...{ id: true, address: true, state: true, failure: true, lastLookAt: true, lastMessageAt: true },
      ...{ sendingHeldAt: true, ownerId: true },
    },
  })
  return rows.map(({ state, ownerId, ...row }) => ({
    ...row,
    state: mailboxState(state),
    isLate: isLookLate({ state, lastLookAt: row.lastLookAt }, now),
    isOwn: ownerId === memberId,
  }))
}

export type MailboxLook = Awaited<ReturnType<typeof listMailboxLooks>>[number]

function beyondWhere(place: PagePlace | null): Prisma.IncomingMailWhereInput {
  if (!place) return {}
  const at = new Date(String(place.cursor.value))
  const { id } = place.cursor
  return place.way === 'after'
    ? { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] }
    : { OR: [{ at: { gt: at } }, { at, id: { gt: id } }] }
}

function ownOf(mailbox: { name: string; address: string; aliases: string[] } | null) {
  return mailbox
    ? { addresses: [mailbox.address, ...mailbox.aliases], name: mailbox.name }
    : { addresses: [], name: '' }
}
