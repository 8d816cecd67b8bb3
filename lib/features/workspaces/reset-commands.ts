import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, databaseAcrossWorkspaces, inTransaction, type Transaction } from '#lib/server/database.ts'
import { sendMail } from '#lib/server/mailer.ts'
import { hashPassword } from '#lib/server/passwords.ts'
import { makeSecretToken } from '#lib/server/secret-tokens.ts'
import { countTry, tooManyTries } from '#lib/server/throttle.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import type { Visit } from '../person-action.ts'
import { revokeResets } from './account-commands.ts'
import { recordOfPerson } from './audit-of-person.ts'
import { passwordProblem } from './password-rule.ts'
import { openSecretLink, secretAddress } from './secret-links.ts'
import type { SessionOf } from './sign-in-commands.ts'

const RESET_MS = 60 * 60 * 1000

/** Slows asking for reset mails, for any address alike. @throws Refusal */
export async function countResetRequest(visit: Visit, email: string) {
  const waitMs =
    (await countTry({ kind: 'reset-peer', of: visit.peer }, visit.now)) ||
    (await countTry({ kind: 'reset-account', of: email }, visit.now))
  if (waitMs > 0) throw tooManyTries(waitMs)
}

/** Mails a reset link, if the address has an account. What came of it is for our logs: the person asking is told the same. */
export async function mailResetLink(email: string, now: Date) {
  const made = await makeResetLinkFor(email, now)
  if (!made) return
  await sendMail({
    to: email,
    subject: 'A new password for Rapport',
    text: [
      `Hello ${made.name},`,
      'somebody, hopefully you, asked to set a new password for your Rapport account. This link does it, once, within the hour:',
      made.link,
      'If it was not you, there is nothing to do: your password stays as it is.',
    ].join('\n\n'),
  })
}

/** A reset link for whoever runs the server. null: no account with that address. Earlier links stop working. */
export async function makeResetLinkFor(
  email: string,
  now: Date,
): Promise<{ name: string; link: string } | null> {
  const user = await database().user.findUnique({ where: { email }, select: { id: true, name: true } })
  if (!user) return null
  const link = await inTransaction(async (tx) => {
    await recordOfPerson(tx, { userId: user.id, now, by: 'system' }, 'password.link-made', {})
    return newResetLink(tx, { userId: user.id, now })
  })
  return { name: user.name, link }
}

/**
 * A reset link that an owner hands on, only for a person who belongs to this workspace alone: elsewhere it would
 * open other people's workspaces to this owner.
 *
 * @throws NotFound when they are not a member here
 * @throws Refusal
 */
export async function makeResetLink(scope: WorkspaceScope, memberId: string): Promise<{ link: string }> {
  authorize(scope, 'members.manage')
  const member = await database().member.findFirst({
    where: { id: memberId, workspaceId: scope.workspaceId, leftAt: null },
    select: { userId: true },
  })
  if (!member?.userId) throw new NotFound()
  const userId = member.userId
  if (!(await belongsOnlyTo(userId, scope.workspaceId))) {
    throw new Refusal(
      'They belong to other workspaces too, so only they can reset their password.',
      'They can ask for a reset mail on the sign-in page, or whoever runs the server can make a link.',
    )
  }
  const made = { userId, now: scope.now, workspaceId: scope.workspaceId, createdById: scope.userId }
  const link = await inTransaction(async (tx) => {
    await recordAudit(tx, scope, 'password.link-made', { objectId: memberId, details: {} })
    return newResetLink(tx, made)
  })
  return { link }
}

/** Whose new password this link sets. @throws NotFound */
export async function getReset(
  token: string,
  visit: Visit,
): Promise<{ linkId: string; userId: string; email: string }> {
  const { id: linkId, userId, workspaceId } = await openSecretLink('reset', token, visit)
  const user = userId
    ? await database().user.findUnique({ where: { id: userId }, select: { email: true } })
    : null
  if (!userId || !user) throw new NotFound()
  // An owner made it, and the person has joined another workspace since.
  if (workspaceId && !(await belongsOnlyTo(userId, workspaceId))) throw new NotFound()
  return { linkId, userId, email: user.email }
}

/** Sets the new password, uses the link up and ends every session. @throws NotFound, Refusal beside the field */
export async function resetPassword(
  visit: Visit,
  { token, newPassword }: { token: string; newPassword: string },
): Promise<SessionOf> {
  const { linkId, userId, email } = await getReset(token, visit)
  const problem = passwordProblem(newPassword, email)
  if (problem) throw new Refusal(problem, '', 'newPassword')
  const passwordHash = await hashPassword(newPassword)
  return inTransaction(async (tx) => {
    const { count } = await tx.secretLink.updateMany({
      where: { id: linkId, usedAt: null, revokedAt: null, expiresAt: { gt: visit.now } },
      data: { usedAt: visit.now },
    })
    if (count === 0) throw new NotFound()
    await revokeResets(tx, userId, visit.now)
    await recordOfPerson(tx, { userId, now: visit.now }, 'password.reset', {})
    return tx.user.update({
      where: { id: userId },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { id: true, sessionVersion: true },
    })
  })
}

type NewReset = { userId: string; now: Date; workspaceId?: string; createdById?: string | null }

async function newResetLink(
  tx: Transaction,
  { userId, now, workspaceId, createdById }: NewReset,
): Promise<string> {
  const { token, tokenHash } = makeSecretToken()
  await revokeResets(tx, userId, now)
  const expiresAt = new Date(now.getTime() + RESET_MS)
  await tx.secretLink.create({
    data: { tokenHash, purpose: 'reset', userId, workspaceId, createdById, createdAt: now, expiresAt },
  })
  return secretAddress('reset', token)
}

async function belongsOnlyTo(userId: string, workspaceId: string): Promise<boolean> {
  const elsewhere = { userId, leftAt: null, workspaceId: { not: workspaceId } }
  return (await databaseAcrossWorkspaces().member.count({ where: elsewhere })) === 0
}
