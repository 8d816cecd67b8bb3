import { createHash } from 'node:crypto'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { settings } from './env.ts'

const COOKIE = 'rapport-known-browser'
const KNOWN_SECONDS = 180 * 24 * 60 * 60
const SALT = 'known-browser' // another key than the session's: neither can stand in for the other

/**
 * Leaves a sign in this browser that this account was signed in to here. Tries to sign in from it are slowed apart from
 * everybody else's, so a stranger who keeps trying an address cannot keep its person out (OWASP, "device cookies").
 */
export async function rememberBrowser(email: string) {
  const token = await encode({
    token: { for: hashOf(email), browser: crypto.randomUUID() },
    secret: settings().authSecret,
    salt: SALT,
    maxAge: KNOWN_SECONDS,
  })
  const secure = settings().appUrl.startsWith('https:')
  const jar = await cookies()
  jar.set(COOKIE, token, { httpOnly: true, sameSite: 'lax', secure, path: '/sign-in', maxAge: KNOWN_SECONDS })
}

/** What the throttle counts this browser's tries under, if it is known for this account. */
export async function knownBrowserFor(email: string): Promise<string | null> {
  const token = (await cookies()).get(COOKIE)?.value
  if (!token) return null
  const claims = await decode({ token, secret: settings().authSecret, salt: SALT }).catch(() => null)
  return claims?.for === hashOf(email) ? String(claims.browser) : null
}

function hashOf(email: string): string {
  return createHash('sha256').update(email).digest('hex')
}
