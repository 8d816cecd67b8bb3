import { parse } from 'tldts'
import { readableHost } from './idn.ts'
import { sharedPlatformOf } from './shared-platforms.ts'
import { parseWebAddress } from './web-address.ts'

export type SiteDomain = {
  ok: true
  /** ASCII, without "www.": what links are compared with. */
  domain: string
  /** In its own letters: "bücher.de". */
  readable: string
  /** The registrable domain it belongs to; the same as `domain` unless a subdomain was typed. */
  registrable: string
}

/** Reads the domain of a Site as a person types it, host or whole address. The error is a sentence for people. */
export function parseSiteDomain(input: string): SiteDomain | { ok: false; error: string } {
  const typed = input.trim()
  if (typed === '') return no('Please type a domain, like example.com.')
  if (/^[a-z0-9-]{1,63}$/i.test(typed) && typed !== 'localhost') {
    return no(`"${typed}" is missing its ending. A domain looks like example.com.`)
  }
  const address = parseWebAddress(typed)
  if (!address.ok) return no(address.error)
  const host = address.host.replace(/^www\.(?=[^.]+\.)/, '')
  const found = parse(host, { allowPrivateDomains: true })
  if (found.isIp)
    return no('That is a number address of a machine. Please type the domain people see, like example.com.')
  if (host === 'localhost' || /\.(?:localhost|local|internal)$/.test(host)) {
    return no(
      'That address works only on your own machine or network. Please type a domain readers can open.',
    )
  }
  if (!isHostName(host)) return no('That does not look like a domain. It should be like example.com.')
  if (found.domain === null || host === found.publicSuffix) return no(sharedSentence(host))
  if (sharedPlatformOf(host) === 'whole') return no(sharedSentence(host))
  return { ok: true, domain: host, readable: readableHost(host), registrable: found.domain }
}

function no(error: string): { ok: false; error: string } {
  return { ok: false, error }
}

function sharedSentence(host: string): string {
  const readable = readableHost(host)
  return `${readable} is where many sites live, so it cannot be yours alone. Please type the whole name, like yours.${readable}.`
}

function isHostName(host: string): boolean {
  return (
    host.length <= 253 &&
    host.split('.').every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label))
  )
}
