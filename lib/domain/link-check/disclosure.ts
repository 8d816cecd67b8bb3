import {
  DISCLOSURE_SEARCHES,
  type DisclosureKind,
  IS_NAVIGATION,
  LABELS,
  NEGATED,
} from './disclosure-phrases.ts'

export type Disclosure = {
  kind: DisclosureKind
  /** The passage it stands in, at most 200 characters, as it stands on the page. */
  quote: string
  /** The words themselves. */
  words: string
}

const QUOTE_MAX_CHARACTERS = 200
const TEXT_MAX_CHARACTERS = 300_000
const FOUND_MAX = 12
/** Of each kind; the rest of a page that says it more often than this is not read for it. */
const MATCHES_MAX = 300
const BEFORE_CHARACTERS = 40
const NAVIGATION_MAX_CHARACTERS = 80
const BLOCKS = /[\u2028\u2029\n]+/

/**
 * Words by which a page tells its readers that a gift, a payment or a commission was behind it, in the order of the
 * page. `text` is what a reader sees, blocks parted by U+2029 or line ends. Nothing found is no proof that nothing is
 * there: a picture may say it, or words nobody thought of. (FACTS.md, section 3.)
 */
export function findDisclosures(text: string): Disclosure[] {
  // One line for each block: no phrase runs across lines.
  const lines = text
    .slice(0, TEXT_MAX_CHARACTERS)
    .split(BLOCKS)
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .join('\n')
    .normalize('NFC')
  const phrases = DISCLOSURE_SEARCHES.flatMap(({ kind, phrases: search }) => hitsOf(lines, kind, search))
  const labels = hitsOf(lines, null, LABELS).filter(
    (label) => !phrases.some(({ at }) => at >= label.at && at < label.at + label.words.length),
  )
  return [...phrases, ...labels]
    .sort((a, b) => a.at - b.at)
    .slice(0, FOUND_MAX)
    .map(({ kind, words, at, line }) => {
      const start = at - line.start
      return {
        kind,
        words,
        quote: quoteAround(lines.slice(line.start, line.end), start, start + words.length),
      }
    })
}

type Hit = { kind: DisclosureKind; at: number; words: string; line: { start: number; end: number } }

/** The first in each line; a label says its kind itself. */
function hitsOf(lines: string, kind: DisclosureKind | null, search: RegExp): Hit[] {
  const hits: Hit[] = []
  let count = 0
  for (const match of lines.matchAll(search)) {
    count += 1
    if (count > MATCHES_MAX) break
    const at = match.index
    const line = lineAround(lines, at)
    if (hits.at(-1)?.line.start === line.start) continue
    if (
      isNavigation(lines, line) ||
      NEGATED.test(lines.slice(Math.max(line.start, at - BEFORE_CHARACTERS), at))
    )
      continue
    hits.push({ kind: kind ?? kindOfLabel(match[0]), at, words: match[0].trim(), line })
  }
  return hits
}

function lineAround(lines: string, at: number): Hit['line'] {
  const end = lines.indexOf('\n', at)
  return { start: lines.lastIndexOf('\n', at - 1) + 1, end: end === -1 ? lines.length : end }
}

function isNavigation(lines: string, { start, end }: Hit['line']): boolean {
  return end - start <= NAVIGATION_MAX_CHARACTERS && IS_NAVIGATION.test(lines.slice(start, end))
}

function kindOfLabel(label: string): DisclosureKind {
  if (/gifted/i.test(label)) return 'gift'
  if (/sponsored/i.test(label)) return 'paid'
  return /affiliate/i.test(label) ? 'affiliate' : 'ad'
}

function quoteAround(block: string, start: number, end: number): string {
  if (block.length <= QUOTE_MAX_CHARACTERS) return block
  const room = Math.max(0, QUOTE_MAX_CHARACTERS - 2 - (end - start))
  const from = Math.max(0, Math.min(start - Math.floor(room / 2), block.length - QUOTE_MAX_CHARACTERS + 2))
  const to = Math.min(block.length, from + QUOTE_MAX_CHARACTERS - 2)
  const words = block.slice(from, to).toWellFormed().trim()
  return `${from > 0 ? '…' : ''}${words}${to < block.length ? '…' : ''}`
}
