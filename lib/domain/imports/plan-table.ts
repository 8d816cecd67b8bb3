import { headerKey } from './header-text.ts'
import { type DateOrder, dateOrderOf } from './import-dates.ts'
import { DATE_FIELDS, type ImportField, importFieldOf } from './import-fields.ts'
import { formatFacts, type ImportFormat } from './import-formats.ts'
import { recogniseTable, rowWithHeaders } from './recognise-table.ts'
import type { FoundTable, TablePlan } from './table-plan.ts'

/** Headers to fields, made by hand. Null means that nothing is read from the column. */
export type ImportMapping = Readonly<Record<string, string | null>>

/** What a person settles on the mapping screen. `dateOrder` is for dates that say nothing of it themselves. */
export type ImportChoices = { mapping?: ImportMapping | null; dateOrder?: DateOrder | null }

/** A mapping made by hand finds its header row itself, where no format is recognised. */
export function findTable(
  rows: readonly (readonly string[])[],
  { mapping }: ImportChoices,
): FoundTable | null {
  const found = recogniseTable(rows)
  if (found || !mapping) return found
  const row = rowWithHeaders(rows, Object.keys(mapping))
  return row === null ? null : { format: 'spreadsheet', row, fields: (rows[row] ?? []).map(() => null) }
}

/**
 * How the rows below a found header are read. `problems` are sentences about a mapping that names what is not there.
 *
 * @param samples rows below the header: their dates tell whether the day comes first
 */
export function planTable(
  found: FoundTable,
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  { mapping, dateOrder = null }: ImportChoices,
): { plan: TablePlan; problems: string[] } {
  const { byKey, problems } = readMapping(mapping ?? {}, headers)
  const fields = headers.map((header, at) => {
    const mapped = byKey.get(headerKey(header))
    return mapped === undefined ? (found.fields[at] ?? null) : mapped
  })
  const datesOf = (at: number) => samples.map((row) => row[at] ?? '')
  const dateColumns = fields.flatMap((field, at) => (isDate(field) ? [at] : []))
  // A column whose own dates do not say which is the day follows the other columns of the file.
  const order = dateOrderOf(dateColumns.flatMap(datesOf)) ?? dateOrder
  const columns = headers.map((header, at) => ({
    header: header.trim(),
    field: settledName(fields[at] ?? null, fields, found.format),
    dateOrder: dateColumns.includes(at) ? (dateOrderOf(datesOf(at)) ?? order) : null,
  }))
  return { plan: { format: found.format, columns }, problems }
}

function readMapping(mapping: ImportMapping, headers: readonly string[]) {
  const there = new Set(headers.map(headerKey))
  const byKey = new Map<string, ImportField | null>()
  const problems: string[] = []
  for (const [header, name] of Object.entries(mapping)) {
    const field = name === null || name.trim() === '' ? null : importFieldOf(name)
    if (!there.has(headerKey(header)))
      problems.push(`The mapping names a column "${header}" that this file does not have.`)
    else if (field === null && name?.trim())
      problems.push(`The mapping names a field "${name}" that Rapport does not have.`)
    else byKey.set(headerKey(header), field)
  }
  return { byKey, problems }
}

/** "Name" is the person where a column for the outlet exists, else the outlet. */
function settledName(
  field: ImportField | null,
  fields: readonly (ImportField | null)[],
  format: ImportFormat,
): ImportField | null {
  if (field !== 'name') return field
  const hasOutlet = fields.includes('prospect.url') || fields.includes('prospect.name')
  return hasOutlet || formatFacts(format).claims ? 'contact.name' : 'prospect.name'
}

function isDate(field: ImportField | null): boolean {
  return field !== null && DATE_FIELDS.includes(field)
}
