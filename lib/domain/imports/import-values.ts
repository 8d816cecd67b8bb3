import type { ImportProvenance } from './import-record.ts'

const YES = new Set(['true', 'yes', 'y', '1', 'x', '✓', '✔', 'wahr', 'ja', 'oui', 'sí', 'si', 'vrai'])
const NO = new Set([
  'false',
  'no',
  'n',
  '0',
  '-',
  '–',
  'none',
  'null',
  'n/a',
  'na',
  'falsch',
  'nein',
  'non',
  'faux',
])
/** What stands in a "lost" column of a link that is there. */
const NOT_LOST = new Set(['live', 'active', 'alive', 'present', 'new', 'ok', 'notlost', 'not lost'])
const TAG_MAX_CHARACTERS = 100
const MOST_TAGS = 50
const AMOUNT_MAX_CHARACTERS = 40

/** Null when the cell is empty or says neither. */
export function readBoolean(cell: string): boolean | null {
  const word = cell.trim().toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : null
}

/** A cell of a "lost" column: yes or no, a date, or a reason in words. */
export function saysLost(cell: string): boolean {
  const word = cell.trim().toLowerCase()
  return word !== '' && !NO.has(word) && !NOT_LOST.has(word)
}

/**
 * A number as people and exports write it: "1,240", "1.240,50 €", "$35". A lone group of three digits after a comma or
 * dot counts as thousands. Null when it is none.
 */
export function readNumber(cell: string): number | null {
  if (cell.length > AMOUNT_MAX_CHARACTERS) return null
  const bare = cell.replace(/[\s\u00a0'’]|^\p{L}{0,3}\p{Sc}?|\p{Sc}?\s?\p{L}{0,3}$/gu, '')
  const match = /^([+-]?)(\d+|\d{1,3}(?:[.,]\d{3})+)(?:([.,])(\d+))?$/.exec(bare)
  if (!match) return null
  const [, sign = '', whole = '', separator, decimals] = match
  const isGrouped = separator !== undefined && decimals?.length === 3 && whole.length <= 3 && whole !== '0'
  const digits = whole.replace(/[.,]/g, '')
  const value = isGrouped ? Number(digits + decimals) : Number(decimals ? `${digits}.${decimals}` : digits)
  return sign === '-' ? -value : value
}

/** `rel` from words such as "nofollow", "UGC, sponsored" or "dofollow" (none). Null when nothing is said of it. */
export function readRel(cell: string): string[] | null {
  const words = cell.toLowerCase().replace(/\b(no|do)[\s-]+follow/g, '$1follow')
  const rel = ['nofollow', 'ugc', 'sponsored'].filter((value) => words.includes(value))
  if (rel.length > 0) return rel
  return /\bdofollow|^\s*follow(?:ed)?\s*$/.test(words) ? [] : null
}

/** How a link came about, where somebody wrote that it was bought or exchanged. */
export function readProvenance(cell: string): ImportProvenance | null {
  if (cell === '') return null
  const words = new Set(
    cell
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .slice(0, 50),
  )
  if (['not', 'no', 'non', 'never', 'free'].some((word) => words.has(word))) return null
  if (['purchase', 'purchased', 'paid', 'bought', 'buy'].some((word) => words.has(word)))
    return 'paid elsewhere'
  return ['exchange', 'exchanged', 'swap', 'swapped', 'reciprocal'].some((word) => words.has(word))
    ? 'exchange'
    : null
}

/** Tags or labels of one cell, whichever sign divides them. Google's " ::: ", "* " and system groups are known. */
export function readTags(cell: string): string[] {
  const tags = cell
    .split(/:::|[,;|\n]/)
    .map((tag) =>
      tag
        .trim()
        .replace(/^\*\s*/, '')
        .replace(/\s+/g, ' '),
    )
    .filter((tag) => tag !== '' && tag.length <= TAG_MAX_CHARACTERS)
    .filter((tag) => !/^(?:mycontacts|starred)$/i.test(tag))
  return [...new Set(tags)].slice(0, MOST_TAGS)
}

/** Text of one line: white space becomes single spaces. */
export function oneLine(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim()
}
