import { cookies, headers } from 'next/headers'
import { decode, encode, type JWT } from 'next-auth/jwt'
import { cache } from 'react'
import { type DateLanguage, dateLanguageAsked, dateLanguageOf } from '#lib/domain/date-languages.ts'
import { database } from './database.ts'
import { settings } from './env.ts'
import { keepReaderLanguage } from './reader-language.ts'

const SESSION_DAYS = 30
export const SESSION_SECONDS = SESSION_DAYS * 24 * 60 * 60

export type Person = {
  id: string
  email: string
  name: string
  timeZone: string
  dateLanguage: string | null
  demoRole: string | null
}

/** next-auth's own cookie name, so that its route and ours read the same session. */
function sessionCookieName(): string {
  return settings().appUrl.startsWith('https:')
    ? '__Secure-next-auth.session-token'
    : 'next-auth.session-token'
}

/**
 * Who is signed in, or null. Asks the database on every request whether the session still counts: "sign out
 * everywhere", a changed password and a removed account end it at once.
 */
export const currentPerson = cache(async (): Promise<Person | null> => {
  const claims = await currentClaims()
  const person = claims ? await personOfClaims(claims) : null
  if (person) keepReaderLanguage(dateLanguageOf(person.dateLanguage) ?? (await languageOfBrowser()))
  return person
})

async function languageOfBrowser(): Promise<DateLanguage> {
  return dateLanguageAsked((await headers()).get('accept-language'))
}

/**
 * Whose session the cookie says it is, before the database was asked whether it still counts: only to ask for more in the same
 * breath. Nothing may be shown for it without currentPerson.
 */
export async function claimedUserId(): Promise<string | null> {
  return (await currentClaims())?.sub ?? null
}

const currentClaims = cache(async (): Promise<JWT | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value
  return token ? claimsOf(token) : null
})

export async function personOfToken(token: string): Promise<Person | null> {
  const claims = await claimsOf(token)
  return claims ? personOfClaims(claims) : null
}

const MOST_REMEMBERED = 1_000
const read = new Map<string, JWT>()

/**
 * What a session cookie says, if it is ours and not over. Opening one costs a millisecond, so what was opened is remembered: a
 * cookie never says anything else, and whether its session still counts is asked of the database each time.
 */
async function claimsOf(token: string): Promise<JWT | null> {
  const claims = read.get(token) ?? (await decode({ token, secret: settings().authSecret }).catch(() => null))
  if (!claims) return null
  if (typeof claims.exp === 'number' && claims.exp * 1000 <= Date.now()) {
    read.delete(token)
    return null
  }
  // What was not asked for longest goes first.
  read.delete(token)
  read.set(token, claims)
  for (const oldest of read.keys()) {
    if (read.size <= MOST_REMEMBERED) break
    read.delete(oldest)
  }
  return claims
}

/** Whose session these claims are, if it still counts. */
export async function personOfClaims(claims: JWT): Promise<Person | null> {
  if (!claims.sub) return null
  const user = await database().user.findUnique({
    where: { id: claims.sub },
    select: {
      ...{ id: true, email: true, name: true, timeZone: true, dateLanguage: true, demoRole: true },
      sessionVersion: true,
    },
  })
  if (!user || user.sessionVersion !== claims.sessionVersion) return null
  const { sessionVersion: _, ...person } = user
  return person
}

/** Sets the session cookie as next-auth would after its own form, which does not work before scripts load. */
export async function startSession(user: { id: string; sessionVersion: number }) {
  const token = await encode({
    token: { sub: user.id, sessionVersion: user.sessionVersion },
    secret: settings().authSecret,
    maxAge: SESSION_SECONDS,
  })
  const jar = await cookies()
  jar.set(sessionCookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: settings().appUrl.startsWith('https:'),
    path: '/',
    maxAge: SESSION_SECONDS,
  })
}

export async function endSession() {
  const jar = await cookies()
  jar.delete({ name: sessionCookieName(), path: '/', secure: settings().appUrl.startsWith('https:') })
}

/** The address the request came from, as our own server saw it (scripts/web.ts sets the header, never the browser). */
export async function peerAddress(): Promise<string> {
  return (await headers()).get('x-rapport-peer') ?? 'unknown'
}
