import { Client } from 'undici'
import type { Failure } from '#lib/domain/link-check/page-observation.ts'
import { readBody } from './decode-body.ts'
import { guardedConnector } from './guarded-connector.ts'
import { codeOf, FetchFailure, type Resolve, systemResolve } from './resolve-host.ts'

export const PRODUCT = 'RapportLinkCheck'
const VERSION = '0.1'
const DEFAULT_ABOUT_URL = 'https://rapport.example/about/link-check'
const HEADERS_MAX_BYTES = 32 * 1024

export type ExchangeOptions = {
  /** Stands in for DNS. Code only: no setting reaches it. */
  resolve?: Resolve
  /** A certificate authority trusted besides the usual ones, PEM. */
  ca?: string
  headersTimeoutMs?: number
  maxBytes?: number
  maxWireBytes?: number
  /** Where people can read about our looks; part of the User-Agent. */
  aboutUrl?: string
}

/** One answer to one request. With a `failure`, whatever came before it is still there. */
export type Answer = {
  status: number | null
  headers: [name: string, value: string][]
  body: Uint8Array
  failure: Failure | null
  detail: string | null
  /** The body began and did not come whole. */
  cut: boolean
}

/** Sends one request on a connection of its own and reads the answer within all bounds. Never throws. */
export async function exchange(
  url: URL,
  method: 'GET' | 'HEAD',
  options: ExchangeOptions,
  signal: AbortSignal,
): Promise<Answer> {
  const answer: Answer = {
    status: null,
    headers: [],
    body: new Uint8Array(),
    failure: null,
    detail: null,
    cut: false,
  }
  const waiting = new AbortController()
  const timer = setTimeout(
    () => waiting.abort(new FetchFailure('timeout', 'headers')),
    options.headersTimeoutMs ?? 10_000,
  )
  const stop = AbortSignal.any([signal, waiting.signal])
  const client = new Client(url.origin, {
    connect: guardedConnector(url, {
      resolve: options.resolve ?? systemResolve,
      ca: options.ca,
      signal: stop,
    }),
    pipelining: 0,
    maxHeaderSize: HEADERS_MAX_BYTES,
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  try {
    const response = await client.request({
      path: url.pathname + url.search,
      method,
      headers: requestHeaders(options.aboutUrl),
      responseHeaders: 'raw',
      signal: stop,
    })
    clearTimeout(timer)
    answer.status = response.statusCode
    answer.headers = pairsOf(response.headers)
    const codings = answer.headers.filter(([name]) => name === 'content-encoding').map(([, value]) => value)
    const limits = {
      maxBytes: options.maxBytes ?? 5_000_000,
      maxWireBytes: options.maxWireBytes ?? 10_000_000,
    }
    const { bytes, error } = await readBody(response.body, method === 'HEAD' ? [] : codings, limits, signal)
    answer.body = bytes
    if (error !== null) Object.assign(answer, cutBy(failureOf(error, signal)), { cut: true })
  } catch (error) {
    Object.assign(answer, failureOf(error, stop))
  } finally {
    clearTimeout(timer)
    // Whole answers leave nothing open; anything else is torn down.
    if (answer.failure === null) client.close().catch(() => {})
    else client.destroy().catch(() => {})
  }
  return answer
}

function requestHeaders(aboutUrl = DEFAULT_ABOUT_URL): Record<string, string> {
  return {
    'user-agent': `${PRODUCT}/${VERSION} (+${aboutUrl})`,
    accept: 'text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8,*/*;q=0.1',
    'accept-encoding': 'gzip, deflate, br',
    'accept-language': 'en,*;q=0.5',
  }
}

/** undici's raw headers are one flat list of names and values. */
function pairsOf(raw: unknown): [string, string][] {
  const flat = Array.isArray(raw) ? raw.map(String) : []
  const pairs: [string, string][] = []
  for (let at = 0; at + 1 < flat.length; at += 2)
    pairs.push([(flat[at] ?? '').toLowerCase(), flat[at + 1] ?? ''])
  return pairs
}

/** A body that ends before it said it would has been broken off, whichever of the two counts noticed. */
function cutBy(why: { failure: Failure; detail: string }): { failure: Failure; detail: string } {
  return /EOF|CONTENT_LENGTH/.test(why.detail) ? { failure: 'reset', detail: why.detail } : why
}

const REFUSED = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'EHOSTDOWN',
  'ENETDOWN',
])
const RESET = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
])
const TIMEOUT = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
])
const TLS =
  /^(?:EPROTO$|ERR_SSL|ERR_TLS|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERROR_IN_|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH|PATH_LENGTH)/

function failureOf(error: unknown, signal: AbortSignal): { failure: Failure; detail: string } {
  const reason = signal.aborted ? signal.reason : error
  for (const one of [error, reason, error instanceof Error ? error.cause : null]) {
    if (one instanceof FetchFailure) return { failure: one.failure, detail: one.detail }
  }
  if (signal.aborted) return { failure: 'timeout', detail: 'overall' }
  const code = codeOf(error) ?? (error instanceof Error ? codeOf(error.cause) : null) ?? wordOf(error)
  if (REFUSED.has(code)) return { failure: 'refused', detail: code }
  if (RESET.has(code)) return { failure: 'reset', detail: code }
  if (TIMEOUT.has(code)) return { failure: 'timeout', detail: code }
  if (TLS.test(code)) return { failure: 'tls', detail: code }
  return { failure: 'protocol', detail: code }
}

/** undici's parser puts llhttp's word into the message of some errors, not into their code. */
function wordOf(error: unknown): string {
  return (
    (error instanceof Error &&
      /HPE_\w+|invalid EOF state/i.exec(`${error.name} ${error.message}`)?.[0]?.replace(/ /g, '_')) ||
    'UNKNOWN'
  )
}
