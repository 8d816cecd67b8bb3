import { z } from 'zod'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { id, line, list, text } from '../form-fields.ts'

/** Shorter words stand everywhere. */
const SHORTEST_WORDS = 4

const insightFields = {
  title: line('its title', { max: 200 }),
  url: z.string({ error: 'Please paste its address.' }).transform((typed, context) => {
    const parsed = parseWebAddress(typed)
    if (parsed.ok) return parsed.url
    context.addIssue({ code: 'custom', message: parsed.error })
    return z.NEVER
  }),
  siteId: id('which site it stands on'),
  publishedOn: z
    .union([z.literal('').transform(() => null), z.iso.date()], {
      error: 'Please give a date that is on the calendar.',
    })
    .optional()
    .transform((date) => date ?? null),
  whatsNew: text('what is new in it', { max: 2_000 }),
  citedAs: list({ max: 10, each: 120 }).refine(
    (entries) => entries.every((entry) => [...entry].length >= SHORTEST_WORDS),
    `At least ${SHORTEST_WORDS} letters each, please: shorter words stand everywhere.`,
  ),
}

export const addInsightSchema = z.object(insightFields)
export const changeInsightSchema = z.object({ ...insightFields, insightId: id('an insight') })
export const citationSchema = z.object({ insightId: id('an insight'), mentionId: id('a mention') })

export type AddInsightInput = z.output<typeof addInsightSchema>
export type ChangeInsightInput = z.output<typeof changeInsightSchema>
export type CitationInput = z.output<typeof citationSchema>
