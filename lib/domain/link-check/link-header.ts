export type HeaderLink = {
  uri: string
  rel: string[]
  anchor: string | null
  /** It holds for one language, medium or type only: Google ignores a canonical address that says so. */
  isForOne: boolean
}

/**
 * Reads one Link header as RFC 8288, appendix B, tells: what cannot be read ends the reading, what came before it stands.
 */
export function parseLinkHeader(value: string): HeaderLink[] {
  const links: HeaderLink[] = []
  const reader = /[\s,]*<([^>]*)>((?:\s*;\s*[^\s=;,]*\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"?|[^;,]*))?)*)/gy
  for (let match = reader.exec(value); match; match = reader.exec(value)) {
    const parameters = parametersOf(match[2] ?? '')
    links.push({
      uri: (match[1] ?? '').trim(),
      rel: (parameters.get('rel') ?? '').toLowerCase().split(/\s+/).filter(Boolean),
      anchor: parameters.get('anchor') ?? null,
      isForOne: ['hreflang', 'lang', 'media', 'type'].some((name) => parameters.has(name)),
    })
  }
  return links
}

/** The first of a repeated parameter counts. */
function parametersOf(text: string): Map<string, string> {
  const parameters = new Map<string, string>()
  for (const match of text.matchAll(/;\s*([^\s=;,]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;,]*)))?/g)) {
    const name = (match[1] ?? '').toLowerCase()
    const value = match[2] !== undefined ? match[2].replace(/\\(.)/g, '$1') : (match[3] ?? '').trim()
    if (!parameters.has(name)) parameters.set(name, value)
  }
  return parameters
}
