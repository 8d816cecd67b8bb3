const SEARCHED_MAX_CHARACTERS = 4_000
const DECODED_TIMES_MAX = 3
const WITH_SCHEME = /https?:\/{1,2}[^\s"'<>&]+/gi
const BARE_HOST = /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[:/?#]|$)/iu
/** Names of parameters that say where to go on to. Others may hold a host too: of a source, of a thing reviewed. */
const SAYS_WHERE_TO =
  /^(?:u|url|uri|to|go|goto|r|redir|redirect(?:_?(?:to|ur[il]))?|dest|destination|target|out|link|href|ext|external|murl|ued|lp|adurl|deep_?link|next|continue|return(?:_?(?:to|url))?|q)$/i
/** Base64 of an address has capitals in it; hexadecimal begins with the letters of "http" or of a host. */
const ENCODED =
  /(?<![A-Za-z0-9+_-])(?:(?=[a-z0-9+_-]{0,40}[A-Z])[A-Za-z0-9+_-]{10,}|[0-9a-f]{20,})={0,2}(?![A-Za-z0-9+_-])/g
const HEX = /^(?:[0-9a-f]{2})+$/i

/**
 * The addresses an address carries within itself, as redirectors write them: in the path or the query, percent-encoded
 * however often, in base64 or in hexadecimal, and as a bare host where the parameter's name says that it leads there.
 */
export function carriedAddresses(url: URL): URL[] {
  const whole = `${url.pathname}${url.search}${url.hash}`.slice(0, SEARCHED_MAX_CHARACTERS)
  const found = decodedForms(whole).flatMap(withScheme)
  if (url.search !== '') {
    for (const [name, value] of url.searchParams) {
      if (SAYS_WHERE_TO.test(name)) found.push(...decodedForms(value).flatMap(bareHost))
    }
  }
  for (const [token] of whole.matchAll(ENCODED)) found.push(...hiddenIn(token))
  return found.flatMap((address) => URL.parse(address) ?? [])
}

/** The text as it is, and decoded once, twice, three times. */
function decodedForms(text: string): string[] {
  const forms = [text]
  if (!text.includes('%')) return forms
  for (let form = text; forms.length <= DECODED_TIMES_MAX; forms.push(form)) {
    const next = decoded(form)
    if (next === form) break
    form = next
  }
  return forms
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text.replace(/%[2-7][0-9a-f]/gi, (triplet) =>
      String.fromCharCode(Number.parseInt(triplet.slice(1), 16)),
    )
  }
}

function withScheme(text: string): string[] {
  return text.match(WITH_SCHEME) ?? []
}

function bareHost(text: string): string[] {
  const trimmed = text.trim().replace(/^\/\//, '')
  return BARE_HOST.test(trimmed) ? [`http://${trimmed}`] : []
}

function hiddenIn(token: string): string[] {
  const texts = [...(HEX.test(token) ? [fromHex(token)] : []), fromBase64(token)]
  return texts.flatMap((text) =>
    /^[\x20-\x7e]+$/.test(text) ? [...withScheme(text), ...bareHost(text)] : [],
  )
}

function fromHex(token: string): string {
  return token.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)))
}

function fromBase64(token: string): string {
  try {
    return atob(token.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, ''))
  } catch {
    return ''
  }
}
