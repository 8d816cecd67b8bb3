import { headerValues, type PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { isHttp, pageAddress } from '#lib/domain/link-check/target-match.ts'
import { refusedAddress } from './address-guard.ts'
import type { Answer } from './answer.ts'
import { Deadline } from './deadline.ts'
import { type ExchangeOptions, exchange } from './exchange.ts'
import { type ReadIn, refreshOf } from './page-reader.ts'
import type { FetchFailure } from './resolve-host.ts'

const FETCH_TIMEOUT_MS = 20_000
const REDIRECTS_MAX = 10
const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308])

/** What robots.txt says to our agent. `unavailable`: the file could not be read, which is no no, and passes. */
export type Permission = 'yes' | 'forbidden' | { unavailable: string; retryAfter?: string } | FetchFailure
/** What an earlier answer from this very address was marked with. */
export type Validators = { url: string; etag?: string | null; lastModified?: string | null }

export type FetchPageOptions = ExchangeOptions & {
  /** For all of it: redirects, refreshes and bodies. */
  timeoutMs?: number
  /** Instead of `timeoutMs`: a time that others share. */
  deadline?: Deadline
  maxRedirects?: number
  /** The look's time, when it is not the machine's. */
  now?: Date
  /** Where pages are taken apart. */
  readIn?: ReadIn
  /** Asks only for what is new: an address that has not changed answers 304. */
  validators?: Validators
  /** Asked before each request; anything but yes ends the look with it. */
  mayFetch?: (url: URL) => Promise<Permission>
}

/**
 * Looks at a page once: resolves, connects, reads, follows redirects and immediate refreshes, all bounded. Failures are
 * values in the observation; nothing is executed. Never throws.
 */
export function fetchPage(url: string, options: FetchPageOptions = {}): Promise<PageObservation> {
  return inTime(options, (deadline) =>
    follow(url, options, deadline, (observation) => nextOf(observation, options, deadline)),
  )
}

/** The same without reading the page for a refresh: for robots.txt and the like. */
export function fetchRedirected(url: string, options: FetchPageOptions): Promise<PageObservation> {
  return inTime(options, (deadline) =>
    follow(url, options, deadline, async (observation) => redirectOf(observation)),
  )
}

/** One request without following anything, and where its answer would lead. */
export async function fetchOnce(
  url: URL,
  options: FetchPageOptions,
  deadline: Deadline,
): Promise<{ observation: PageObservation; next: URL | null }> {
  const observation = blank(url.href, options.now ?? new Date())
  const answer = await exchange(url, 'GET', options, deadline)
  if (answer.status === null)
    return { observation: fail(observation, answer.failure ?? 'protocol', answer.detail), next: null }
  record(observation, pageAddress(url), answer)
  return { observation, next: await nextOf(observation, options, deadline) }
}

async function inTime<T>(options: FetchPageOptions, work: (deadline: Deadline) => Promise<T>): Promise<T> {
  if (options.deadline) return work(options.deadline)
  const deadline = new Deadline(options.timeoutMs ?? FETCH_TIMEOUT_MS)
  try {
    return await work(deadline)
  } finally {
    deadline.end()
  }
}

async function follow(
  url: string,
  options: FetchPageOptions,
  deadline: Deadline,
  whereTo: (observation: PageObservation) => Promise<URL | null>,
): Promise<PageObservation> {
  const observation = blank(url, options.now ?? new Date())
  const seen = new Set<string>()
  let next = URL.parse(url)
  while (true) {
    const failure =
      next === null ? (observation.status === null ? 'bad-scheme' : 'protocol') : refusedAddress(next)
    if (failure !== null || next === null) return fail(observation, failure ?? 'bad-scheme', 'address')
    const address: string = pageAddress(next)
    if (seen.has(address)) return fail(observation, 'redirect-loop', address)
    if (seen.size > (options.maxRedirects ?? REDIRECTS_MAX))
      return fail(observation, 'too-many-redirects', address)
    seen.add(address)
    const permission = (await options.mayFetch?.(next)) ?? 'yes'
    if (permission !== 'yes') return notAllowed(observation, permission)
    const answer = await exchange(new URL(address), 'GET', options, deadline, conditions(address, options))
    if (answer.status === null) return fail(observation, answer.failure ?? 'protocol', answer.detail)
    record(observation, address, answer)
    next = redirectOf(observation) ?? (answer.failure === null ? await whereTo(observation) : null)
    if (next === null)
      return locationOf(observation) === null ? observation : fail(observation, 'protocol', 'redirect')
  }
}

/** The stronger of the two validators alone (RFC 9110, section 13.2.2), and only for the address it came from. */
function conditions(address: string, { validators }: FetchPageOptions): Record<string, string> {
  if (validators?.url !== address) return {}
  const { etag, lastModified } = validators
  if (etag && /^(?:W\/)?"[\x21\x23-\x7e]*"$/.test(etag)) return { 'if-none-match': etag }
  return lastModified && /^[\x20-\x7e]+$/.test(lastModified) ? { 'if-modified-since': lastModified } : {}
}

function blank(url: string, now: Date): PageObservation {
  return {
    requestedUrl: url,
    fetchedAt: now.toISOString(),
    failure: null,
    failureDetail: null,
    status: null,
    finalUrl: null,
    redirects: [],
    headers: [],
    body: new Uint8Array(),
    cut: false,
    forbiddenByRobots: false,
  }
}

function notAllowed(observation: PageObservation, permission: Exclude<Permission, 'yes'>): PageObservation {
  if (permission === 'forbidden') return { ...observation, forbiddenByRobots: true }
  if ('unavailable' in permission) {
    const { unavailable, retryAfter } = permission
    // The only answer there was is that of robots.txt.
    const headers: [string, string][] = retryAfter === undefined ? [] : [['retry-after', retryAfter]]
    return { ...observation, robotsUnavailable: true, failureDetail: unavailable, headers }
  }
  return fail(observation, permission.failure, permission.detail)
}

/** The body of a redirect is nobody's page. */
function fail(
  observation: PageObservation,
  failure: FetchFailure['failure'],
  detail: string | null,
): PageObservation {
  return { ...observation, failure, failureDetail: detail, body: new Uint8Array(), cut: false }
}

function record(observation: PageObservation, address: string, answer: Answer) {
  if (observation.finalUrl !== null && observation.status !== null) {
    observation.redirects.push({ url: observation.finalUrl, status: observation.status })
  }
  observation.finalUrl = address
  observation.status = answer.status
  observation.headers = answer.headers
  observation.body = answer.body
  observation.cut = answer.cut
  observation.failure = answer.failure
  observation.failureDetail = answer.detail
}

/** Where an answer's Location sends its reader; null when it is the page, or the Location is no address. */
function redirectOf(observation: PageObservation): URL | null {
  const location = locationOf(observation)
  return location === null ? null : URL.parse(location, observation.finalUrl ?? undefined)
}

/** The same, and where an immediate refresh sends it. */
async function nextOf(
  observation: PageObservation,
  { readIn }: FetchPageOptions,
  deadline: Deadline,
): Promise<URL | null> {
  const { status } = observation
  if (locationOf(observation) !== null || status === null || status < 200 || status >= 300)
    return redirectOf(observation)
  if (!mayRefresh(observation)) return null
  const next = URL.parse((await refreshOf(observation, readIn, deadline)) ?? '')
  if (next === null || !isHttp(next)) return null
  // To a place on the same page: a browser scrolls there and loads nothing.
  return next.hash !== '' && pageAddress(next) === observation.finalUrl ? null : next
}

export function locationOf({ status, headers }: Pick<PageObservation, 'status' | 'headers'>): string | null {
  if (status === null || !REDIRECT_STATUSES.has(status)) return null
  const location = headerValues({ headers }, 'location')[0]
  return location === undefined ? null : asUtf8(location)
}

/** Headers come as one character a byte; browsers read a Location as UTF-8 where it is valid. */
function asUtf8(header: string): string {
  if (!/[\u0080-\u00ff]/.test(header)) return header
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'))
  } catch {
    return header
  }
}

/** A cheap look before the page is parsed: most pages refresh nothing. NULs stand between the letters in UTF-16. */
function mayRefresh(observation: PageObservation): boolean {
  if (headerValues(observation, 'refresh').length > 0) return true
  const { buffer, byteOffset, byteLength } = observation.body
  return META_REFRESH.test(Buffer.from(buffer, byteOffset, byteLength).toString('latin1'))
}

const META_REFRESH =
  /h\0?t\0?t\0?p\0?-\0?e\0?q\0?u\0?i\0?v[\s\0]*=[^>]{0,300}?(?:r\0?e\0?f\0?r\0?e\0?s\0?h|&)/i
