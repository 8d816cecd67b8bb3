import { z } from 'zod'
import { VETTING_ANSWERS, VETTING_QUESTIONS } from '#lib/domain/vetting.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { choice, id, optionalText } from '../form-fields.ts'

export const vettingSchema = z
  .object({
    prospectId: id('a prospect'),
    question: choice(VETTING_QUESTIONS, 'a question'),
    answer: choice(VETTING_ANSWERS, 'an answer'),
    evidence: optionalText(2_000),
    evidenceUrl: z
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
  })
  .refine(({ answer, evidence }) => answer === 'unsure' || evidence !== '', {
    path: ['evidence'],
    message: 'Please say what you saw, in a few words.',
  })

export const takeBackVettingSchema = z.object({
  prospectId: id('a prospect'),
  question: choice(VETTING_QUESTIONS, 'a question'),
})

export type VettingInput = z.output<typeof vettingSchema>
