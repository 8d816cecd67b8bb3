import { isIP } from 'node:net'
import { z } from 'zod'
import { portOf, refusedAddress } from '#lib/server/fetching/address-guard.ts'
import { FetchFailure, type Resolve, resolveJudged } from '#lib/server/fetching/resolve-host.ts'
import { lineId, readLine } from './read-line.ts'

const guardLine = z.object({
  id: lineId,
  url: z.string(),
  dns: z
    .union([z.array(z.array(z.string())), z.array(z.string())])
    .nullish()
    .transform((dns) => dns ?? []),
})

/** What the address guard would do with an address, the given look-ups standing in for DNS. No network is used. */
export async function answerGuardLine(line: unknown): Promise<object> {
  const { id, url, dns } = readLine(guardLine, line)
  const address = URL.parse(url)
  const refused = address === null ? 'bad-scheme' : refusedAddress(address)
  if (refused !== null || address === null) return { id, decision: 'refuse', reason: refused ?? 'bad-scheme' }
  try {
    const [first] = await resolveJudged(address.hostname, portOf(address), lookUpsOf(dns))
    return { id, decision: 'allow', reason: 'public', ip: first?.address }
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error
    const isAddress = error.failure === 'blocked-address'
    return { id, decision: 'refuse', reason: error.failure, ...(isAddress ? { ip: error.detail } : {}) }
  }
}

function lookUpsOf(dns: string[] | string[][]): Resolve {
  const lookUps =
    dns.length > 0 && dns.every((entry) => typeof entry === 'string')
      ? [dns]
      : dns.filter((entry) => Array.isArray(entry))
  let at = 0
  return async (host) => {
    if (isIP(host)) return [{ address: host }]
    const answers = lookUps[Math.min(at, lookUps.length - 1)] ?? []
    at += 1
    return answers.map((address) => ({ address }))
  }
}
