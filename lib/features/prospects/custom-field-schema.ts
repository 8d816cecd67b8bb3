import { z } from 'zod'
import { CUSTOM_FIELD_KINDS, CUSTOM_NOUNS } from '#lib/domain/custom-fields.ts'
import { choice, id, line } from '../form-fields.ts'

const CHOICES_MAX = 100
const LABEL_MAX_CHARACTERS = 60

export const customFieldSchema = z
  .object({
    noun: choice(CUSTOM_NOUNS, 'whose field it is'),
    label: line('a name', { max: LABEL_MAX_CHARACTERS }),
    kind: choice(CUSTOM_FIELD_KINDS, 'a kind'),
    choices: choicesTyped(),
  })
  .refine(({ kind, choices }) => kind !== 'choice' || choices.length > 0, {
    path: ['choices'],
    message: 'Please give at least one choice.',
  })

export const changeCustomFieldSchema = z.object({
  fieldId: id('a field'),
  label: line('a name', { max: LABEL_MAX_CHARACTERS }),
  choices: choicesTyped(),
})

export const moveCustomFieldSchema = z.object({
  fieldId: id('a field'),
  towards: choice(['up', 'down'], 'a direction'),
})

export const oneCustomFieldSchema = z.object({ fieldId: id('a field') })

export type CustomFieldInput = z.output<typeof customFieldSchema>
export type ChangeCustomFieldInput = z.output<typeof changeCustomFieldSchema>

/** One choice a line: a choice may have a comma in it. Doubles, whatever their case, are left out. */
function choicesTyped() {
  return z
    .string()
    .max(CHOICES_MAX * 200, 'That is too long a list.')
    .optional()
    .default('')
    .transform((typed) => {
      const byKey = new Map<string, string>()
      for (const entry of typed.split('\n')) {
        const name = entry.replace(/\s+/g, ' ').trim()
        if (name && !byKey.has(name.toLowerCase())) byKey.set(name.toLowerCase(), name)
      }
      return [...byKey.values()]
    })
    .pipe(
      z
        .array(z.string().max(100, 'Please keep each choice under 100 characters.'))
        .max(CHOICES_MAX, `At most ${CHOICES_MAX} choices, please.`),
    )
}
