import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { settings } from './env.ts'

const NAME = 'rapport-share'
/** So long somebody who gave the password reads on, in seconds. */
export const SHARE_COOKIE_SECONDS = 2 * 60 * 60

/** Which link, and under which password: another password, and it counts no more. */
type OfLink = { linkId: string; passwordHash: string }

/** A header that leaves a sign in this browser, for this address alone, that the password of this link was given. */
export function shareCookie(link: OfLink, path: string, now: Date): string {
  const until = Math.floor(now.getTime() / 1000) + SHARE_COOKIE_SECONDS
  const secure = settings().appUrl.startsWith('https:') ? '; Secure' : ''
  return `${NAME}=${until}.${signed(link, until)}; Path=${path}; Max-Age=${SHARE_COOKIE_SECONDS}; HttpOnly; SameSite=Lax${secure}`
}

/** Whether one of these cookies says so, was signed by this server, and is not over. */
export function hasShareCookie(cookies: string | null, link: OfLink, now: Date): boolean {
  return (cookies ?? '').split(/;\s*/).some((cookie) => {
    const [, until = '', mark = ''] = /^rapport-share=(\d{1,12})\.([\w-]{43})$/.exec(cookie) ?? []
    if (mark === '' || Number(until) * 1000 <= now.getTime()) return false
    return timingSafeEqual(Buffer.from(mark), Buffer.from(signed(link, Number(until))))
  })
}

function signed({ linkId, passwordHash }: OfLink, until: number): string {
  const key = Buffer.from(hkdfSync('sha256', settings().authSecret, '', 'rapport share cookie', 32))
  return createHmac('sha256', key).update(`${linkId}\n${passwordHash}\n${until}`).digest('base64url')
}
