import { z } from 'zod'
import type { Resolve } from '#lib/server/fetching/resolve-host.ts'

const table = z.record(z.string(), z.string().nullable())

/**
 * A table of names for tests: "host:port" is connected to at "ip:port", past the address guard; null does not exist, and
 * neither does any name that is not listed.
 */
export function hostsTable(json: string): Resolve {
  const places = new Map(
    Object.entries(table.parse(JSON.parse(json))).map(([pair, place]) => [pairKey(pair), place]),
  )
  return async (host, port) => {
    const place = places.get(`${host.toLowerCase()}:${port}`)
    // Of a name that is not listed nothing is said: it may well exist, only not here.
    if (place === undefined || place === null)
      throw Object.assign(new Error(`${host} does not resolve`), {
        code: place === null ? 'ENOTFOUND' : 'NOT_LISTED',
      })
    const [address, at] = parted(place)
    return [{ address, port: at ?? port, exempt: true }]
  }
}

function pairKey(pair: string): string {
  const [host, port] = parted(pair)
  const ascii = URL.parse(`http://${host.includes(':') ? `[${host}]` : host}`)
    ?.hostname.replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
  return `${ascii ?? host.toLowerCase()}:${port ?? 80}`
}

function parted(pair: string): [host: string, port: number | null] {
  const match = /^(.*?):(\d+)$/.exec(pair.replace(/\](?!:)/, ']:80'))
  const host = (match?.[1] ?? pair).replace(/^\[|\]$/g, '')
  return [host, match ? Number(match[2]) : null]
}
