import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { Refusal } from '#lib/domain/refusal.ts'
import { settings, tellNextAuthItsAddress } from '#lib/server/env.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import { personOfClaims, SESSION_SECONDS } from '#lib/server/session.ts'
import { signInSchema } from './account-schema.ts'
import { checkSignIn } from './sign-in-commands.ts'

/**
 * next-auth's own routes (/api/auth/...) for programs and other tools: the same sign-in, slowed in the same way, and
 * the same session cookie as our page's. Made per request, since settings are not there yet while building.
 */
export function nextAuthOptions(): NextAuthOptions {
  tellNextAuthItsAddress()
  return {
    secret: settings().authSecret,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/account' },
    providers: [
      CredentialsProvider({
        name: 'E-mail address and password',
        credentials: {
          email: { label: 'E-mail address', type: 'email' },
          password: { label: 'Password', type: 'password' },
        },
        authorize: async (credentials, request) => {
          const input = signInSchema.safeParse(credentials)
          if (!input.success) return null
          const peer = String(request.headers?.['x-rapport-peer'] ?? 'unknown')
          return checkSignIn({ now: new Date(), peer }, input.data).catch((error) => {
            if (error instanceof Refusal) return null
            throw error
          })
        },
      }),
    ],
    callbacks: {
      jwt: async ({ token, user }) => {
        if (user)
          return { sub: user.id, sessionVersion: (user as { sessionVersion?: number }).sessionVersion }
        // Thrown, it makes next-auth drop the cookie: the session was ended somewhere else.
        if (!(await personOfClaims(token))) throw new SessionEnded()
        return token
      },
      session: async ({ session, token }) => {
        const person = await personOfClaims(token)
        return {
          expires: session.expires,
          user: person ? { name: person.name, email: person.email } : undefined,
        }
      },
    },
    logger: {
      error: (code, details) => {
        const error = details instanceof Error ? details : details.error
        if (!(error instanceof SessionEnded)) reportBug(error, `next-auth ${code}`)
      },
      warn: () => {},
      debug: () => {},
    },
  }
}

class SessionEnded extends Error {
  override name = 'SessionEnded'
}
