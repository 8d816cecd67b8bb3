import { z } from 'zod'
import { isLocalDate } from '#lib/domain/local-date.ts'
import { FACT_KINDS } from '#lib/domain/requests/fact-kinds.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { choice, id, line, optionalLine, text } from '../form-fields.ts'

export const FACT_TITLE_MAX = 120
export const FACT_TEXT_MAX = 4_000
export const FACTS_MAX = 500
/** A removed one may be brought back for as long as anything lies in the trash. */
export const FACT_KEPT_DAYS = 30

const written = {
  title: line('what it is about', { max: FACT_TITLE_MAX }),
  text: text('the words', { max: FACT_TEXT_MAX }),
  person: optionalLine(FACT_TITLE_MAX),
  source: optionalLine(300),
  sourceUrl: z
    .string()
    .optional()
    .default('')
    .transform((typed, context) => {
      if (typed.trim() === '') return ''
      const parsed = parseWebAddress(typed)
      if (parsed.ok) return parsed.url
      context.addIssue({ code: 'custom', message: parsed.error })
      return z.NEVER
    }),
  saidOn: z
    .string()
    .optional()
    .default('')
    .transform((typed) => typed.trim())
    .refine((typed) => typed === '' || isLocalDate(typed), 'Please give a day, like 2026-05-12.')
    .transform((typed) => typed || null),
}

export const addFactSchema = z.object({
  siteId: id('a site'),
  kind: choice(FACT_KINDS, 'what it is'),
  ...written,
})
export const changeFactSchema = z.object({ factId: id('a fact'), ...written })
export const factIdSchema = z.object({ factId: id('a fact') })

export type AddFactInput = z.output<typeof addFactSchema>
export type ChangeFactInput = z.output<typeof changeFactSchema>
