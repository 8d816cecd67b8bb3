import type { LocalDate } from '#lib/domain/local-date.ts'
import { morningMailDue } from '#lib/domain/morning-mail.ts'
import { ON_TODAY } from '#lib/domain/notifications/happenings.ts'
import { quietHoursOf } from '#lib/domain/notifications/quiet-hours.ts'
import { can } from '#lib/domain/roles.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { canSendMail, sendMail } from '#lib/server/mailer.ts'
import { makeSecretToken } from '#lib/server/secret-tokens.ts'
import {
  claimNotifications,
  giveBackNotifications,
  type Waiting,
  waitingFor,
} from '../notifications/waiting-notifications.ts'
import { actingScope } from '../workspaces/acting-scope.ts'
import { secretAddress } from '../workspaces/secret-links.ts'
import { morningMailFoot, morningMailText } from './morning-mail-text.ts'
import { dayOf } from './put-off-queries.ts'
import { loadToday } from './today-page-queries.ts'

/** Old mails are opened late; the link that stops them works this long. */
const STOP_LINK_MS = 60 * 24 * 60 * 60 * 1000

type Whose = { workspaceId: string; memberId: string }
export type MorningMailOutcome = 'sent' | 'failed' | 'nothing-to-say' | 'not-due'

/**
 * Sends one member's morning mail, if it is due: what is to be done, for whoever asked for Today by mail, and what happened, of
 * the kinds that they are told in the morning. The day is claimed before the mail server is spoken to, by one conditional
 * update: whatever runs twice or is killed, nobody gets two mails a day. Only where the mail server was never reached is the
 * day given back, and tried again that morning; of any other failure the settings tell.
 */
export async function sendMorningMail(whose: Whose, now: Date): Promise<MorningMailOutcome> {
  if (!canSendMail()) return 'not-due'
  const reader = await findReader(whose)
  const day = reader && morningMailDue(now, reader.timeZone, reader.claimedOn, reader.quiet)
  if (!reader || !day) return 'not-due'
  const scope = await actingScope(whose.memberId, now)
  const hasToday = reader.wantsToday && can(scope.role, 'today.read')
  const sections = hasToday ? (await loadToday(scope)).sections : []
  const happened = await waitingFor(scope, 'digest')
  if (!hasToday && happened.ids.length === 0) return 'not-due'
  const home = `${settings().appUrl}/w/${scope.workspaceSlug}`
  const { workspace } = reader
  const news = happened.lines.filter(({ what }) => !(hasToday && ON_TODAY.has(what)))
  const mail = morningMailText({ name: scope.actorName, workspace, sections, home, happened: news })
  if (!mail) return (await claimQuietly(whose, day, happened, now)) ? 'nothing-to-say' : 'not-due'

  const claimed = await claimWithLink(whose, { userId: reader.userId, happened }, day, now)
  if (!claimed) return 'not-due'
  const { stopAddress, linkId } = claimed
  const outcome = await sendMail({
    to: reader.email,
    subject: mail.subject,
    text: mail.text + morningMailFoot(stopAddress, `${home}/settings/notifications`),
    headers: { 'List-Unsubscribe': `<${stopAddress}>`, 'Auto-Submitted': 'auto-generated' },
  })
  await database().morningMail.updateMany({
    where: whose,
    data: outcome.sent ? { sentAt: now, failure: '' } : { failure: outcome.why },
  })
  if (!outcome.sent && outcome.isUnreached) await giveBack(whose, { linkId, happened }, day, reader.claimedOn)
  return outcome.sent ? 'sent' : 'failed'
}

/** null: nothing is to be told, they are no member any more, or have no account. */
async function findReader({ workspaceId, memberId }: Whose) {
  const row = await database().morningMail.findFirst({
    where: { workspaceId, memberId, member: { leftAt: null } },
    select: {
      ...{ wantedSince: true, claimedOn: true },
      workspace: { select: { name: true } },
      member: {
        select: {
          user: { select: { id: true, email: true, timeZone: true } },
          notificationWish: { select: { quietFrom: true, quietTo: true } },
        },
      },
    },
  })
  if (!row?.member.user) return null
  const { id: userId, email, timeZone } = row.member.user
  const claimedOn = row.claimedOn?.toISOString().slice(0, 10) ?? null
  const { quietFrom = null, quietTo = null } = row.member.notificationWish ?? {}
  const quiet = quietHoursOf(quietFrom, quietTo)
  const wantsToday = row.wantedSince !== null
  return { userId, email, timeZone, claimedOn, quiet, wantsToday, workspace: row.workspace.name }
}

/** true for the one who takes the day in hand. */
async function claim(db: Pick<Transaction, 'morningMail'>, whose: Whose, day: LocalDate): Promise<boolean> {
  const { count } = await db.morningMail.updateMany({
    where: {
      ...whose,
      OR: [{ claimedOn: null }, { claimedOn: { lt: dayOf(day) } }],
    },
    data: { claimedOn: dayOf(day) },
  })
  return count === 1
}

/** A morning without a mail: the day, and what was no news any more. */
function claimQuietly(whose: Whose, day: LocalDate, { ids }: Waiting, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    if (!(await claim(tx, whose, day))) return false
    await claimNotifications(tx, whose, ids, now)
    return true
  })
}

/**
 * The day, what is told and the link that stops the mail, together; null when somebody else has the day. Links of long ago are
 * let go.
 */
async function claimWithLink(
  whose: Whose,
  { userId, happened }: { userId: string; happened: Waiting },
  day: LocalDate,
  now: Date,
): Promise<{ stopAddress: string; linkId: string } | null> {
  const { token, tokenHash } = makeSecretToken()
  return inTransaction(async (tx) => {
    if (!(await claim(tx, whose, day))) return null
    await claimNotifications(tx, whose, happened.ids, now)
    const { workspaceId } = whose
    const purpose = 'morning-mail-off'
    await tx.secretLink.deleteMany({ where: { workspaceId, userId, purpose, expiresAt: { lte: now } } })
    const expiresAt = new Date(now.getTime() + STOP_LINK_MS)
    const link = await tx.secretLink.create({
      data: { tokenHash, purpose, workspaceId, userId, createdAt: now, expiresAt },
    })
    return { stopAddress: secretAddress(purpose, token), linkId: link.id }
  })
}

/** As if the day had never been taken in hand. */
async function giveBack(
  whose: Whose,
  { linkId, happened }: { linkId: string; happened: Waiting },
  day: LocalDate,
  before: LocalDate | null,
) {
  await inTransaction(async (tx) => {
    await tx.secretLink.deleteMany({ where: { id: linkId, workspaceId: whose.workspaceId } })
    await giveBackNotifications(tx, whose, happened.ids)
    await tx.morningMail.updateMany({
      where: { ...whose, claimedOn: dayOf(day) },
      data: { claimedOn: before && dayOf(before) },
    })
  })
}
