import { isQuiet, quietHoursOf } from '#lib/domain/notifications/quiet-hours.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { canSendMail, sendMail } from '#lib/server/mailer.ts'
import { makeSecretToken } from '#lib/server/secret-tokens.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { actingScope } from '../workspaces/acting-scope.ts'
import { secretAddress } from '../workspaces/secret-links.ts'
import { notificationMailFoot, notificationMailText } from './notification-text.ts'
import { claimNotifications, giveBackNotifications, waitingFor } from './waiting-notifications.ts'

/** Two mails of one workspace do not come closer together: what happens meanwhile goes with the next. */
export const PAUSE_MS = 10 * 60 * 1000
/** Old mails are opened late; the link that stops them works this long. */
const STOP_LINK_MS = 60 * 24 * 60 * 60 * 1000

type Whose = { workspaceId: string; memberId: string }
export type NotificationOutcome = 'sent' | 'failed' | 'nothing-to-say' | 'not-due'

/**
 * Sends a member one mail with all that is to be told as it happens, outside their quiet hours. Everything in it is claimed
 * before the mail server is spoken to: whatever runs twice or is killed, nothing is told twice. Only where the mail server was
 * never reached is it given back, and tried again; of any other failure the settings tell.
 */
export async function sendNotifications(whose: Whose, now: Date): Promise<NotificationOutcome> {
  if (!canSendMail()) return 'not-due'
  const listener = await findListener(whose)
  if (!listener) return 'not-due'
  const { claimedAt, quiet, email, timeZone, workspace } = listener
  if (isQuiet(now, timeZone, quiet)) return 'not-due'
  if (claimedAt && claimedAt.getTime() + PAUSE_MS > now.getTime()) return 'not-due'

  const scope = await actingScope(whose.memberId, now)
  const { ids, lines } = await waitingFor(scope, 'now')
  if (ids.length === 0) return 'not-due'
  const home = `${settings().appUrl}/w/${scope.workspaceSlug}`
  const mail = notificationMailText({ workspace, lines, home })
  if (!mail) {
    const claimed = await inTransaction((tx) => claimNotifications(tx, whose, ids, now))
    return claimed > 0 ? 'nothing-to-say' : 'not-due'
  }
  const claimed = await claimWithLink(scope, ids, claimedAt)
  if (!claimed) return 'not-due'
  const { stopAddress, linkId } = claimed
  const outcome = await sendMail({
    to: email,
    subject: mail.subject,
    text: mail.text + notificationMailFoot(`${home}/settings/notifications`, stopAddress),
    headers: { 'List-Unsubscribe': `<${stopAddress}>`, 'Auto-Submitted': 'auto-generated' },
  })
  await database().notificationWish.updateMany({
    where: whose,
    data: outcome.sent ? { sentAt: now, failure: '' } : { failure: outcome.why },
  })
  if (!outcome.sent && outcome.isUnreached) await giveBack(whose, ids, linkId, claimedAt)
  return outcome.sent ? 'sent' : 'failed'
}

/** null: they are no member any more, or have no account that anybody reads. */
async function findListener({ workspaceId, memberId }: Whose) {
  const member = await database().member.findFirst({
    where: { workspaceId, id: memberId, leftAt: null },
    select: {
      workspace: { select: { name: true } },
      user: { select: { email: true, timeZone: true, demoRole: true } },
      notificationWish: { select: { claimedAt: true, quietFrom: true, quietTo: true } },
    },
  })
  if (!member?.user || member.user.demoRole !== null) return null
  const { quietFrom = null, quietTo = null, claimedAt = null } = member.notificationWish ?? {}
  const { email, timeZone } = member.user
  return {
    email,
    timeZone,
    claimedAt,
    quiet: quietHoursOf(quietFrom, quietTo),
    workspace: member.workspace.name,
  }
}

/** All of it, and the link that stops these mails, together; null when somebody else has any of it in hand. */
async function claimWithLink(scope: WorkspaceScope, ids: string[], before: Date | null) {
  const { workspaceId, memberId, userId, now } = scope
  const { token, tokenHash } = makeSecretToken()
  return inTransaction(async (tx) => {
    await tx.notificationWish.createMany({ data: { workspaceId, memberId }, skipDuplicates: true })
    const turn = await tx.notificationWish.updateMany({
      where: { workspaceId, memberId, claimedAt: before },
      data: { claimedAt: now },
    })
    if (turn.count === 0) return null
    if ((await claimNotifications(tx, scope, ids, now)) === 0) return null
    const purpose = 'notifications-off'
    await tx.secretLink.deleteMany({ where: { workspaceId, userId, purpose, expiresAt: { lte: now } } })
    const expiresAt = new Date(now.getTime() + STOP_LINK_MS)
    const link = await tx.secretLink.create({
      data: { tokenHash, purpose, workspaceId, userId, createdAt: now, expiresAt },
    })
    return { stopAddress: secretAddress(purpose, token), linkId: link.id }
  })
}

/** As if nothing had been taken in hand. */
async function giveBack(whose: Whose, ids: string[], linkId: string, before: Date | null) {
  await inTransaction(async (tx) => {
    await tx.secretLink.deleteMany({ where: { id: linkId, workspaceId: whose.workspaceId } })
    await giveBackNotifications(tx, whose, ids)
    await tx.notificationWish.updateMany({ where: whose, data: { claimedAt: before } })
  })
}
