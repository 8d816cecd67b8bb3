import type { Resolve } from '../fetching/resolve-host.ts'
import type { MailDns } from './mail-dns.ts'

/** What a test may put in place of the real world; the worker puts in nothing, and no setting can. */
export type MailWorld = {
  readonly now?: () => Date
  /** Stands in for looking up mail servers' addresses. */
  readonly resolve?: Resolve
  readonly dns?: MailDns
  /** A certificate that is trusted besides the machine's own (PEM). */
  readonly ca?: string
  /** How long one step of a conversation may take. */
  readonly answerMs?: number
  /** How long a mail to oneself is waited for. */
  readonly arrivalMs?: number
}

const ANSWER_MS = 20_000

export function answerMsOf({ answerMs = ANSWER_MS }: MailWorld): number {
  return answerMs
}

/** Options of TLS for a server that was asked for by this name. An address has no name to announce. */
export function trustOf({ ca }: MailWorld) {
  return { rejectUnauthorized: true, minVersion: 'TLSv1.2' as const, ...(ca ? { ca } : {}) }
}

export function nowOf({ now }: MailWorld): Date {
  return now?.() ?? new Date()
}
