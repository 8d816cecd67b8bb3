import { z } from 'zod'
import { OVERRULE_OUTCOMES } from '#lib/domain/link-check/outcome-decisions.ts'
import { OWN_LOOKS } from '#lib/domain/own-look.ts'
import { choice, id, optionalText, text } from '../form-fields.ts'

const REASON_MAX_CHARACTERS = 2_000
const WORDS_MAX_CHARACTERS = 5_000

/** Which mention, and how it stood when the person read it: a decision counts for what they had before their eyes. */
const before = {
  mentionId: id('a mention'),
  lookNumber: z.coerce.number('Please load this page again.').int().min(0).max(1_000_000_000),
  /** Since when it waited; empty where it did not. */
  reviewSince: z
    .union([z.literal('').transform(() => null), z.iso.datetime().transform((at) => new Date(at))], {
      error: 'Please load this page again.',
    })
    .optional()
    .transform((at) => at ?? null),
}

export const confirmSchema = z.object(before)

export const overruleSchema = z.object({
  ...before,
  outcome: choice(OVERRULE_OUTCOMES, 'what it really comes to'),
  reason: text('why', { max: REASON_MAX_CHARACTERS }),
})

export const seenByPersonSchema = z.object({
  ...before,
  saw: choice(OWN_LOOKS, 'what you saw'),
  words: optionalText(WORDS_MAX_CHARACTERS),
})

export type ConfirmInput = z.output<typeof confirmSchema>
export type OverruleInput = z.output<typeof overruleSchema>
export type SeenByPersonInput = z.output<typeof seenByPersonSchema>
