import { randomUUID } from 'node:crypto'
import { isPasswordRefused } from '#lib/domain/mail/mail-failures.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { can } from '#lib/domain/roles.ts'
import { inTransaction, isTaken, type Transaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import { canKeepMailSecrets, sealMailSecret } from '#lib/server/mail/mail-secrets.ts'
import { newId } from '#lib/server/new-id.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { loginColumns, type MailboxLogin, sameLogin } from './mailbox-login.ts'
import type { ChangeMailboxInput, ConnectMailboxInput } from './mailbox-schema.ts'

/** A check that has not come back by then may be asked for again. */
export const CHECK_STUCK_AFTER_MS = 10 * 60 * 1000

/**
 * Takes a mailbox's address and password, and asks for a check: only that tells whether it works.
 *
 * @throws Refusal where this server has no key to keep passwords with, or the mailbox is connected here already
 */
export async function connectMailbox(
  scope: WorkspaceScope,
  input: ConnectMailboxInput,
): Promise<{ mailboxId: string }> {
  authorize(scope, 'pitches.send')
  refuseWithoutKeys()
  const { workspaceId, memberId, now } = scope
  const mailboxId = newId()
  try {
    await inTransaction(async (tx) => {
      await tx.mailbox.create({
        data: {
          id: mailboxId,
          workspaceId,
          ownerId: memberId,
          address: input.address.address,
          liveAddress: input.address.key,
          ...ownSettings(input),
          ...loginColumns(loginAsTyped(input, input.address.address)),
          imapSecret: sealMailSecret(input.password, { mailboxId, part: 'imap' }),
          smtpSecret: sealedOwnSmtp(input, mailboxId),
          state: 'connecting',
          createdAt: now,
          updatedAt: now,
        },
      })
      await askForCheck(tx, scope, mailboxId)
      await recordAudit(tx, scope, 'mailbox.connected', { objectId: mailboxId, details: {} })
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Refusal(
      'That mailbox is connected in this workspace already.',
      'Change it there, or disconnect it first.',
      'address',
    )
  }
  return { mailboxId }
}

/**
 * Changes a mailbox of one's own. A stored password never goes to a server it was not typed for: another server or user
 * name needs it again. Whatever concerns signing in asks for a check.
 *
 * @throws NotFound, Refusal
 */
export async function changeMailbox(scope: WorkspaceScope, input: ChangeMailboxInput) {
  authorize(scope, 'pitches.send')
  const { workspaceId, memberId, now } = scope
  const { mailboxId } = input
  const where = { id: mailboxId, workspaceId, ownerId: memberId, state: { not: 'disconnected' } }
  await inTransaction(async (tx) => {
    const before = await tx.mailbox.findFirst({ where })
    if (!before) throw new NotFound()
    const login = loginAsTyped(input, before.address)
    const same = sameLogin(before, login)
    refuseOtherServers(same, input, before.smtpSecret !== null)
    const typesPassword = input.password !== '' || input.smtpPassword !== ''
    if (typesPassword) refuseWithoutKeys()
    const needsCheck = typesPassword || !same.imap || !same.smtp
    const smtpSecret = sealedOwnSmtp(input, mailboxId)
    const { count } = await tx.mailbox.updateMany({
      where: { ...where, updatedAt: before.updatedAt },
      data: {
        ...ownSettings(input),
        ...(needsCheck ? loginColumns(login) : {}),
        ...(input.password === ''
          ? {}
          : { imapSecret: sealMailSecret(input.password, { mailboxId, part: 'imap' }) }),
        ...(smtpSecret ? { smtpSecret } : {}),
        ...(needsCheck ? { state: 'connecting', failure: '', failureKind: null, failedAt: null } : {}),
        updatedAt: now,
      },
    })
    if (count === 0) throw new Refusal('It was changed somewhere else in between.', 'Load this page again.')
    if (!needsCheck) return
    await askForCheck(tx, scope, mailboxId)
    await recordAudit(tx, scope, 'mailbox.login-changed', { objectId: mailboxId, details: {} })
  })
}

/**
 * Tries a mailbox again. While a check is on its way, nothing happens.
 *
 * @throws NotFound; Refusal where the password was refused: trying it over and over would lock the account
 */
export async function testMailbox(scope: WorkspaceScope, { mailboxId }: { mailboxId: string }) {
  authorize(scope, 'pitches.send')
  const { workspaceId, memberId, now } = scope
  await inTransaction(async (tx) => {
    const mailbox = await tx.mailbox.findFirst({
      where: { id: mailboxId, workspaceId, ownerId: memberId, state: { not: 'disconnected' } },
      select: { state: true, failureKind: true, checkState: true, checkAskedAt: true },
    })
    if (!mailbox) throw new NotFound()
    if (mailbox.state === 'paused') throw new Refusal('This mailbox is paused.', 'Take it up again first.')
    if (isPasswordRefused(mailbox.failureKind))
      throw new Refusal(
        'The password was refused, and trying it again could lock your account.',
        'Type it again below, or a fresh app password.',
      )
    const isUnderWay =
      (mailbox.checkState === 'waiting' || mailbox.checkState === 'checking') &&
      now.getTime() - (mailbox.checkAskedAt?.getTime() ?? 0) < CHECK_STUCK_AFTER_MS
    if (!isUnderWay) await askForCheck(tx, scope, mailboxId)
  })
}

/** Nothing is read or sent until it is taken up again. The password stays, sealed. @throws NotFound */
export async function pauseMailbox(scope: WorkspaceScope, { mailboxId }: { mailboxId: string }) {
  authorize(scope, 'pitches.send')
  const { workspaceId, memberId, now } = scope
  await inTransaction(async (tx) => {
    const { count } = await tx.mailbox.updateMany({
      where: { id: mailboxId, workspaceId, ownerId: memberId, state: { not: 'disconnected' } },
      data: { state: 'paused', updatedAt: now },
    })
    if (count === 0) throw new NotFound()
  })
}

/** Takes a paused mailbox up again, with a check first. One that is not paused stays as it is. @throws NotFound */
export async function resumeMailbox(scope: WorkspaceScope, { mailboxId }: { mailboxId: string }) {
  authorize(scope, 'pitches.send')
  const { workspaceId, memberId, now } = scope
  const own = { id: mailboxId, workspaceId, ownerId: memberId }
  await inTransaction(async (tx) => {
    const mailbox = await tx.mailbox.findFirst({
      where: { ...own, state: { not: 'disconnected' } },
      select: { failureKind: true },
    })
    if (!mailbox) throw new NotFound()
    const isRefused = isPasswordRefused(mailbox.failureKind)
    const { count } = await tx.mailbox.updateMany({
      where: { ...own, state: 'paused' },
      data: { state: isRefused ? 'reconnect-needed' : 'connecting', updatedAt: now },
    })
    if (count > 0 && !isRefused) await askForCheck(tx, scope, mailboxId)
  })
}

/**
 * Forgets a mailbox's passwords for good. Its own member may, and an owner may for others.
 *
 * @throws NotFound also where it is somebody else's and one may not
 */
export async function disconnectMailbox(scope: WorkspaceScope, { mailboxId }: { mailboxId: string }) {
  authorize(scope, 'pitches.send')
  const { workspaceId, memberId, now } = scope
  const whose = can(scope.role, 'mailboxes.disconnect-other') ? {} : { ownerId: memberId }
  await inTransaction(async (tx) => {
    const [gone] = await tx.mailbox.updateManyAndReturn({
      where: { id: mailboxId, workspaceId, ...whose, state: { not: 'disconnected' } },
      data: {
        ...{ state: 'disconnected', disconnectedAt: now, updatedAt: now },
        ...{ imapSecret: null, smtpSecret: null, liveAddress: null },
      },
      select: { ownerId: true },
    })
    if (!gone) throw new NotFound()
    const details = { isOwn: gone.ownerId === memberId }
    await recordAudit(tx, scope, 'mailbox.disconnected', { objectId: mailboxId, details })
  })
}

/** Each check has an id of its own: an older one that is still under way may write nothing any more. */
async function askForCheck(tx: Transaction, { workspaceId, now }: WorkspaceScope, mailboxId: string) {
  const checkId = randomUUID()
  await tx.mailbox.updateMany({
    where: { id: mailboxId, workspaceId },
    data: { checkId, checkState: 'waiting', checkAskedAt: now, checkSentAt: null, checkSteps: [] },
  })
  await enqueue(tx, 'check-mailbox', { workspaceId, mailboxId, checkId })
}

function refuseWithoutKeys() {
  if (canKeepMailSecrets()) return
  throw new Refusal(
    'This server has no key to keep a mailbox password with, so it takes none.',
    'Whoever runs it sets MAIL_SECRET_KEYS. Until then, write with copy or a compose link.',
  )
}

/** @throws Refusal beside the password that is missing */
function refuseOtherServers(
  same: { imap: boolean; smtp: boolean },
  { password, smtpPassword }: ChangeMailboxInput,
  hasOwnSmtpPassword: boolean,
) {
  const again = 'The stored password is only for the server and user name it was typed for.'
  if (!same.imap && password === '') throw new Refusal('Please type the password again.', again, 'password')
  if (same.smtp || smtpPassword !== '') return
  if (hasOwnSmtpPassword) throw new Refusal('Please type this password again.', again, 'smtpPassword')
  if (password === '') throw new Refusal('Please type the password again.', again, 'password')
}

type Settings = Pick<ConnectMailboxInput, 'name' | 'aliases' | 'dailyCap' | 'timeZone'>

function ownSettings({ name, aliases, dailyCap, timeZone }: Settings) {
  return { name, aliases, dailyCap, timeZone }
}

type TypedLogin = Pick<ConnectMailboxInput, 'imap' | 'smtp' | 'imapUser' | 'smtpUser' | 'sends'>

/** The user name is mostly the address. */
function loginAsTyped({ imap, smtp, imapUser, smtpUser, sends }: TypedLogin, address: string): MailboxLogin {
  const user = imapUser || address
  return { imap, smtp, sends, imapUser: user, smtpUser: smtpUser || user }
}

/** Null: sending takes the same password as reading. */
function sealedOwnSmtp({ smtpPassword }: { smtpPassword: string }, mailboxId: string): string | null {
  return smtpPassword === '' ? null : sealMailSecret(smtpPassword, { mailboxId, part: 'smtp' })
}
