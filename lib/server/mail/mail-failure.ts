import type { MailFailureKind } from '#lib/domain/mail/mail-failures.ts'

const SAID_MAX_CHARACTERS = 300

/** A mail server, or our own guard, said no: a value for the row, never a bug. */
export class MailFailure extends Error {
  override name = 'MailFailure'
  readonly kind: MailFailureKind
  /** The other server's own words, without any secret. */
  readonly said: string

  constructor(kind: MailFailureKind, said: string) {
    super(kind)
    this.kind = kind
    this.said = said
  }
}

/** What the other side said, on one line, with the password taken out should it repeat it, as typed or as it was sent. */
export function saidBy(text: unknown, password: string): string {
  const words = typeof text === 'string' ? text : ''
  return withoutEncoded(withoutPlain(words, password), password)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toWellFormed()
    .slice(0, SAID_MAX_CHARACTERS)
}

const SHORTEST_HIDDEN = 3
const BASE64_RUN = /[A-Za-z0-9+/_-]{4,}={0,2}/g
const LONGEST_HEARD = 20_000
const HIDDEN = '[password]'

function withoutPlain(words: string, password: string): string {
  // IMAP puts a backslash before quotes and backslashes.
  const escaped = password.replace(/["\\]/g, '\\$&')
  return [escaped, password]
    .filter((secret) => secret.length >= SHORTEST_HIDDEN)
    .reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), words.slice(0, LONGEST_HEARD))
}

/** SMTP sends it in base64, alone or behind the user's name. */
function withoutEncoded(words: string, password: string): string {
  if (password.length < SHORTEST_HIDDEN) return words
  return words.replace(BASE64_RUN, (run) =>
    Buffer.from(run, 'base64').toString('utf8').includes(password) ? HIDDEN : run,
  )
}

const UNTRUSTED =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)/
const UNREACHABLE = /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/
const TIMEOUT = /^(?:ETIMEDOUT|ETIMEOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT)$/
const NO_TLS = /^(?:EPROTO|ERR_SSL|ERR_TLS|ETLS|EREQUIRETLS)/

/** Reads what node, TLS and both mail libraries throw. Null where none of it is known. */
export function kindOfError(error: unknown): MailFailureKind | null {
  for (const code of codesOf(error)) {
    if (UNTRUSTED.test(code)) return 'untrusted'
    if (UNREACHABLE.test(code)) return 'unreachable'
    if (TIMEOUT.test(code)) return 'timeout'
  }
  if (codesOf(error).some((code) => NO_TLS.test(code))) return 'no-tls'
  const { message = '' } = error as { message?: string }
  if (/self[- ]signed certificate|unable to verify|does not match certificate/i.test(message))
    return 'untrusted'
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(message)) return 'unreachable'
  if (/wrong version number|packet length too long|SSL routines/i.test(message)) return 'no-tls'
  return null
}

/** Libraries put a code of their own over the one that says more. */
function codesOf(error: unknown): string[] {
  const codes: string[] = []
  for (let one = error, depth = 0; one && typeof one === 'object' && depth < 4; depth += 1) {
    const { code, cause } = one as { code?: unknown; cause?: unknown }
    if (typeof code === 'string') codes.push(code)
    one = cause
  }
  return codes
}
