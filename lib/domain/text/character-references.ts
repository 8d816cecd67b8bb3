import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'

/** One place in a text where a character reference stands, with what it means. */
export type DecodedReference = { start: number; end: number; meaning: string }

// A name is at most 32 characters long in the HTML standard's table; the bounds keep the search linear.
const REFERENCE = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/g
const SEPARATOR = '\u0001'

/**
 * Every character reference of a text ("&rsquo;", "&#8217;", "&#x2019;"), by the HTML standard's own table.
 * Decoded once: "&amp;amp;" means "&amp;". Unknown names are left out.
 */
export function decodeReferences(text: string): DecodedReference[] {
  if (!text.includes('&')) return []
  const found = [...text.matchAll(REFERENCE)]
  const meanings = meaningsOf(new Set(found.map((match) => match[0])))
  return found.flatMap((match) => {
    const meaning = meanings.get(match[0])
    if (meaning === undefined) return []
    return [{ start: match.index, end: match.index + match[0].length, meaning }]
  })
}

/** All distinct references go through the HTML parser in one go, so that a page full of them stays cheap. */
function meaningsOf(references: Set<string>): Map<string, string> {
  const names = [...references]
  const first = parseFragment(names.join(SEPARATOR)).childNodes[0]
  const decoded = first && isText(first) ? first.value.split(SEPARATOR) : []
  const meanings = new Map<string, string>()
  for (const [index, name] of names.entries()) {
    const meaning = decoded[index]
    if (meaning !== undefined && meaning !== name) meanings.set(name, meaning)
  }
  return meanings
}

function isText(node: DefaultTreeAdapterMap['childNode']): node is DefaultTreeAdapterMap['textNode'] {
  return node.nodeName === '#text'
}
