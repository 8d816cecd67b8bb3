import { parse as parseDomain } from 'tldts'
import { readableHost } from '../idn.ts'
import { BLOCK_BREAK } from './page-record.ts'
import { asciiHost } from './target-match.ts'

export type Mention = { brand: string; context: string }

const CONTEXT_MAX_CHARACTERS = 300
// Scripts written without spaces, and Hangul with its particles, have no word edges to stand at.
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Hangul}]/u
const NOT_ASCII = /[^\0-\x7f]/
/** Soft hyphens, joiners, marks of direction: characters nobody sees. The Hangul fillers among them are seen, as gaps. */
const UNSEEN = /(?![\u115f\u1160\u3164\uffa0])\p{Default_Ignorable_Code_Point}/gu
const RUN_OF_SPACE = /\s{2,}|[^\S ]/g
const WORD = /[\p{L}\p{N}\p{M}_]/u
// Reserved names (RFC 2606, 6761) are domains too, though no registry lists them.
const RESERVED_ENDING = /\.(?:test|example|invalid|localhost|local|internal|onion)$/
/** "We like Acme.In summer": a sentence that begins without a space, unless the word is one that brands end in. */
const NEXT_SENTENCE =
  /^\.(?!(?:Com|Net|Org|Co|Io|Info|Biz|Shop|Store|App|Dev|Ai|Tv|Eu|Uk)\b)\p{Lu}\p{Ll}+(?![\p{L}\p{N}.-])/u

type Wanted = { brand: string; needles: string[] }

/**
 * Finds the first of `brands` in the text a reader sees: whole words, case folded, canonically equivalent, unseen
 * characters aside, a domain in either of its spellings, and not as a part of somebody else's domain. `ourHosts` are the
 * hosts that are ours. Where the text `isPart` of a longer one, a name that touches its end may go on and is not found.
 */
export function findMention(
  text: string,
  brands: readonly string[],
  ourHosts: readonly string[],
  isPart = false,
): Mention | null {
  const wanted = brands.map((brand) => ({ brand, needles: needlesOf(brand) }))
  const plain = plainSearch(wanted)
  if (wanted.every(({ needles }) => needles.length === 0)) return null
  // In plain text a name stands as it is spelled, whatever its case.
  if (!NOT_ASCII.test(text) && !plain?.test(text)) return null
  const blocks = text.split(BLOCK_BREAK)
  const openBlock = isPart ? blocks.findLastIndex((block) => block !== '') : -1
  for (const [at, block] of blocks.entries()) {
    if (!NOT_ASCII.test(block) && !plain?.test(block)) continue
    const folded = fold(block)
    for (const { brand, needles } of wanted) {
      const found = firstWhole(folded, block, needles, ourHosts, at === openBlock)
      if (found !== -1) return { brand, context: cutAround(collapse(block), found / folded.length) }
    }
  }
  return null
}

/** White space as a reader sees it: runs are one space, none at the ends. */
export function collapse(text: string): string {
  return text.replace(RUN_OF_SPACE, ' ').trim()
}

/** A name as it is looked for; a domain in letters and in its ASCII form ("xn--..."). */
function needlesOf(brand: string): string[] {
  const folded = fold(brand).trim()
  if (folded === '') return []
  const host = folded.includes('.') && !/[\s/]/.test(folded) ? asciiHost(folded) : null
  const spellings = host?.includes('.') ? [folded, host, fold(readableHost(host))] : [folded]
  return [...new Set(spellings)]
}

/** Finds what could be one of the names in text without any but ASCII characters; null where none could. */
function plainSearch(wanted: readonly Wanted[]): RegExp | null {
  const plain = wanted.flatMap(({ needles }) => needles).filter((needle) => !NOT_ASCII.test(needle))
  if (plain.length === 0) return null
  const sources = plain.map((needle) => needle.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s+'))
  return new RegExp(sources.join('|'), 'i')
}

/** Unseen characters go; quotes, hyphens and white space become plain; case and composition do not count. */
function fold(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase().replace(RUN_OF_SPACE, ' ')
  return plainMarks(
    text
      .replace(UNSEEN, '')
      .normalize('NFD')
      .toUpperCase()
      .toLowerCase()
      .replace(/\u03c2/g, '\u03c3')
      .normalize('NFC'),
  )
}

/** The same with its case kept, where both are of one length; else null. */
function cased(text: string, folded: string): string | null {
  const kept = plainMarks(text.replace(UNSEEN, '').normalize('NFC'))
  return kept.length === folded.length ? kept : null
}

function plainMarks(text: string): string {
  return text
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(RUN_OF_SPACE, ' ')
}

function firstWhole(
  folded: string,
  block: string,
  needles: readonly string[],
  ourHosts: readonly string[],
  isOpen: boolean,
): number {
  const found = needles
    .map((needle) => findWhole(folded, block, needle, ourHosts, isOpen))
    .filter((at) => at !== -1)
  return found.length === 0 ? -1 : Math.min(...found)
}

function findWhole(
  text: string,
  block: string,
  needle: string,
  ourHosts: readonly string[],
  isOpen: boolean,
): number {
  // Once for all matches: folding a block anew for each would take a long block hours.
  let kept: string | null | undefined
  let next = 0
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, next)) {
    const end = at + needle.length
    next = at + 1
    if (!isEdge(text, at, -1) || !isEdge(text, end, 1)) continue
    if (isOpen && !/\s/.test(text.slice(end, end + MAY_GO_ON_CHARACTERS))) continue
    const domainEnd = otherDomainAround(text, at, end, needle, ourHosts)
    if (domainEnd === -1) return at
    if (text.charAt(end) === '.') {
      if (kept === undefined) kept = cased(block, text)
      if (kept !== null && NEXT_SENTENCE.test(kept.slice(end, end + 40))) return at
    }
    next = Math.max(next, domainEnd)
  }
  return -1
}

/** No word or host goes on for longer. */
const MAY_GO_ON_CHARACTERS = 300

/** Whether a word may begin (side -1) or end (side 1) at an offset. */
function isEdge(text: string, offset: number, side: -1 | 1): boolean {
  const before = characterBefore(text, offset)
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 32)
  if (before === '' || offset >= text.length) return true
  const inside = side === -1 ? after : before
  const outside = side === -1 ? before : after
  if (!WORD.test(inside) || !WORD.test(outside)) return true
  // A combining mark belongs to the letter before it, whatever the script.
  if (/\p{M}/u.test(after)) return false
  return UNSPACED.test(inside) || UNSPACED.test(outside)
}

function characterBefore(text: string, offset: number): string {
  if (offset === 0) return ''
  const low = text.charCodeAt(offset - 1)
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(offset - 2, offset) : text.charAt(offset - 1)
}

/**
 * Where the foreign domain ends that a match stands in; -1 where it stands in none. "acme.com" does not stand in
 * "acme.com.evil.com", nor "acme" in "acme-shop.com"; "www.acme.com" is acme.com's own.
 */
function otherDomainAround(
  text: string,
  at: number,
  end: number,
  needle: string,
  ourHosts: readonly string[],
): number {
  const [start, stop] = runAround(text, at, end)
  const token = text.slice(start, stop).replace(/^[.-]+|[.-]+$/g, '')
  if (!token.includes('.') || token.includes('..') || /[\s/]/.test(token)) return -1
  const host = asciiHost(token)
  if (host === null) return -1
  const own = [...ourHosts, ...(needle.includes('.') ? [asciiHost(needle) ?? needle] : [])]
  if (own.some((one) => host === one || host.endsWith(`.${one}`))) return -1
  const found = parseDomain(host, { allowPrivateDomains: true })
  return found.isIcann === true || found.isPrivate === true || RESERVED_ENDING.test(host) ? stop : -1
}

/** The run of labels and dots a match stands in. */
function runAround(text: string, at: number, end: number): [start: number, stop: number] {
  let start = at
  const first = Math.max(0, at - MAY_GO_ON_CHARACTERS)
  while (start > first && isHostCharacter(text.charAt(start - 1))) start -= 1
  let stop = end
  const last = Math.min(text.length, end + MAY_GO_ON_CHARACTERS)
  while (stop < last && isHostCharacter(text.charAt(stop))) stop += 1
  return [start, stop]
}

function isHostCharacter(character: string): boolean {
  return /[\p{L}\p{N}\p{M}._-]/u.test(character)
}

/** At most 300 characters around a place given as a share of the text. */
function cutAround(text: string, share: number): string {
  if (text.length <= CONTEXT_MAX_CHARACTERS) return text
  const middle = Math.round(share * text.length)
  return windowOf(text, middle, middle)
}

/** At most 300 characters of a text around a part of it, cut at spaces where there are some. */
export function windowOf(text: string, start: number, end: number): string {
  if (text.length <= CONTEXT_MAX_CHARACTERS) return text.trim()
  const room = Math.max(0, CONTEXT_MAX_CHARACTERS - (end - start))
  let from = Math.max(0, start - Math.ceil(room / 2))
  const to = Math.min(text.length, from + CONTEXT_MAX_CHARACTERS)
  from = Math.max(0, to - CONTEXT_MAX_CHARACTERS)
  const cutFrom = from === 0 ? 0 : afterSpace(text, from, start)
  const cutTo = to === text.length ? to : beforeSpace(text, to, end)
  return text.slice(cutFrom, cutTo).trim()
}

function afterSpace(text: string, from: number, limit: number): number {
  const space = text.indexOf(' ', from)
  return space !== -1 && space < limit && space - from < 40 ? space + 1 : from
}

function beforeSpace(text: string, to: number, limit: number): number {
  const space = text.lastIndexOf(' ', to)
  return space > limit && to - space < 40 ? space : to
}
