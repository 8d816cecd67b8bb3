import { headerValues } from '#lib/domain/link-check/page-observation.ts'
import type { Answer } from './answer.ts'
import type { Deadline } from './deadline.ts'
import { exchange } from './exchange.ts'
import { type FetchPageOptions, fetchOnce, locationOf, type Permission } from './fetch-page.ts'
import { NOT_REACHED } from './host-pace.ts'
import { scriptPassOf } from './page-reader.ts'

/** Some servers let HEAD hang: the time for GET must not go with it. */
const HEAD_TIMEOUT_MS = 3_000
/** A redirector's page is small, and the head of a large one holds its refresh. */
const GET_MAX_BYTES = 64 * 1024
const REFUSES_US = new Set([401, 403, 408, 425, 429])

/** Why it is not known where an address leads. */
export type Unknown = 'no-answer' | 'refused-us' | 'robots' | 'script' | 'not-reached'
/** What one address answered. `next` is where it passes its reader on to; with neither `next` nor `why`, nowhere. */
export type HopAnswer = { status: number | null; next: URL | null; why: Unknown | null }

/** Asks one address where it leads: with HEAD, and with GET where HEAD does not say. */
export async function stepFrom(url: URL, options: FetchPageOptions, deadline: Deadline): Promise<HopAnswer> {
  const permission = (await options.mayFetch?.(url)) ?? 'yes'
  if (permission !== 'yes') return { status: null, next: null, why: whyNot(permission) }
  const forHead = deadline.within(HEAD_TIMEOUT_MS)
  const head = await exchange(url, 'HEAD', options, forHead)
  forHead.end()
  const location = locationOf(head)
  if (location !== null) return { status: head.status, next: URL.parse(location, url), why: null }
  if (isNowhere(head)) return { status: null, next: null, why: null }
  if (head.detail === NOT_REACHED) return { status: null, next: null, why: 'not-reached' }
  return askWithGet(url, options, deadline)
}

function whyNot(permission: Exclude<Permission, 'yes'>): Unknown | null {
  if (permission === 'forbidden') return 'robots'
  return 'failure' in permission && isNowhere({ failure: permission.failure, detail: permission.detail })
    ? null
    : 'no-answer'
}

/** No such name, or an address of ours that is closed: asking again gives the same. */
function isNowhere({ failure, detail }: Pick<Answer, 'failure' | 'detail'>): boolean {
  return failure === 'blocked-address' || (failure === 'dns' && detail !== 'EAI_AGAIN')
}

async function askWithGet(url: URL, options: FetchPageOptions, deadline: Deadline): Promise<HopAnswer> {
  const { observation, next } = await fetchOnce(url, { ...options, maxBytes: GET_MAX_BYTES }, deadline)
  const { status, failure, failureDetail } = observation
  if (next !== null) return { status, next, why: null }
  if (isNowhere({ failure, detail: failureDetail })) return { status, next, why: null }
  if (failureDetail === NOT_REACHED) return { status, next, why: 'not-reached' }
  // What sends this much is a page, not a redirector.
  if (failure === 'too-large') return { status, next, why: null }
  if (status === null || failure !== null) return { status, next, why: 'no-answer' }
  if (REFUSES_US.has(status) || status >= 500) return { status, next, why: 'refused-us' }
  const isOpen =
    mayPassByScript(observation) && (await scriptPassOf(observation, options.readIn, deadline)) !== false
  return { status, next, why: isOpen ? 'script' : null }
}

/** A cheap look before the page is parsed. NULs stand between the letters in UTF-16. */
function mayPassByScript({ headers, body }: { headers: Answer['headers']; body: Uint8Array }): boolean {
  if (
    headerValues({ headers }, 'content-type').some((type) => /^\s*(?:image|audio|video|font)\//i.test(type))
  )
    return false
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1')
  return /l\0?o\0?c\0?a\0?t\0?i\0?o\0?n/i.test(text)
}
