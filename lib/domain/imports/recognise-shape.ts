import { looksLikeCount, looksLikeDate, looksLikeHost, looksLikePage } from './cell-shape.ts'
import type { ImportField } from './import-fields.ts'
import type { ImportFormat } from './import-formats.ts'
import type { FoundTable } from './table-plan.ts'
import { fieldByWords } from './tracker-words.ts'

type Shape = {
  format: ImportFormat
  cells: readonly ((cell: string) => boolean)[]
  fields: readonly (ImportField | null)[]
}

/** Search Console translates its headers, so its tables are known by what stands in their columns. */
const SHAPES: readonly Shape[] = [
  {
    format: 'gsc-sites',
    cells: [looksLikeHost, looksLikeCount, looksLikeCount],
    fields: ['prospect.url', null, null],
  },
  {
    format: 'gsc-top-linked-pages',
    cells: [looksLikePage, looksLikeCount, looksLikeCount],
    fields: [null, null, null],
  },
  { format: 'gsc-latest-links', cells: [looksLikePage, looksLikeDate], fields: ['mention.sourceUrl', null] },
  { format: 'gsc-linking-text', cells: [looksLikeCount, isWording], fields: [null, null] },
  { format: 'gsc-sample-links', cells: [looksLikePage], fields: ['mention.sourceUrl'] },
]

/**
 * A table of Search Console in any language: its first row is words, and every other row has its shape. A header that
 * means something in a person's own sheet ("Domain", "DR", "Date") makes it that instead.
 */
export function recogniseShape(rows: readonly (readonly string[])[]): FoundTable | null {
  const header = rows[0] ?? []
  const body = rows.slice(1).filter((row) => row.some((cell) => cell !== ''))
  // A header with another delimiter in it was cut in the wrong places.
  if (body.length === 0 || header.some((cell) => cell === '' || /[,;\t]/.test(cell))) return null
  const shape = SHAPES.find(
    ({ cells }) => cells.length === header.length && body.every((row) => hasShape(row, cells)),
  )
  if (!shape || isDataItself(header, shape)) return null
  const isRanked = body.every((row, at) => row[0] === String(at + 1))
  if (shape.format === 'gsc-linking-text' ? !isRanked : isOwnSheet(header)) return null
  return { format: shape.format, row: 0, fields: [...shape.fields] }
}

function hasShape(row: readonly string[], cells: Shape['cells']): boolean {
  return row.length === cells.length && cells.every((fits, at) => fits(row[at] ?? ''))
}

function isDataItself(header: readonly string[], { cells }: Shape): boolean {
  return cells.some((fits, at) => fits !== isWording && fits(header[at] ?? ''))
}

/** In a table of several columns the first may be called "Website" in other languages too; the others tell. */
function isOwnSheet(header: readonly string[]): boolean {
  const telling = header.length === 1 ? header : header.slice(1)
  return telling.some((cell) => fieldByWords(cell).known)
}

function isWording(cell: string): boolean {
  return cell !== '' && !looksLikePage(cell)
}
