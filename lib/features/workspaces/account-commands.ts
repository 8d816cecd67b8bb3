import { Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction, isTaken, type Transaction } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { hashPassword } from '#lib/server/passwords.ts'
import { throttled } from '#lib/server/throttle.ts'
import type { PersonVisit, Visit } from '../person-action.ts'
import type { ChangeProfileInput, SignUpInput } from './account-schema.ts'
import { recordOfPerson } from './audit-of-person.ts'
import { passwordProblem } from './password-rule.ts'
import { confirmPassword, type SessionOf } from './sign-in-commands.ts'
import { openWorkspace, withFreeSlug } from './workspace-commands.ts'

/**
 * A new account with a workspace of its own. Where SIGN_UP is "invite", only the very first person may.
 *
 * @throws Refusal when the address has an account (slowed, since that tells who has one)
 */
export async function signUp(visit: Visit, input: SignUpInput): Promise<SessionOf> {
  if (!(await mayAnybodySignUp())) throw byInvitationOnly()
  const passwordHash = await hashPassword(input.password)
  const isInviteOnly = settings().signUp === 'invite'
  const inOne = isInviteOnly ? serially : inTransaction
  return withNewAddress(visit, input.email, () =>
    withFreeSlug(() =>
      inOne(async (tx) => {
        if (isInviteOnly && (await countPeople(tx)) > 0) throw byInvitationOnly()
        const user = await makeAccount(tx, input, passwordHash, visit.now)
        await openWorkspace(tx, { id: user.id, name: input.name }, input.workspaceName, visit.now)
        return user
      }),
    ),
  )
}

/** The row of a new account. @throws Refusal when the address has one already */
export async function makeAccount(
  tx: Transaction,
  { email, name, timeZone }: { email: string; name: string; timeZone: string },
  passwordHash: string,
  now: Date,
): Promise<SessionOf> {
  if ((await tx.user.count({ where: { email } })) > 0) throw addressTaken()
  return tx.user.create({
    data: { email, name, timeZone, passwordHash, createdAt: now },
    select: { id: true, sessionVersion: true },
  })
}

/** Slows asking whether an address has an account: what "taken" answers is counted, an account that is made is not. */
export async function withNewAddress<T>(visit: Visit, email: string, work: () => Promise<T>): Promise<T> {
  const done = await throttled([{ kind: 'sign-up', of: visit.peer }], visit.now, async () => {
    if ((await database().user.count({ where: { email } })) > 0) return null
    return { value: await work() }
  })
  if (!done) throw addressTaken()
  return done.value
}

/** true while nobody has an account, and where SIGN_UP is "open". */
export async function mayAnybodySignUp(): Promise<boolean> {
  return settings().signUp === 'open' || (await countPeople(database())) === 0
}

export async function changeProfile(
  { person }: PersonVisit,
  { name, timeZone, dateLanguage }: ChangeProfileInput,
) {
  await inTransaction(async (tx) => {
    await tx.user.update({ where: { id: person.id }, data: { name, timeZone, dateLanguage } })
    const places = await tx.user.findUniqueOrThrow({
      where: { id: person.id },
      select: { members: { select: { workspaceId: true } } },
    })
    for (const { workspaceId } of places.members) {
      await tx.member.updateMany({ where: { workspaceId, userId: person.id }, data: { name } })
    }
  })
}

/** Ends every other session and all reset links; the one at hand goes on with what is returned. @throws Refusal */
export async function changePassword(
  visit: PersonVisit,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<SessionOf> {
  const problem = passwordProblem(newPassword, visit.person.email)
  if (problem) throw new Refusal(problem, '', 'newPassword')
  const { passwordHash } = await confirmPassword(visit, currentPassword)
  const newHash = await hashPassword(newPassword)
  return inTransaction(async (tx) => {
    const [changed] = await tx.user.updateManyAndReturn({
      where: { id: visit.person.id, passwordHash },
      data: { passwordHash: newHash, sessionVersion: { increment: 1 } },
      select: { id: true, sessionVersion: true },
    })
    if (!changed)
      throw new Refusal(
        'Your password was changed somewhere else just now.',
        'Sign in again with the new one.',
      )
    await revokeResets(tx, visit.person.id, visit.now)
    await recordOfPerson(tx, { userId: visit.person.id, now: visit.now }, 'password.changed', {})
    return changed
  })
}

/** @throws Refusal when the password is wrong or the address has another account */
export async function changeAddress(
  visit: PersonVisit,
  { email, currentPassword }: { email: string; currentPassword: string },
) {
  if (email === visit.person.email) throw new Refusal('That is your address already.', '', 'email')
  await confirmPassword(visit, currentPassword)
  await withNewAddress(visit, email, async () => {
    await inTransaction(async (tx) => {
      await tx.user.update({ where: { id: visit.person.id }, data: { email } })
      await revokeResets(tx, visit.person.id, visit.now)
      await recordOfPerson(tx, { userId: visit.person.id, now: visit.now }, 'address.changed', {})
    }).catch((error) => {
      throw isTaken(error) ? addressTaken() : error
    })
  })
}

/** Every session ends, this one too. */
export async function signOutEverywhere({ person, now }: PersonVisit) {
  await inTransaction(async (tx) => {
    await tx.user.update({ where: { id: person.id }, data: { sessionVersion: { increment: 1 } } })
    await recordOfPerson(tx, { userId: person.id, now }, 'sessions.ended', {})
  })
}

/** Links that would set a new password stop working. */
export async function revokeResets(tx: Transaction, userId: string, now: Date) {
  await tx.secretLink.updateMany({
    where: { purpose: 'reset', userId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
}

/** Demo people are nobody's first account. */
function countPeople(db: Pick<Transaction, 'user'>) {
  return db.user.count({ where: { demoRole: null } })
}

// Two first people at the same moment: the database lets one of them be first, and the other one looks again.
function serially<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database().$transaction((tx) => work(tx as Transaction), {
    isolationLevel: 'Serializable',
  }) as Promise<T>
}

function addressTaken(): Refusal {
  return new Refusal(
    'There is an account with this address.',
    'Sign in with it, or set a new password.',
    'email',
  )
}

function byInvitationOnly(): Refusal {
  return new Refusal(
    'New people join this Rapport by invitation.',
    'Ask an owner of the workspace you work in to invite your address.',
  )
}
