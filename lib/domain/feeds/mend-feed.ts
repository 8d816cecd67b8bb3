const LAST_POST = /<\/(?:[a-z]+:)?(item|entry)\s*>/gi

/**
 * A feed that broke off, closed behind its last whole post: a long podcast's is larger than we read, and its newest posts
 * stand first. Anything else comes back as it was.
 */
export function closeCutFeed(text: string): string {
  const ends = [...text.matchAll(LAST_POST)]
  const last = ends.at(-1)
  if (!last) return text
  const kept = text.slice(0, last.index + last[0].length)
  const prefix = /^<\/([a-z]+:)/i.exec(last[0])?.[1] ?? ''
  if (last[1]?.toLowerCase() === 'entry') return `${kept}</${prefix}feed>`
  const isRdf = /<(?:rdf:)?RDF[\s>]/i.test(text.slice(0, 5_000))
  if (isRdf) return `${kept}</${/<rdf:RDF[\s>]/.test(text.slice(0, 5_000)) ? 'rdf:RDF' : 'RDF'}>`
  return `${kept}</channel></rss>`
}
