import { contentOf } from '#lib/domain/link-check/page-content.ts'
import { headerValues, type PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { pageAddress } from '#lib/domain/link-check/target-match.ts'
import { refusedAddress } from './address-guard.ts'
import { type Answer, type ExchangeOptions, exchange } from './exchange.ts'
import { refreshInThread } from './page-threads.ts'
import type { FetchFailure } from './resolve-host.ts'

const FETCH_TIMEOUT_MS = 20_000
const REDIRECTS_MAX = 10
const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308])

export type FetchPageOptions = ExchangeOptions & {
  /** For all of it: redirects, refreshes and bodies. */
  timeoutMs?: number
  maxRedirects?: number
  /** The look's time, when it is not the machine's. */
  now?: Date
  /** Asked before each request. A failure ends the look with it, `forbidden` says that robots.txt keeps our agent out. */
  mayFetch?: (url: URL) => Promise<'yes' | 'forbidden' | FetchFailure>
}

/**
 * Looks at a page once: resolves, connects, reads, follows redirects and immediate refreshes, all bounded. Failures are
 * values in the observation; nothing is executed. Never throws.
 */
export function fetchPage(url: string, options: FetchPageOptions = {}): Promise<PageObservation> {
  return follow(url, options, nextOf)
}

/** The same without reading the page for a refresh: for robots.txt and the like. */
export function fetchRedirected(url: string, options: FetchPageOptions): Promise<PageObservation> {
  return follow(url, options, async (observation) => redirectOf(observation))
}

/** One request without following anything, and where its answer would lead. */
export async function fetchOnce(
  url: URL,
  options: FetchPageOptions,
  signal: AbortSignal,
): Promise<{ observation: PageObservation; next: URL | null }> {
  const observation = blank(url.href, options.now ?? new Date())
  const answer = await exchange(url, 'GET', options, signal)
  if (answer.status === null)
    return { observation: fail(observation, answer.failure ?? 'protocol', answer.detail), next: null }
  record(observation, pageAddress(url), answer)
  return {
    observation,
    next: redirectOf(observation) ?? (answer.failure === null ? await nextOf(observation) : null),
  }
}

async function follow(
  url: string,
  options: FetchPageOptions,
  whereTo: (observation: PageObservation) => Promise<URL | null>,
): Promise<PageObservation> {
  const observation = blank(url, options.now ?? new Date())
  const signal = AbortSignal.timeout(options.timeoutMs ?? FETCH_TIMEOUT_MS)
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
    if (permission === 'forbidden') return { ...observation, forbiddenByRobots: true }
    if (permission !== 'yes') return fail(observation, permission.failure, permission.detail)
    const answer = await exchange(new URL(address), 'GET', options, signal)
    if (answer.status === null) return fail(observation, answer.failure ?? 'protocol', answer.detail)
    record(observation, address, answer)
    next = redirectOf(observation) ?? (answer.failure === null ? await whereTo(observation) : null)
    if (next === null)
      return locationOf(observation) === null ? observation : fail(observation, 'protocol', 'redirect')
  }
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
async function nextOf(observation: PageObservation): Promise<URL | null> {
  const { status } = observation
  if (locationOf(observation) !== null || status === null || status < 200 || status >= 300)
    return redirectOf(observation)
  const address = mayRefresh(observation) ? await refreshInThread(observation) : null
  return address === null ? null : URL.parse(address)
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

/** A cheap look before the page is parsed: most pages refresh nothing. */
function mayRefresh(observation: PageObservation): boolean {
  if (headerValues(observation, 'refresh').length > 0) return true
  const { kind, charset } = contentOf(observation)
  if (kind !== 'html' && kind !== 'xhtml') return false
  const text = Buffer.from(observation.body).toString(charset?.startsWith('utf-16') ? 'utf16le' : 'latin1')
  return charset === 'utf-16be' || (/http-equiv/i.test(text) && /refresh/i.test(text))
}
