import { type CustomNoun, type CustomValues, readCustomValue } from '#lib/domain/custom-fields.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { listCustomFields } from './custom-field-queries.ts'
import { CUSTOM_PREFIX } from './own-fields-schema.ts'

/** What was typed into a workspace's own fields, by the field's id or its key. */
export type CustomTyped = Readonly<Record<string, string>>

/**
 * The `custom` a row shall have after a form was sent: what was typed, over what stood there. Values of fields the form
 * did not ask for, removed ones too, stay. Part of a command that has asked who may.
 *
 * @throws Refusal on the first field whose value cannot be read
 */
export async function customValuesAfter(
  of: { scope: WorkspaceScope; noun: CustomNoun },
  typed: CustomTyped,
  before: unknown,
): Promise<CustomValues> {
  const values = { ...(before as CustomValues | null) }
  for (const field of await listCustomFields(of.scope, of.noun)) {
    const name = typed[field.id] === undefined ? field.key : field.id
    const text = typed[name]
    if (text === undefined) continue
    // A choice that was taken off the list since stays where nobody touched it.
    if (String(values[field.key] ?? '') === text.trim()) continue
    const read = readCustomValue(field, text)
    if (!read.ok) throw new Refusal(read.error, '', CUSTOM_PREFIX + name)
    if (read.value === null) delete values[field.key]
    else values[field.key] = read.value
  }
  return values
}
