import type { Failure } from '#lib/domain/link-check/page-observation.ts'
import { codeOf, FetchFailure } from './resolve-host.ts'

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

export function blankAnswer(): Answer {
  return { status: null, headers: [], body: new Uint8Array(), failure: null, detail: null, cut: false }
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

/** What an error of the machine means. Once a body has begun, an end before its end is a connection broken off. */
export function failureOf(error: Error, hasBegun: boolean): { failure: Failure; detail: string } {
  for (const one of [error, error.cause])
    if (one instanceof FetchFailure) return { failure: one.failure, detail: one.detail }
  const code = codeOf(error) ?? codeOf(error.cause) ?? wordOf(error)
  if (REFUSED.has(code)) return { failure: 'refused', detail: code }
  if (RESET.has(code)) return { failure: 'reset', detail: code }
  if (TIMEOUT.has(code)) return { failure: 'timeout', detail: code }
  if (TLS.test(code)) return { failure: 'tls', detail: code }
  // undici counts the bytes, its parser the chunks: whichever of the two notices first.
  if (hasBegun && /EOF|CONTENT_LENGTH/.test(code)) return { failure: 'reset', detail: code }
  return { failure: 'protocol', detail: code }
}

/** undici's parser puts llhttp's word into the message of some errors, not into their code. */
function wordOf(error: Error): string {
  const word = /HPE_\w+|invalid EOF state/i.exec(`${error.name} ${error.message}`)?.[0]
  return word?.replace(/ /g, '_') ?? 'UNKNOWN'
}
