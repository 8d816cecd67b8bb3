import { tagKeyOf } from '#lib/domain/tags.ts'
import type { Step } from './import-plan.ts'

/** The making of a thing: every field that says something. */
export function made(id: string, label: string, fields: Record<string, unknown>): Step {
  const set = Object.fromEntries(
    Object.entries(fields)
      .filter(([, after]) => !isEmpty(after))
      .map(([field, after]) => [field, { before: null, after }]),
  )
  return { is: 'new', id, label, set }
}

/** What of a thing is written; not who it is to an import. */
export function fieldsOf<T extends { id: string; isOurs: boolean; isTrashed: boolean }>(
  thing: T,
): Record<string, unknown> {
  const { id: _, isOurs: __, isTrashed: ___, ...fields } = thing as T & Record<string, unknown>
  const { addressKeys: ____, prospectIds: _____, ...rest } = fields as Record<string, unknown>
  return rest
}

/** Two spellings of one tag are one, the last one holds. */
export function uniqueTags(tags: readonly string[]): string[] {
  return [...new Map(tags.map((tag) => [tagKeyOf(tag), tag])).values()]
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return Array.isArray(value)
    ? value.length === 0
    : typeof value === 'object' && Object.keys(value).length === 0
}
