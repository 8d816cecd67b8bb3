import { z } from 'zod'
import { choice, id, optionalText, text } from '../form-fields.ts'

const REMARK_PARTS = ['body', 'subject'] as const
const QUOTE_MAX_CHARACTERS = 1_000
const REMARK_MAX_CHARACTERS = 2_000

const remarkId = id('a remark')

export const remarkSchema = z.object({
  pitchId: id('a pitch'),
  /** The revision that was read. */
  revision: z.coerce.number('Please load this page again.').int().min(1).max(1_000_000_000),
  quote: text('the words you mean', { max: QUOTE_MAX_CHARACTERS }),
  /** Where they were selected, and in which part they begin. */
  part: choice(REMARK_PARTS).catch('body'),
  position: z.coerce.number().int().min(0).max(1_000_000).nullable().catch(null),
  text: text('what you have to say', { max: REMARK_MAX_CHARACTERS }),
  /** Made when the form is drawn: pressing twice sends the same one twice. */
  once: z.uuid('Please load this page again.'),
})

export const answerRemarkSchema = z.object({
  remarkId,
  answer: optionalText(REMARK_MAX_CHARACTERS),
  intent: choice(['answer', 'settle']).catch('answer'),
})

export const remarkIdSchema = z.object({ remarkId })

export type RemarkInput = z.output<typeof remarkSchema>
export type AnswerRemarkInput = z.output<typeof answerRemarkSchema>
