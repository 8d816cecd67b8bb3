import type { LinkTarget } from './link-question.ts'

/** The host of a domain as links are compared by it: IDNA to ASCII, lower case, no root dot. Null when it is none. */
export function asciiHost(domain: string): string | null {
  const typed = domain.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
  const host = URL.parse(`http://${typed}`)?.hostname
  return host ? withoutRootDot(host) : null
}

/** The hosts of targets, as links are compared by them. */
export function hostsOf(targets: readonly LinkTarget[]): string[] {
  return targets.flatMap(({ domain }) => asciiHost(domain) ?? [])
}

/** Tells whether an address is http(s) on one of the targets: equal host, or a subdomain where that is wanted. */
export function targetMatcher(targets: readonly LinkTarget[]): (url: URL) => boolean {
  const wanted = targets.flatMap(({ domain, includeSubdomains }) => {
    const host = asciiHost(domain)
    return host ? [{ host, suffix: includeSubdomains ? `.${host}` : null }] : []
  })
  return (url) => {
    if (!isHttp(url)) return false
    const host = withoutRootDot(url.hostname)
    return wanted.some(
      (target) => host === target.host || (target.suffix !== null && host.endsWith(target.suffix)),
    )
  }
}

export function isHttp(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:'
}

/** The address without fragment and credentials, as it is sent and compared. */
export function pageAddress(url: URL): string {
  const copy = new URL(url)
  copy.hash = ''
  copy.username = ''
  copy.password = ''
  return copy.href
}

const TRACKING =
  /^(?:utm_\w+|[gf]bclid|gclid|gclsrc|dclid|wbraid|gbraid|msclkid|yclid|ttclid|twclid|igshid|mc_[ce]id|_hs\w+|ref_src|srsltid)$/i

/** Whether two addresses name one page: scheme, "www.", a slash at the end, tracking parameters and fragment aside. */
export function isSamePage(one: string, other: string): boolean {
  return samePageAs(one)(other)
}

/** The same for one page and many others. */
export function samePageAs(one: string): (other: string) => boolean {
  const key = pageKey(one)
  return (other) => key !== null && key === pageKey(other)
}

function pageKey(address: string): string | null {
  const url = URL.parse(address)
  if (!url) return null
  const port = url.port ? `:${url.port}` : ''
  const host = withoutRootDot(url.hostname).replace(/^www\./, '')
  return `${host}${port}${evenEscapes(url.pathname).replace(/\/$/, '')}?${withoutTracking(url)}`
}

function withoutTracking(url: URL): string {
  if (url.search === '') return ''
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name))
  return new URLSearchParams(kept).toString()
}

/** "%7E" and "~" are one path, and so are "%c3" and "%C3" (RFC 3986, section 6.2.2). */
function evenEscapes(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16))
    return /[A-Za-z0-9._~-]/.test(character) ? character : triplet.toUpperCase()
  })
}

function withoutRootDot(host: string): string {
  return host.endsWith('.') ? host.slice(0, -1) : host
}
