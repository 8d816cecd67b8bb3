import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { passwordMatches } from '#lib/server/passwords.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import { type ThrottleKey, throttled } from '#lib/server/throttle.ts'
import type { PersonVisit, Visit } from '../person-action.ts'
import { recordFailedSignIn, recordOfPerson } from './audit-of-person.ts'

/** What a session is made from. */
export type SessionOf = { id: string; sessionVersion: number }

/**
 * Whose address and password these are. Unknown and wrong get the same answer after the same time. Tries are slowed
 * by network address, and by account: apart for a browser in which this person has signed in before, so that a
 * stranger who keeps trying does not hold up the one who knows the password.
 *
 * @param knownBrowser what `rememberBrowser` left in this browser for this account, or null
 * @param later does its work once the answer has gone: what is written down of a failure must not be felt in the time it takes
 * @throws Refusal
 */
export async function checkSignIn(
  { now, peer }: Visit,
  { email, password }: { email: string; password: string },
  knownBrowser: string | null = null,
  later: (work: () => Promise<void>) => void = soon,
): Promise<SessionOf> {
  const account: ThrottleKey = knownBrowser
    ? { kind: 'browser', of: knownBrowser }
    : { kind: 'account', of: email }
  const found = await throttled([{ kind: 'peer', of: peer }, account], now, async () => {
    const user = await database().user.findUnique({
      where: { email },
      select: { id: true, sessionVersion: true, passwordHash: true },
    })
    const matches = await passwordMatches(usableHash(user?.passwordHash), password)
    return user && matches ? { id: user.id, sessionVersion: user.sessionVersion } : null
  })
  if (!found) {
    later(() => noteFailedSignIn(email, now))
    throw new Refusal(
      'That address and password do not go together.',
      'Look at both again, or set a new password.',
    )
  }
  await noteSignIn(found.id, now, 'password')
  return found
}

/** One click instead of a password, for the people the seed made. @throws NotFound outside local mode */
export async function checkDemoSignIn({ now }: Visit, demoRole: string): Promise<SessionOf> {
  if (!settings().local) throw new NotFound()
  const user = await database().user.findUnique({
    where: { demoRole },
    select: { id: true, sessionVersion: true },
  })
  if (!user)
    throw new Refusal('The demo person is not here any more.', 'Make an account of your own instead.')
  await noteSignIn(user.id, now, 'demo')
  return user
}

function noteSignIn(userId: string, now: Date, how: 'password' | 'demo') {
  return inTransaction((tx) => recordOfPerson(tx, { userId, now }, 'sign-in.done', { how }))
}

async function noteFailedSignIn(email: string, now: Date) {
  await inTransaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } })
    if (user) await recordFailedSignIn(tx, { userId: user.id, now })
  })
}

/** Where there is no answer to wait for, after whatever is under way now. */
function soon(work: () => Promise<void>) {
  setImmediate(() => work().catch((error) => void reportBug(error, 'sign-in')))
}

/** Before something that matters: is it really them? Slowed like signing in. @throws Refusal beside the field */
export async function confirmPassword(
  { person, now }: { person: Pick<PersonVisit['person'], 'id'>; now: Date },
  currentPassword: string,
): Promise<{ passwordHash: string }> {
  const confirmed = await throttled([{ kind: 'confirm', of: person.id }], now, async () => {
    const user = await database().user.findUnique({
      where: { id: person.id },
      select: { passwordHash: true },
    })
    return user && (await passwordMatches(usableHash(user.passwordHash), currentPassword)) ? user : null
  })
  if (!confirmed)
    throw new Refusal('That is not your present password.', 'Please type it again.', 'currentPassword')
  return confirmed
}

/** An account may have no password that fits (made by a test or the seed): then nothing matches, in the same time. */
function usableHash(passwordHash: string | undefined): string | null {
  return passwordHash?.startsWith('$argon2') ? passwordHash : null
}
