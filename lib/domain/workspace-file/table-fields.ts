import { z } from 'zod'
import { parseWebAddress } from '../web-address.ts'
import { jsonValue, plainText } from './plain-json.ts'

/** What the column is called in schema.prisma. A test holds each field against it. */
export type ColumnType =
  | `${'String' | 'Int' | 'Boolean' | 'DateTime' | 'Json'}${'' | '?'}`
  | 'String[]'
  | 'Bytes'

/** One column of a table: how it travels in a workspace's file, or why it stays at home. */
export type Field =
  /** As it is. `reads` turns the value of a line into what is stored. */
  | {
      goes: 'along'
      type: ColumnType
      schema: z.ZodType
      reads?: 'time' | 'day'
      ids?: 'inside'
      missing?: unknown
    }
  /** The row's own id: it gets a new one. */
  | { goes: 'id'; type: 'String'; schema: z.ZodType }
  /** The id of a row in a table that stands before this one, or in this one. `loose`: it may lead to nothing. */
  | {
      goes: 'ref'
      type: 'String' | 'String?'
      schema: z.ZodType
      table: string
      loose: boolean
      missing?: unknown
    }
  /** Bytes in an entry of their own, whose name the line carries. */
  | { goes: 'file'; type: 'Bytes'; schema: z.ZodType }
  /** It is not in the file. A new row gets `becomes`, the moment of the import, or what the database puts there. */
  | {
      goes: 'nowhere'
      why: string
      becomes?: string | number | null
      isNow?: boolean
      from?: (row: Row) => unknown
    }

export type Row = Record<string, unknown>

const LONGEST_LINE = 500
const LONGEST_TEXT = 200_000
const LONGEST_PAGE = 8_000_000
const MOST_WORDS = 1_000
const EARLIEST = Date.UTC(1900, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

type Along = Extract<Field, { goes: 'along' }>

/** Names, titles and what else fits on a line. */
export const line = (max = LONGEST_LINE): Along => along('String', plainText(max))
export const lineOrNull = (max = LONGEST_LINE): Along => along('String?', plainText(max).nullable())
/** What people write. */
export const text = (max = LONGEST_TEXT): Along => along('String', plainText(max))
export const textOrNull = (max = LONGEST_TEXT): Along => along('String?', plainText(max).nullable())
/** The words of somebody's whole page. */
export const pageText = (): Along => along('String', plainText(LONGEST_PAGE))
/** What is compared and never shown, and may not be empty. */
export const key = (max = 700): Along => along('String', plainText(max).min(1, 'is empty'))
export const lines = (max = MOST_WORDS): Along =>
  along('String[]', z.array(plainText(LONGEST_LINE), 'is no list').max(max, 'is too long a list'))
export const addresses = (): Along =>
  along('String[]', z.array(webAddress(), 'is no list').max(MOST_WORDS, 'is too long a list'))

/** The address of a web page: http or https and nothing else. */
export const address = (): Along => along('String', webAddress())
export const addressOrNull = (): Along => along('String?', webAddress().nullable())
export const addressOrEmpty = (): Along => along('String', z.union([z.literal(''), webAddress()], NO_ADDRESS))
export const emptyOrNullAddress = (): Along =>
  along('String?', z.union([z.literal(''), webAddress(), z.null()], NO_ADDRESS))

export const oneOf = (values: readonly string[]): Along => along('String', known(values))
export const oneOfOrNull = (values: readonly string[]): Along => along('String?', known(values).nullable())

export const time = (): Along => ({ ...along('DateTime', moment()), reads: 'time' })
export const timeOrNull = (): Along => ({ ...along('DateTime?', moment().nullable()), reads: 'time' })
export const day = (): Along => ({ ...along('DateTime', calendarDay()), reads: 'day' })
export const dayOrNull = (): Along => ({ ...along('DateTime?', calendarDay().nullable()), reads: 'day' })

export const whole = (min = 0, max = 2_147_483_647): Along => along('Int', wholeNumber(min, max))
export const wholeOrNull = (min = 0, max = 2_147_483_647): Along =>
  along('Int?', wholeNumber(min, max).nullable())
export const flag = (): Along => along('Boolean', z.boolean('is neither true nor false'))

export const json = (schema: z.ZodType = jsonValue()): Along => along('Json', schema)
export const jsonOrNull = (schema: z.ZodType = jsonValue()): Along => along('Json?', schema.nullable())

/** Ids stand inside it, and are exchanged for the new ones wherever they stand. */
export const withIdsInside = (field: Along): Along => ({ ...field, ids: 'inside' })

/** For a column that came later: what a line of an older file has instead. */
export const sinceThen = <F extends Field>(field: F, missing: unknown): F => ({ ...field, missing })

export const ownId = (): Field => ({ goes: 'id', type: 'String', schema: uuid() })
export const ref = (table: string): Field => reference(table, 'String', false)
export const refOrNull = (table: string): Field => reference(table, 'String?', false)
/** Of a row that may be gone by now: no foreign key holds it. */
export const looseRef = (table: string): Field => reference(table, 'String', true)
export const looseRefOrNull = (table: string): Field => reference(table, 'String?', true)
export const file = (pattern: RegExp): Field => ({
  goes: 'file',
  type: 'Bytes',
  schema: z.string('is no text').regex(pattern, 'names no file of evidence'),
})

/** It belongs to the installation, not to the workspace. */
export const stays = (why: string, becomes?: string | number | null): Field =>
  becomes === undefined ? { goes: 'nowhere', why } : { goes: 'nowhere', why, becomes }
export const marked = (why: string): Field => ({ goes: 'nowhere', why, isNow: true })
export const derived = (why: string, from: (row: Row) => unknown): Field => ({ goes: 'nowhere', why, from })

const NO_ADDRESS = 'is no address of a web page'

function along(type: ColumnType, schema: z.ZodType): Along {
  return { goes: 'along', type, schema }
}

function reference(table: string, type: 'String' | 'String?', loose: boolean): Field {
  const schema = type === 'String' ? uuid() : uuid().nullable()
  return { goes: 'ref', type, schema, table, loose }
}

function uuid() {
  return z
    .string('is no id')
    .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'is no id')
}

function known(values: readonly string[]) {
  return z.enum(values as [string, ...string[]], 'is none of the values there are')
}

function wholeNumber(min: number, max: number) {
  return z
    .int('is no whole number')
    .min(min, 'is smaller than it can be')
    .max(max, 'is larger than it can be')
}

/** As written by `Date.toISOString`, between 1900 and 2200. */
function moment() {
  return z
    .string('is no time')
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'is no time')
    .refine((written) => new Date(written).getTime() >= EARLIEST && new Date(written).getTime() < LATEST, {
      error: 'is no time between 1900 and 2200',
    })
}

function calendarDay() {
  return z
    .string('is no day')
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'is no day')
    .refine((written) => isDay(written), { error: 'is no day between 1900 and 2200' })
}

function isDay(written: string): boolean {
  const then = new Date(`${written}T00:00:00.000Z`)
  const at = then.getTime()
  return at >= EARLIEST && at < LATEST && then.toISOString().startsWith(written)
}

function webAddress() {
  return plainText(8_000).refine((written) => isWebAddress(written), { error: NO_ADDRESS })
}

function isWebAddress(written: string): boolean {
  if (!/^https?:\/\//i.test(written)) return false
  return written.length > 2_000 ? URL.canParse(written) : parseWebAddress(written).ok
}
