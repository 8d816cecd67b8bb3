import { z } from 'zod'
import { CUSTOM_FIELDS_MAX } from '#lib/domain/custom-fields.ts'
import { parseTags, TAG_MAX_CHARACTERS, TAGS_MAX } from '#lib/domain/tags.ts'

/** How forms name what a workspace's own field holds: "custom.<its id>". */
export const CUSTOM_PREFIX = 'custom.'

/** Tags as typed into one line, parted by commas. Undefined where the form does not ask for them. */
export function tagsTyped() {
  return z
    .string()
    .max(TAGS_MAX * (TAG_MAX_CHARACTERS + 2), `At most ${TAGS_MAX} tags, please.`)
    .transform(parseTags)
    .optional()
}

/** What was typed into a workspace's own fields, by the field's id or key. What each may hold, and how long it may be, the command asks. */
export function customTyped() {
  return z.record(z.string(), z.string()).optional()
}

/** Gathers the `custom.…` fields of a form into one record before the rest is read. */
export function withCustomValues<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((fields) => {
    if (typeof fields !== 'object' || fields === null) return fields
    const own = Object.entries(fields)
      .filter(([name]) => name.startsWith(CUSTOM_PREFIX))
      .slice(0, CUSTOM_FIELDS_MAX)
      .map(([name, typed]) => [name.slice(CUSTOM_PREFIX.length), typed])
    return own.length > 0 ? { ...fields, custom: Object.fromEntries(own) } : fields
  }, schema)
}
