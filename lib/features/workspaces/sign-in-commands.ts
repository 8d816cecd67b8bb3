import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { passwordMatches } from '#lib/server/passwords.ts'
import { type ThrottleKey, throttled } from '#lib/server/throttle.ts'
import type { PersonVisit, Visit } from '../person-action.ts'

/** What a session is made from. */
export type SessionOf = { id: string; sessionVersion: number }

/**
 * Whose address and password these are. Unknown and wrong get the same answer after the same time. Tries are slowed
 * by network address, and by account: apart for a browser in which this person has signed in before, so that a
 * stranger who keeps trying does not hold up the one who knows the password.
 *
 * @param knownBrowser what `rememberBrowser` left in this browser for this account, or null
 * @throws Refusal
 */
export async function checkSignIn(
  { now, peer }: Visit,
  { email, password }: { email: string; password: string },
  knownBrowser: string | null = null,
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
    throw new Refusal(
      'That address and password do not go together.',
      'Look at both again, or set a new password.',
    )
  }
  return found
}

/** One click instead of a password, for the people the seed made. @throws NotFound outside local mode */
export async function checkDemoSignIn(demoRole: string): Promise<SessionOf> {
  if (!settings().local) throw new NotFound()
  const user = await database().user.findUnique({
    where: { demoRole },
    select: { id: true, sessionVersion: true },
  })
  if (!user)
    throw new Refusal('The demo person is not here any more.', 'Make an account of your own instead.')
  return user
}

/** Before something that matters: is it really them? Slowed like signing in. @throws Refusal beside the field */
export async function confirmPassword(
  { person, now }: PersonVisit,
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
