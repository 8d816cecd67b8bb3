/** How long a token may live, in days. There is none that lives for ever. */
export const TOKEN_DAYS = ['7', '30', '90', '365'] as const
export type TokenDays = (typeof TOKEN_DAYS)[number]

export const TOKEN_DAYS_LABELS: Readonly<Record<TokenDays, string>> = {
  '7': 'A week',
  '30': '30 days',
  '90': '90 days',
  '365': 'A year',
}

/** What every token begins with, so that people and secret scanners know one when they see it. */
export const TOKEN_BEGINS = 'rapport_'
/** So much of it is kept readable: enough to tell one's tokens apart, and far too little to guess the rest. */
const PREFIX_CHARACTERS = TOKEN_BEGINS.length + 5
const TOKEN = /^rapport_[A-Za-z0-9_-]{43}$/

export function tokenPrefix(token: string): string {
  return token.slice(0, PREFIX_CHARACTERS)
}

/** The token in an Authorization header, or null where there is none that could be one. RFC 6750, section 2.1 */
export function bearerToken(header: string | null): string | null {
  const [, token = ''] = /^bearer +(\S+)$/i.exec(header ?? '') ?? []
  return TOKEN.test(token) ? token : null
}

type Life = { expiresAt: Date; revokedAt: Date | null; memberLeftAt: Date | null }

/** How a token stands. Whoever has left has no living token, whatever it says itself. */
export function tokenState({ expiresAt, revokedAt, memberLeftAt }: Life, now: Date) {
  if (revokedAt !== null || memberLeftAt !== null) return 'revoked' as const
  return expiresAt <= now ? ('expired' as const) : ('alive' as const)
}
