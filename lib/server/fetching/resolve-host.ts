import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { Failure } from '#lib/domain/link-check/page-observation.ts'
import { isOwnMachineName, isPublicAddress } from './address-guard.ts'

/** One answer of a look-up. `port` and `exempt` exist for tests and the command line's host table only. */
export type ResolvedAddress = { address: string; port?: number; exempt?: boolean }
/** Answers a look-up. Rejects with a `code`, such as ENOTFOUND, where there is no answer. */
export type Resolve = (host: string, port: number) => Promise<ResolvedAddress[]>

/** The outside world, or our guard, said no: a value for the row, never a bug. */
export class FetchFailure extends Error {
  override name = 'FetchFailure'
  readonly failure: Failure
  readonly detail: string

  constructor(failure: Failure, detail: string) {
    super(`${failure}: ${detail}`)
    this.failure = failure
    this.detail = detail
  }
}

/** The machine's own resolver, all addresses. */
export async function systemResolve(host: string): Promise<ResolvedAddress[]> {
  const answers = await lookup(host, { all: true, order: 'ipv4first' })
  return answers.map(({ address }) => ({ address }))
}

/**
 * Resolves a host once and judges every answer. One closed address among them refuses all: a name that points both
 * outside and inside is made to get inside. Throws FetchFailure.
 */
export async function resolveJudged(
  hostname: string,
  port: number,
  resolve: Resolve,
): Promise<ResolvedAddress[]> {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const answers = await resolve(host, port).catch((error: unknown): ResolvedAddress[] => {
    // An address is its own answer, whatever a table of names says.
    if (isIP(host)) return [{ address: host }]
    throw new FetchFailure('dns', codeOf(error) ?? 'ENOTFOUND')
  })
  if (answers.length === 0) throw new FetchFailure('dns', 'ENODATA')
  for (const { address, exempt } of answers) {
    if (!exempt && (isOwnMachineName(host) || !isPublicAddress(address)))
      throw new FetchFailure('blocked-address', address)
  }
  return answers
}

export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
