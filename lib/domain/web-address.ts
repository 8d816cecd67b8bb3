import { readableHost } from './idn.ts'

type WebAddress = {
  ok: true
  /** Normalised, with scheme; credentials are gone. */
  url: string
  /** ASCII host without port. */
  host: string
  /** Without the scheme, "www." and a lone slash, international names in their own letters: for people to read. */
  readable: string
}
export type WebAddressAnswer = WebAddress | { ok: false; error: string }

const WEB_ADDRESS_MAX_CHARACTERS = 2_000

const TRACKING_PARAMETER =
  /^(?:utm_\w*|_hs(?:enc|mi)|_g[al]|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|gad_source|gad_campaignid|msclkid|yclid|twclid|ttclid|li_fat_id|igsh(?:id)?|mc_[ce]id|mkt_tok|vero_id|ref_src|srsltid|oly_(?:anon|enc)_id)$/i

/** Reads the http(s) address of a page a person pasted; "example.com/page" will do. The error is a sentence for people. */
export function parseWebAddress(input: string): WebAddressAnswer {
  if (input.length > WEB_ADDRESS_MAX_CHARACTERS) {
    return no('That address is longer than 2,000 characters. Please paste a shorter one.')
  }
  const typed = cleaned(input)
  if (typed === '') return no('Please paste the address of a page.')
  const refused = refusedScheme(typed)
  if (refused) return no(refused)
  const url = URL.parse(withScheme(typed))
  if (!url?.hostname || !isPlausibleHost(url.hostname)) {
    return no('That does not look like a web address. It should be like example.com/page.')
  }
  url.username = ''
  url.password = ''
  return { ok: true, url: url.href, host: withoutRootDot(url.hostname), readable: readableAddress(url) }
}

/**
 * One key for the addresses of one page, to notice that it was pasted before: scheme, "www.", default port, fragment,
 * tracking parameters, order of parameters and a slash at the end do not count. Null when it is no web address.
 */
export function addressKeyOf(address: string): string | null {
  const parsed = parseWebAddress(address)
  if (!parsed.ok) return null
  const url = new URL(parsed.url)
  const kept = [...url.searchParams].filter(([name]) => !TRACKING_PARAMETER.test(name))
  const query = new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString()
  // A "#!" names a page of its own on sites that are one single script.
  const page = url.hash.startsWith('#!') ? url.hash : ''
  return hostKey(url) + pathKey(url.pathname) + (query ? `?${query}` : '') + page
}

function no(error: string): WebAddressAnswer {
  return { ok: false, error }
}

/** Browsers ignore line ends and control characters inside an address, so the scheme is judged without them. */
function cleaned(input: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const text = input.replace(/[\u0000-\u001f\u007f\u200b\ufeff]/g, '').trim()
  return text.startsWith('<') && text.endsWith('>') ? text.slice(1, -1).trim() : text
}

function refusedScheme(typed: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(typed)?.[1]?.toLowerCase()
  if (!scheme || scheme === 'http' || scheme === 'https') return null
  // "example.com:8080/page" and "localhost:3000" have a port there, not a scheme.
  if (/^[a-z0-9.-]+:\d{1,5}(?:[/?#]|$)/i.test(typed) && (scheme.includes('.') || scheme === 'localhost'))
    return null
  if (scheme === 'mailto') return 'That is an e-mail address. Please paste the address of a web page.'
  return `An address that starts with "${scheme.slice(0, 20)}:" is no web page. Please paste one that starts with https://.`
}

function withScheme(typed: string): string {
  if (/^https?:/i.test(typed)) return typed
  return typed.startsWith('//') ? `https:${typed}` : `https://${typed}`
}

function isPlausibleHost(host: string): boolean {
  if (host === 'localhost' || host.startsWith('[')) return true
  return /^[^.]+(?:\.[^.]+)+\.?$/.test(host) && !/[%\s]/.test(host)
}

function withoutRootDot(host: string): string {
  return host.endsWith('.') ? host.slice(0, -1) : host
}

function readableAddress(url: URL): string {
  const host = readableHost(withoutRootDot(url.hostname)).replace(/^www\./, '')
  const path = url.pathname === '/' && !url.search ? '' : readablePath(url.pathname)
  return host + (url.port ? `:${url.port}` : '') + path + url.search
}

/** A path with its escapes read, where that is safe to show. */
export function readablePath(path: string): string {
  try {
    const decoded = decodeURIComponent(path)
    // Decoded white space or direction marks would let an address pretend to be another one.
    return /[\s\p{C}]/u.test(decoded) ? path : decoded
  } catch {
    return path
  }
}

function hostKey(url: URL): string {
  const host = withoutRootDot(url.hostname).replace(/^www\./, '')
  const isDefaultPort = url.port === '' || url.port === '80' || url.port === '443'
  return isDefaultPort ? host : `${host}:${url.port}`
}

function pathKey(path: string): string {
  const evenEscapes = path.replace(/%[0-9a-f]{2}/gi, (encodedByte) => {
    const character = String.fromCharCode(Number.parseInt(encodedByte.slice(1), 16))
    return /[A-Za-z0-9._~-]/.test(character) ? character : encodedByte.toUpperCase()
  })
  return evenEscapes.replace(/\/{1,2000}$/, '')
}
