import { z } from 'zod'
import type { Action } from '#lib/domain/roles.ts'

/** One field of an answer: what a document says of it, and how a column is turned into it. */
export type ApiField = {
  schema: z.ZodType
  read: (column: unknown) => unknown
  /** Who lacks this right sees nothing in it. */
  needs?: Action
}

const asIs = (column: unknown) => column
const moment = (column: unknown) => (column as Date | null)?.toISOString() ?? null
const date = (column: unknown) => (column as Date | null)?.toISOString().slice(0, 10) ?? null

export const words = (): ApiField => ({ schema: z.string(), read: asIs })
export const wordsOrNull = (): ApiField => ({ schema: z.string().nullable(), read: asIs })
export const list = (): ApiField => ({ schema: z.array(z.string()), read: asIs })
export const uuid = (): ApiField => ({ schema: z.uuid(), read: asIs })
export const uuidOrNull = (): ApiField => ({ schema: z.uuid().nullable(), read: asIs })
export const yes = (): ApiField => ({ schema: z.boolean(), read: asIs })
export const whole = (): ApiField => ({ schema: z.int(), read: asIs })
export const wholeOrNull = (): ApiField => ({ schema: z.int().nullable(), read: asIs })
/** ISO 8601 in UTC. */
export const time = (): ApiField => ({ schema: z.iso.datetime(), read: moment })
export const timeOrNull = (): ApiField => ({ schema: z.iso.datetime().nullable(), read: moment })
/** A day without a time, like 2026-03-04. */
export const day = (): ApiField => ({ schema: z.iso.date(), read: date })
export const dayOrNull = (): ApiField => ({ schema: z.iso.date().nullable(), read: date })
export const oneOf = (values: readonly string[]): ApiField => ({ schema: z.enum(values), read: asIs })
export const oneOfOrNull = (values: readonly string[]): ApiField => ({
  schema: z.enum(values).nullable(),
  read: asIs,
})
/** Whatever a workspace keeps in fields of its own. */
export const record = (): ApiField => ({
  schema: z.record(z.string(), z.unknown()),
  read: (column) => column ?? {},
})

/** What a journalist asks of whoever answers. */
export const conditions = (): ApiField => ({
  schema: z.array(z.strictObject({ kind: z.string(), words: z.string() })),
  read: (column) => (column as { kind: string; words: string }[]).map(({ kind, words }) => ({ kind, words })),
})

/** Only for those who have this right; null for everybody else. */
export function only(needs: Action, field: ApiField): ApiField {
  return { ...field, schema: z.union([field.schema, z.null()]), needs }
}
