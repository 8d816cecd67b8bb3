import { wordsForReason } from '#lib/domain/mail/outgoing-reasons.ts'
import { can } from '#lib/domain/roles.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { type NarrowList, onlyThese } from '../narrow-list.ts'
import { countFirstsToday } from './daily-cap.ts'

const MOST_SHOWN = 25
const MOST_MAILBOXES = 20
/** Of one pitch: what is under way, and what last became of each step. */
const MOST_OF_A_PITCH = 20

const shown = {
  ...{ id: true, pitchId: true, followUpId: true, purpose: true, state: true, clickedAt: true },
  ...{ notBefore: true, settledAt: true, tries: true, toName: true, subject: true, body: true },
  ...{ fromAddress: true, response: true, reason: true, remedy: true, attention: true, senderId: true },
  sender: { select: { name: true } },
  mailbox: { select: { ownerId: true } },
} as const

/** One's own mailboxes that one can send from now, and how many first letters each has left today. */
export async function listMailboxesToSendFrom(scope: WorkspaceScope) {
  authorizeToSee(scope, 'pitches.send')
  const { workspaceId, memberId } = scope
  const rows = await database().mailbox.findMany({
    where: { workspaceId, ownerId: memberId, state: 'connected', sends: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST_MAILBOXES,
    select: { id: true, ownerId: true, name: true, address: true, dailyCap: true, timeZone: true },
  })
  return Promise.all(
    rows.map(async ({ id, address, dailyCap, ...rest }) => ({
      ...{ id, address, dailyCap },
      firstsToday: await countFirstsToday(database(), scope, { id, address, dailyCap, ...rest }),
    })),
  )
}

/**
 * The mails of a pitch that go out of a mailbox, or did not go: of each step the newest that is not settled well, by its
 * purpose.
 */
export async function listMailsOfPitch(scope: WorkspaceScope, pitchId: string) {
  authorizeToSee(scope, 'pitches.read')
  const rows = await database().outgoingMail.findMany({
    where: { workspaceId: scope.workspaceId, pitchId },
    orderBy: [{ clickedAt: 'desc' }, { id: 'desc' }],
    take: MOST_OF_A_PITCH,
    select: shown,
  })
  const newest = rows.filter(
    (row, index) =>
      rows.findIndex(
        ({ purpose, followUpId }) => purpose === row.purpose && followUpId === row.followUpId,
      ) === index,
  )
  return newest.map((row) => inWords(scope, row))
}

/** Mails that wait for a person to say what is true, or to see why they did not go; oldest first. */
export async function listMailsThatNeedAPerson(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'pitches.send')
  const { workspaceId, memberId, role } = scope
  const whose = can(role, 'workspace.settings') ? {} : { senderId: memberId }
  const rows = await database().outgoingMail.findMany({
    where: { workspaceId, attention: true, ...whose, ...onlyThese(narrow) },
    orderBy: [{ clickedAt: 'asc' }, { id: 'asc' }],
    take: narrow.take ?? MOST_SHOWN,
    select: { ...shown, pitch: { select: { prospect: { select: { id: true, name: true } } } } },
  })
  return rows.map(({ pitch, ...row }) => ({ ...inWords(scope, row), prospect: pitch.prospect }))
}

export type MailOfPitch = Awaited<ReturnType<typeof listMailsOfPitch>>[number]

type Row = {
  state: string
  reason: string | null
  remedy: string
  sender: { name: string }
  mailbox: { ownerId: string }
}

function inWords<Shown extends Row>({ memberId }: WorkspaceScope, { sender, mailbox, ...row }: Shown) {
  const words = wordsForReason(row.reason)
  return {
    ...row,
    senderName: sender.name,
    /** Only its own member sends out of a mailbox, and can look into it. */
    isOwn: mailbox.ownerId === memberId,
    why: row.reason ? words.sentence : '',
    remedy: row.remedy || (row.reason ? words.remedy : ''),
  }
}
