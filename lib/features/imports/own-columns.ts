import { type CustomNoun, readCustomValue } from '#lib/domain/custom-fields.ts'
import { readBackCell } from '#lib/domain/exports/csv-line.ts'
import { headerKey } from '#lib/domain/imports/header-text.ts'
import { importFieldOf } from '#lib/domain/imports/import-fields.ts'
import type { ImportFormat } from '#lib/domain/imports/import-formats.ts'
import { isFixedColumn } from '#lib/domain/imports/own-format-rules.ts'
import type { ImportMapping } from '#lib/domain/imports/plan-table.ts'
import { tagKeyOf } from '#lib/domain/tags.ts'
import type { WorkspaceField } from '../prospects/custom-field-queries.ts'
import type { OwnValues } from './wanted-things.ts'

/** One column of a file, as a person or a guess says what it is. `field`: of IMPORT_FIELD_TABLE, or `ownFieldName`. */
export type ColumnChoice = { header: string; field: string | null }
export type OwnColumn = { at: number; field: WorkspaceField }

/** How a mapping names a field of a workspace's own: "prospect.custom.audience". */
export function ownFieldName({ noun, key }: Pick<WorkspaceField, 'noun' | 'key'>): string {
  return `${noun}.custom.${key}`
}

/** A field of the workspace's own by such a name; "custom.audience" is the outlet's before it is a person's. */
export function ownFieldOf(name: string, fields: readonly WorkspaceField[]): WorkspaceField | null {
  const match = /^(?:(prospect|contact)\.)?custom\.(.+)$/.exec(name.trim())
  if (!match) return null
  const [, noun, key] = match
  const named = fields.filter((field) => field.key === key && (!noun || field.noun === noun))
  return named.find((field) => field.noun === 'prospect') ?? named[0] ?? null
}

/** What the reader of files shall know of a mapping: columns of a workspace's own are nothing to it. */
export function mappingForReader(choices: readonly ColumnChoice[] | null): ImportMapping | null {
  if (!choices) return null
  return Object.fromEntries(
    choices.map(({ header, field }) => [header, field && importFieldOf(field) ? field : null]),
  )
}

/**
 * Which columns are fields of the workspace's own: as a person said; or, where nothing else is known of a column, by a
 * header that is the field's name.
 */
export function ownColumns(
  columns: readonly { header: string; field: string | null }[],
  choices: readonly ColumnChoice[] | null,
  fields: readonly WorkspaceField[],
  format: ImportFormat,
): { columns: OwnColumn[]; problems: string[] } {
  const nobodys: string[] = []
  const found = columns.flatMap(({ header, field: known }, at) => {
    const choice = choices?.find((each) => each.header === header)
    if (choice) {
      const field = choice.field ? ownFieldOf(choice.field, fields) : null
      return field ? [{ at, field }] : []
    }
    if (known !== null) return []
    if (isOwnFile(format)) {
      const label = readBackCell(header)
      if (label === '' || isFixedColumn(format, headerKey(label))) return []
      const field = ofOwnFile(label, format, fields)
      if (!field) nobodys.push(label.replace(OWN_FIELD, ''))
      return field ? [{ at, field }] : []
    }
    const field = ownFieldOf(header, fields) ?? byLabel(header, fields)
    return field ? [{ at, field }] : []
  })
  return { columns: found, problems: nobodys.length > 0 ? [nobodysWords(nobodys)] : [] }
}

const OWN_FIELD = / \(own field ([^()]+)\)$/

function isOwnFile(format: ImportFormat): boolean {
  return format === 'rapport-prospects' || format === 'rapport-contacts'
}

/** By the key that our file gives where a label alone is not clear, else by label: lib/features/exports/own-columns.ts */
function ofOwnFile(label: string, format: ImportFormat, fields: readonly WorkspaceField[]) {
  const noun: CustomNoun = format === 'rapport-contacts' ? 'contact' : 'prospect'
  const ofNoun = fields.filter((field) => field.noun === noun)
  const key = OWN_FIELD.exec(label)?.[1]
  if (key !== undefined) return ofNoun.find((field) => field.key === key) ?? null
  return byLabel(label, ofNoun)
}

function nobodysWords(labels: readonly string[]): string {
  const names = labels.slice(0, 10).map((label) => `“${label}”`)
  const more = labels.length > names.length ? ` and ${labels.length - names.length} more` : ''
  return `No field of your own here is called ${names.join(', ')}${more}, so ${labels.length === 1 ? 'that column is' : 'those columns are'} left out. Make the field under Settings first, and read the file again, to bring it in.`
}

/** What a row has in those columns, and a sentence for each cell that could not be read. */
export function ownValues(
  columns: readonly OwnColumn[],
  cells: readonly string[],
  format: ImportFormat,
): { values: OwnValues; problems: string[] } {
  if (columns.length === 0) return { values: NO_VALUES, problems: [] }
  const values: OwnValues = { prospect: {}, contact: {} }
  const problems: string[] = []
  for (const { at, field } of columns) {
    const cell = cells[at] ?? ''
    const read = readCustomValue(field, isOwnFile(format) ? readBackCell(cell) : cell)
    if (!read.ok) problems.push(`${field.label} was left out: ${read.error}`)
    else if (read.value !== null) values[field.noun as CustomNoun][field.key] = read.value
  }
  return { values, problems }
}

/** One for all rows: a file may have very many. */
const NO_VALUES: OwnValues = { prospect: {}, contact: {} }

function byLabel(header: string, fields: readonly WorkspaceField[]): WorkspaceField | null {
  const named = fields.filter(({ label }) => tagKeyOf(label) === tagKeyOf(header))
  return named.find(({ noun }) => noun === 'prospect') ?? named[0] ?? null
}
