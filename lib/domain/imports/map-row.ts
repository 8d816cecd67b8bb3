import { parseTags } from '../tags.ts'
import { IMPORT_FIELD_TABLE, type ImportField } from './import-fields.ts'
import { formatFacts, type ImportFormat } from './import-formats.ts'
import type { ImportRecord, MappedRow } from './import-record.ts'
import { readTags } from './import-values.ts'
import { contactOf } from './row-contact.ts'
import { mentionOf, warnOfProvenance } from './row-mention.ts'
import { prospectOf } from './row-prospect.ts'
import { type RowValues, rowValuesOf } from './row-values.ts'
import type { PlannedColumn, TablePlan } from './table-plan.ts'

/** Columns an exporter fills in every row. A row that ends before them was cut off, and its claim is not known. */
const ALWAYS_FILLED: readonly (ImportField | null)[] = [
  'mention.unlinked',
  'mention.nofollow',
  'mention.ugc',
  'mention.sponsored',
]
/** Of the "lost" columns, "Lost link" says yes or no in every row; "Lost" is empty for most. */
const ALWAYS_FILLED_LOST = /link|flag/i

/** Reads one row of a table by its plan. A refusal says in a sentence what is wrong with the row. */
export function mapRow(plan: TablePlan, cells: readonly string[]): MappedRow {
  const width = lastFilled(cells) + 1
  if (width > plan.columns.length) {
    return refused(
      `This row has ${width} cells where the header has ${plan.columns.length}, so its columns have slipped.`,
    )
  }
  if (cells.length < cellsNeeded(plan)) {
    return refused(`This row ends after ${cells.length} of ${plan.columns.length} cells: it looks cut off.`)
  }
  return mapValues(plan.format, rowValuesOf(plan, cells))
}

/** Reads what a row or a contact card says. */
export function mapValues(format: ImportFormat, values: RowValues): MappedRow {
  const { warnings } = values
  const found = mentionOf(values, format)
  if (!found.ok) return { ...refused(found.reason), warnings }
  const contact = contactOf(values)
  const outlet = prospectOf(values, found.mention, formatFacts(format).isOurs === true)
  if (!outlet.ok) return { ...refused(outlet.reason), warnings }
  const record: ImportRecord = {
    prospect: outlet.prospect,
    contact,
    mention: found.mention,
    ...restOf(values, formatFacts(format).isOurs === true),
  }
  const { needs } = formatFacts(format)
  if (needs && !isThere(needs, record)) {
    return {
      ...refused(`There is no ${IMPORT_FIELD_TABLE[needs].replace(/^.*: /, '')} in this row.`),
      warnings,
    }
  }
  if (!record.prospect && !record.contact && !record.mention) {
    return { ...refused('There is no outlet, person or page in this row.'), warnings }
  }
  warnOfProvenance(values)
  return { ok: true, record, warnings }
}

function refused(reason: string): MappedRow & { ok: false } {
  return { ok: false, reason, warnings: [] }
}

function cellsNeeded({ format, columns }: TablePlan): number {
  const { claims, needs } = formatFacts(format)
  const isFilled = ({ field, header }: PlannedColumn) =>
    ALWAYS_FILLED.includes(field) || (field === 'mention.lost' && ALWAYS_FILLED_LOST.test(header))
  return (
    columns.findLastIndex((column) => (needs && column.field === needs) || (claims && isFilled(column))) + 1
  )
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '')
}

function isThere(field: ImportField, { prospect, contact, mention }: ImportRecord): boolean {
  if (field === 'prospect.url') return prospect?.url !== undefined
  return field === 'contact.email' ? contact?.email !== undefined : mention !== null
}

function restOf(values: RowValues, isOurs: boolean): Omit<ImportRecord, 'prospect' | 'contact' | 'mention'> {
  // Files of ours part tags as people type them; other signs may stand inside of one.
  const tags = [...new Set(values.all('tags').flatMap(isOurs ? parseTags : readTags))]
  const notes = notesOf(values)
  const status = values.first('status')
  const pitchedOn = values.date('pitchedOn')
  const followUpOn = values.date('followUpOn')
  const connectedOn = values.date('connectedOn')
  return {
    ...(tags.length === 0 ? {} : { tags }),
    ...(notes === '' ? {} : { notes }),
    ...(status === '' ? {} : { status }),
    ...(pitchedOn === undefined ? {} : { pitchedOn }),
    ...(followUpOn === undefined ? {} : { followUpOn }),
    ...(connectedOn === undefined ? {} : { connectedOn }),
  }
}

/** Notes as written, then what an exporter saw around the link and why it was lost. */
function notesOf(values: RowValues): string {
  const [before, after] = [values.first('mention.before'), values.first('mention.after')]
  const around = [before, `[${values.first('mention.anchor')}]`, after]
    .filter((part) => part !== '')
    .join(' ')
  const reason = values.first('mention.lostReason')
  return [
    ...values.all('notes'),
    ...(before || after ? [`Around the link: ${around}`] : []),
    ...(reason ? [`Lost: ${reason}`] : []),
  ].join('\n')
}
