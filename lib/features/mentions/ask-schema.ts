import { z } from 'zod'
import { ASK_ANSWERS } from '#lib/domain/link-ask.ts'
import { choice, id, text } from '../form-fields.ts'

const REASON_MAX_CHARACTERS = 1_000
const DATE = /^\d{4}-\d\d-\d\d$/

export const recordAskSchema = z.object({
  mentionId: id('a mention'),
  reason: text('what their readers would have of it', { max: REASON_MAX_CHARACTERS }),
})

export const closeAskSchema = z.object({
  mentionId: id('a mention'),
  answer: choice(ASK_ANSWERS, 'how it ended'),
})

/** The day on which their page came out; empty where nobody knows any more. */
export const publishedOnSchema = z.object({
  mentionId: id('a mention'),
  publishedOn: z
    .union([z.literal('').transform(() => null), z.string().regex(DATE).pipe(z.iso.date())], {
      error: 'Please give a date that is on the calendar.',
    })
    .optional()
    .transform((date) => date ?? null),
})

export type RecordAskInput = z.output<typeof recordAskSchema>
export type CloseAskInput = z.output<typeof closeAskSchema>
export type PublishedOnInput = z.output<typeof publishedOnSchema>
