import { parse as parseDomain } from 'tldts'
import { BLOCK_BREAK } from './page-record.ts'
import { asciiHost } from './target-match.ts'

export type Mention = { brand: string; context: string }

const CONTEXT_MAX_CHARACTERS = 300
// Scripts written without spaces, and Hangul with its particles, have no word edges to stand at.
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Hangul}]/u
const PLAIN = /^[\0-\x7f\u2029]*$/
const RUN_OF_SPACE = /[^\S\u2029]{2,}|[^\S\u2029 ]/g
const WORD = /[\p{L}\p{N}\p{M}_]/u
// Reserved names (RFC 2606, 6761) are domains too, though no registry lists them.
const RESERVED_ENDING = /\.(?:test|example|invalid|localhost|local|internal|onion)$/

/**
 * Finds the first of `brands` in the text a reader sees: whole words, case folded, canonically equivalent, soft hyphens
 * aside, and not as a part of somebody else's domain. `ourHosts` are the hosts that are ours.
 */
export function findMention(
  text: string,
  brands: readonly string[],
  ourHosts: readonly string[],
): Mention | null {
  const wanted = brands
    .map((brand) => ({ brand, folded: fold(brand).trim() }))
    .filter(({ folded }) => folded !== '')
  if (wanted.length === 0) return null
  const whole = fold(text)
  const present = wanted.filter(({ folded }) => whole.includes(folded))
  if (present.length === 0) return null
  const blocks = text.split(BLOCK_BREAK)
  for (const [at, folded] of whole.split(BLOCK_BREAK).entries()) {
    for (const { brand, folded: needle } of present) {
      const found = findWhole(folded, needle, ourHosts)
      if (found !== -1)
        return { brand, context: cutAround(collapse(blocks[at] ?? ''), found / folded.length) }
    }
  }
  return null
}

/** White space as a reader sees it: runs are one space, none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim()
}

/** Characters nobody sees go; quotes, hyphens and white space become plain; case and composition do not count. */
function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(RUN_OF_SPACE, ' ')
  return text
    .replace(/\u00ad|[\u200b-\u200d]|\u2060|\ufeff|[\ufe0e-\ufe0f]/g, '')
    .normalize('NFD')
    .toUpperCase()
    .toLowerCase()
    .replace(/\u03c2/g, '\u03c3')
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(RUN_OF_SPACE, ' ')
}

function findWhole(text: string, needle: string, ourHosts: readonly string[]): number {
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    const end = at + needle.length
    if (isEdge(text, at, -1) && isEdge(text, end, 1) && !isInOtherDomain(text, at, end, needle, ourHosts))
      return at
  }
  return -1
}

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

/** "acme.com" does not stand in "acme.com.evil.com", nor "acme" in "acme-shop.com"; "www.acme.com" is acme.com's own. */
function isInOtherDomain(
  text: string,
  at: number,
  end: number,
  needle: string,
  ourHosts: readonly string[],
): boolean {
  const token = hostAround(text, at, end)
  if (token === null) return false
  const host = asciiHost(token)
  if (host === null) return false
  const own = [...ourHosts, ...(needle.includes('.') ? [asciiHost(needle) ?? needle] : [])]
  if (own.some((one) => host === one || host.endsWith(`.${one}`))) return false
  const found = parseDomain(host, { allowPrivateDomains: true })
  return found.isIcann === true || found.isPrivate === true || RESERVED_ENDING.test(host)
}

/** The run of labels and dots a match stands in; null where there is no dot in it. */
function hostAround(text: string, at: number, end: number): string | null {
  let start = at
  while (start > 0 && isHostCharacter(text.charAt(start - 1))) start -= 1
  let stop = end
  while (stop < text.length && isHostCharacter(text.charAt(stop))) stop += 1
  const token = text.slice(start, stop).replace(/^[.-]+|[.-]+$/g, '')
  return token.includes('.') && !/[\s/]/.test(token) && !token.includes('..') ? token : null
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
