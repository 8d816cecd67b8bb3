import { z } from 'zod'
import { type NewId, withNewIds } from './moved-ids.ts'
import { isObject } from './plain-json.ts'
import type { Field, Row } from './table-fields.ts'
import type { WorkspaceTable } from './workspace-table.ts'

const DAY_CHARACTERS = 10

/** A stored row as it stands on a line of the file. `fileOf` names the entry of a column of bytes. */
export function lineOf(table: WorkspaceTable, stored: Row, now: Date, fileName?: string): Row {
  const row = table.leaving ? table.leaving(stored, now) : stored
  const line: Row = {}
  for (const [name, field] of Object.entries(table.fields)) {
    if (field.goes === 'nowhere') continue
    line[name] = field.goes === 'file' ? fileName : written(row[name], field)
  }
  return line
}

function written(value: unknown, field: Field): unknown {
  if (!(value instanceof Date)) return value ?? null
  const iso = value.toISOString()
  return field.goes === 'along' && field.reads === 'day' ? iso.slice(0, DAY_CHARACTERS) : iso
}

/** Checks lines of one table, each by itself. The words follow "line 12 of ...: ". */
export function lineChecker(table: WorkspaceTable) {
  const travelling = Object.entries(table.fields).filter(([, field]) => field.goes !== 'nowhere')
  const missing = travelling.flatMap(([name, field]) =>
    'missing' in field && field.missing !== undefined ? [[name, field.missing] as const] : [],
  )
  const shape: Record<string, z.ZodType> = {}
  for (const [name, field] of travelling) if ('schema' in field) shape[name] = field.schema
  const schema = z.strictObject(shape)
  return (value: unknown): { ok: true; row: Row } | { ok: false; words: string } => {
    if (!isObject(value)) return { ok: false, words: 'it is no object' }
    for (const [name, instead] of missing) if (!Object.hasOwn(value, name)) value[name] = instead
    const strange = Object.keys(value).find((name) => !Object.hasOwn(shape, name))
    if (strange !== undefined) return { ok: false, words: `there is no field ${shortName(strange)}` }
    const lost = travelling.find(([name]) => !Object.hasOwn(value, name))
    if (lost) return { ok: false, words: `${lost[0]} is missing` }
    const read = schema.safeParse(value)
    if (!read.success) return { ok: false, words: wordsFor(read.error) }
    const row = read.data as Row
    const trouble = table.check?.(row)
    return trouble ? { ok: false, words: trouble } : { ok: true, row }
  }
}

/** A checked line as it is stored, without its workspace. What leads to a row of its own table waits in `later`. */
export function storedOf(
  table: WorkspaceTable,
  line: Row,
  { newId, now }: { newId: NewId; now: Date },
): { row: Row; later: Row } {
  const row: Row = {}
  const later: Row = {}
  for (const [name, field] of Object.entries(table.fields)) {
    const value = stored(field, line[name] ?? insteadOf(field), line, { newId, now })
    if (value === undefined) continue
    if (field.goes === 'ref' && field.table === table.model && value !== null) later[name] = value
    else row[name] = value
  }
  return { row: table.arriving ? table.arriving(row) : row, later }
}

/** What a line of an older file has for a column that came later. */
function insteadOf(field: Field): unknown {
  return 'missing' in field && field.missing !== undefined ? field.missing : null
}

function stored(
  field: Field,
  value: unknown,
  line: Row,
  { newId, now }: { newId: NewId; now: Date },
): unknown {
  switch (field.goes) {
    case 'id':
      return newId(String(value))
    case 'ref':
      return value === null ? null : newId(String(value))
    case 'file':
      return undefined
    case 'nowhere':
      if (field.isNow) return now
      return field.from ? field.from(line) : field.becomes
    case 'along':
      // An absent value leaves a column of JSON empty; a null would be JSON's own null.
      if (value === null) return field.type === 'Json?' ? undefined : null
      if (field.reads) return new Date(field.reads === 'day' ? `${value}T00:00:00.000Z` : String(value))
      return field.ids ? withNewIds(value, newId) : value
  }
}

function wordsFor(error: z.ZodError): string {
  const [issue] = error.issues
  const words = issue?.message ?? 'is not as it should be'
  return `${shortName(issue?.path.join('.') || 'it')} ${words}`
}

function shortName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]/gu, '').slice(0, 60) || 'without a name'
}
