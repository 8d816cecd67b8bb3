import { CONTACT_FORMAT_RULES } from './contact-format-rules.ts'
import { fieldByRule, fitsRule } from './format-rule.ts'
import { guessMapping } from './guess-mapping.ts'
import { headerKey } from './header-text.ts'
import type { ImportField } from './import-fields.ts'
import type { ImportFormat } from './import-formats.ts'
import { LINK_FORMAT_RULES } from './link-format-rules.ts'
import { OWN_FORMAT_RULES } from './own-format-rules.ts'
import { recogniseShape } from './recognise-shape.ts'
import type { FoundTable } from './table-plan.ts'
import { TRACKER_FORMAT_RULES } from './tracker-format-rules.ts'
import { fieldByWords } from './tracker-words.ts'

/** Preambles are a few lines long: the header is looked for among so many rows. */
export const HEADER_WITHIN_ROWS = 15

const RULES = [...OWN_FORMAT_RULES, ...TRACKER_FORMAT_RULES, ...LINK_FORMAT_RULES, ...CONTACT_FORMAT_RULES]
/** One of these makes a sheet worth reading. */
const KEY_FIELDS: readonly ImportField[] = [
  'name',
  'prospect.url',
  'prospect.name',
  'contact.name',
  'contact.givenName',
  'contact.email',
  'mention.sourceUrl',
  'mention.pageUrl',
]
/** What a sheet of one single column may be. A lone "Notes" or "Contact" is as likely a heading in a text. */
const LONE_FIELDS: readonly ImportField[] = [
  'prospect.url',
  'contact.email',
  'mention.sourceUrl',
  'mention.pageUrl',
]
const MOST_CELLS = 0.6

/**
 * Finds the header among the first rows of a table and says which format it is: by the headers of known exporters, by
 * shape where headers are localised, then by the words people use in their own sheets. Null when nothing is recognised.
 */
export function recogniseTable(rows: readonly (readonly string[])[]): FoundTable | null {
  return byRules(rows) ?? recogniseShape(rows) ?? byWords(rows)
}

/** The row that carries all of these headers, for a mapping made by hand. */
export function rowWithHeaders(
  rows: readonly (readonly string[])[],
  headers: readonly string[],
): number | null {
  const wanted = headers.map(headerKey)
  const at = rows.slice(0, HEADER_WITHIN_ROWS).findIndex((row) => {
    const keys = new Set(row.map(headerKey))
    return wanted.length > 0 && wanted.every((key) => keys.has(key))
  })
  return at === -1 ? null : at
}

/**
 * The header row of a table that nobody recognises: where rows begin to have one width of two columns or more. For the
 * mapping screen. Null when the rows make no table.
 */
export function likelyHeaderRow(rows: readonly (readonly string[])[]): number | null {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''))
  const widths = new Map<number, number>()
  for (const { length } of filled) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [width = 0, count = 0] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  if (width < 2 || count < 2 || count < filled.length * MOST_CELLS) return null
  const at = rows.slice(0, HEADER_WITHIN_ROWS).findIndex((row) => row.length === width)
  const header = at === -1 ? [] : (rows[at] ?? [])
  return header.filter((cell) => /\p{L}/u.test(cell)).length >= Math.max(2, width * MOST_CELLS) ? at : null
}

function byRules(rows: readonly (readonly string[])[]): FoundTable | null {
  for (const [row, cells] of rows.slice(0, HEADER_WITHIN_ROWS).entries()) {
    const keys = withoutEmptyEnd(cells.map(headerKey))
    const rule = keys.length === 0 ? undefined : RULES.find((candidate) => fitsRule(candidate, keys))
    if (rule)
      return { format: rule.format, row, fields: cells.map((cell) => fieldByRule(rule, headerKey(cell))) }
  }
  return null
}

function byWords(rows: readonly (readonly string[])[]): FoundTable | null {
  for (const [row, cells] of rows.slice(0, HEADER_WITHIN_ROWS).entries()) {
    const headers = cells.filter((cell) => cell !== '')
    const known = headers.map(fieldByWords).filter((word) => word.known && word.exact)
    const hasKey = known.some(({ field }) => field !== null && KEY_FIELDS.includes(field))
    if (!hasKey || (headers.length > 1 && known.length < 2)) continue
    const samples = rows.slice(row + 1)
    if (
      headers.length === 1 &&
      !isLoneColumn(known[0]?.field ?? null, cells.indexOf(headers[0] ?? ''), samples)
    )
      continue
    const format: ImportFormat = 'spreadsheet'
    const fields = guessMapping(cells, samples).map(({ field, certainty }) =>
      certainty === 'guess' ? null : field,
    )
    return { format, row, fields }
  }
  return null
}

function isLoneColumn(
  field: ImportField | null,
  column: number,
  samples: readonly (readonly string[])[],
): boolean {
  if (field === null || !LONE_FIELDS.includes(field)) return false
  const cells = samples.map((row) => row[column] ?? '').filter((cell) => cell !== '')
  const fitting = cells.filter((cell) => !/\s/.test(cell) && /[.@]/.test(cell))
  return fitting.length > 0 && fitting.length >= cells.length * MOST_CELLS
}

function withoutEmptyEnd(keys: string[]): string[] {
  return keys.slice(0, keys.findLastIndex((key) => key !== '') + 1)
}
