import { z } from 'zod'
import type { FieldError } from './problem.ts'

/**
 * How a form's fields are spoken of in JSON. The rules stay the form's: its own schema reads what comes out of this.
 *
 * `flags` are ticks: true and false. `lists` are typed into one text by people, parted by the sign named here. `records`
 * hold texts by name. `leftOut` are fields that only a person answers, before their own screen.
 */
export type FormBodyWords = {
  flags?: readonly string[]
  lists?: Readonly<Record<string, ',' | '\n'>>
  records?: readonly string[]
  leftOut?: readonly string[]
  /** Said by the address, not by the body. */
  fromPath?: readonly string[]
}

type Shape = 'flag' | 'list' | 'record' | 'text'
export type FormBody = {
  schema: z.ZodType
  /** Its fields, as a document describes them. */
  json: JsonObject
  shapes: ReadonlyMap<string, Shape>
  separators: Readonly<Record<string, string>>
}
export type JsonObject = { [key: string]: unknown }

const LONGEST_LIST = 200
const LONGEST_RECORD = 200

/** A body that a form's schema reads. Everything the form does not know is refused. */
export function formBody(schema: z.ZodType, words: FormBodyWords = {}): FormBody {
  const form = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonObject
  const { flags = [], lists = {}, records = [], leftOut = [], fromPath = [] } = words
  const fields = Object.entries((form.properties ?? {}) as Record<string, JsonObject>).filter(
    ([name]) => !leftOut.includes(name) && !fromPath.includes(name),
  )
  const required = ((form.required ?? []) as string[]).filter((name) =>
    fields.some(([each]) => each === name),
  )
  const shapeOf = (name: string): Shape => {
    if (flags.includes(name)) return 'flag'
    if (name in lists) return 'list'
    return records.includes(name) ? 'record' : 'text'
  }
  const described = fields.map(([name, field]) => [
    name,
    fieldJson(shapeOf(name), field, required.includes(name)),
  ])
  return {
    schema,
    shapes: new Map(fields.map(([name]) => [name, shapeOf(name)])),
    separators: lists,
    json: {
      type: 'object',
      properties: Object.fromEntries(described),
      ...(required.length > 0 ? { required } : {}),
      additionalProperties: false,
    },
  }
}

/** As the form would have sent it, or what is wrong with it. Nothing of it is judged here but its kind. */
export function asForm(
  { shapes, separators }: FormBody,
  body: unknown,
): { ok: true; values: Record<string, unknown> } | { ok: false; errors: FieldError[] } {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { ok: false, errors: [{ field: '', message: 'The body has to be one JSON object.' }] }
  const errors: FieldError[] = []
  const values: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(body)) {
    const shape = shapes.get(field)
    const read = shape
      ? readField(shape, value, separators[field] ?? '')
      : { error: 'There is no such field here.' }
    if ('error' in read) errors.push({ field: shownName(field), message: read.error })
    else values[field] = read.value
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, values }
}

/** What a database can keep: no NUL, and no half of a pair of UTF-16. */
export function isKeepable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

type Read = { value: unknown } | { error: string }
const NOT_KEEPABLE = { error: 'There is a character in it that cannot be kept.' }

function readField(shape: Shape, value: unknown, separator: string): Read {
  if (shape === 'flag') {
    if (typeof value !== 'boolean') return { error: 'Please say true or false.' }
    return { value: value ? 'on' : '' }
  }
  if (value === null) return { value: shape === 'record' ? {} : '' }
  if (shape === 'record') return readRecord(value)
  if (shape === 'list') return readList(value, separator)
  if (typeof value !== 'string') return { error: 'Please give a text.' }
  return isKeepable(value) ? { value } : NOT_KEEPABLE
}

function readList(value: unknown, separator: string): Read {
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string'))
    return { error: 'Please give a list of texts.' }
  if (value.length > LONGEST_LIST) return { error: `At most ${LONGEST_LIST} entries, please.` }
  const parted = value.find((each) => each.includes(separator))
  if (parted !== undefined)
    return {
      error: separator === ',' ? 'There is no comma in one of these.' : 'Please keep each on one line.',
    }
  return value.every(isKeepable) ? { value: value.join(separator) } : NOT_KEEPABLE
}

function readRecord(value: unknown): Read {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { error: 'Please give an object of texts.' }
  const entries = Object.entries(value)
  if (entries.length > LONGEST_RECORD) return { error: `At most ${LONGEST_RECORD} entries, please.` }
  if (!entries.every(([name, each]) => typeof each === 'string' && name !== '__proto__'))
    return { error: 'Please give an object of texts.' }
  return entries.every(([name, each]) => isKeepable(name) && isKeepable(each as string))
    ? { value: Object.fromEntries(entries) }
    : NOT_KEEPABLE
}

function fieldJson(shape: Shape, field: JsonObject, isRequired: boolean): JsonObject {
  if (shape === 'flag') return { type: 'boolean', default: false }
  const kind = isRequired ? (type: string) => type : (type: string) => [type, 'null']
  if (shape === 'list') return { type: kind('array'), items: { type: 'string' } }
  if (shape === 'record') return { type: kind('object'), additionalProperties: { type: 'string' } }
  const choices = Array.isArray(field.enum) ? field.enum : undefined
  if (choices)
    return isRequired
      ? { type: 'string', enum: choices }
      : { type: kind('string'), enum: [...choices, '', null] }
  const { format, maxLength } = field
  return {
    type: kind('string'),
    // Left empty is as good as left out, which no format allows.
    ...(isRequired && typeof format === 'string' ? { format } : {}),
    ...(typeof maxLength === 'number' ? { maxLength } : {}),
  }
}

/** A name that somebody made up is said again only as far as anybody reads. */
function shownName(field: string): string {
  return field.replaceAll('\0', '').toWellFormed().slice(0, 80)
}
