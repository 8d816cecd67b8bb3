import { z } from 'zod'
import { TOUCH_KINDS } from '#lib/domain/touch-kinds.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { choice, id, optionalId, optionalText } from '../form-fields.ts'

export const TOUCH_NOTE_MAX_CHARACTERS = 2_000

const optionalAddress = z
  .string()
  .optional()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return ''
    const parsed = parseWebAddress(typed)
    if (parsed.ok) return parsed.url
    context.addIssue({ code: 'custom', message: parsed.error })
    return z.NEVER
  })

export const touchSchema = z.object({
  prospectId: id('a prospect'),
  contactId: optionalId(),
  kind: choice(TOUCH_KINDS, 'what happened'),
  note: optionalText(TOUCH_NOTE_MAX_CHARACTERS),
  url: optionalAddress,
})

export type TouchInput = z.output<typeof touchSchema> & {
  /** When it happened, where that was not now: for the seed and imports. */
  at?: Date
}
