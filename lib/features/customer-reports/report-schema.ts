import { z } from 'zod'
import { REPORT_SECTIONS } from '#lib/domain/customer-reports/report-states.ts'
import { id, line, optionalLine, optionalText, text } from '../form-fields.ts'

export const WORDS_MAX_CHARACTERS = 4_000
/** How long a link may stay open, in days. */
export const SHARE_DAYS = ['7', '30', '90', '365'] as const
const PASSWORD_MIN_CHARACTERS = 8

const writing = z.object({
  title: line('what it is called', { max: 120 }),
  from: z.iso.date('Please give a date that is on the calendar.'),
  to: z.iso.date('Please give a date that is on the calendar.'),
  sections: z
    .array(z.enum(REPORT_SECTIONS, { error: 'That part is not in the list.' }))
    .min(1, 'Choose at least one part.'),
  words: optionalText(WORDS_MAX_CHARACTERS),
})

function inOrder({ from, to }: { from: string; to: string }): boolean {
  return from <= to
}
const ORDER = { error: 'It ends before it begins.', path: ['to'] }

const sectionsPart = z.preprocess((given) => given ?? [], writing.shape.sections)

export const addReportSchema = z
  .object({ ...writing.shape, sections: sectionsPart, siteId: id('a site'), once: z.uuid() })
  .refine(inOrder, ORDER)
export const changeReportSchema = z
  .object({
    ...{ ...writing.shape, sections: sectionsPart, reportId: id('a report') },
    version: z.coerce.number().int().min(1),
  })
  .refine(inOrder, ORDER)
export const reportSchema = z.object({ reportId: id('a report') })
export const approveReportSchema = z.object({
  reportId: id('a report'),
  /** What was read: should it say something else by now, it is read once more. */
  read: z.string().max(100),
  reason: optionalLine(500),
})
export const giveBackSchema = z.object({
  reportId: id('a report'),
  remark: text('what should be different', { max: 2_000 }),
})
export const shareReportSchema = z.object({
  reportId: id('a report'),
  days: z.enum(SHARE_DAYS, { error: 'Please choose how long it stays open.' }).transform(Number),
  password: z
    .string()
    .max(200, 'Please keep this under 200 characters.')
    .refine(
      (typed) => typed === '' || typed.length >= PASSWORD_MIN_CHARACTERS,
      `At least ${PASSWORD_MIN_CHARACTERS} characters, please, or none at all.`,
    )
    .optional()
    .default(''),
})
export const noInputSchema = z.object({})
export const shareLinkSchema = z.object({ linkId: id('a link') })

export type AddReportInput = z.output<typeof addReportSchema>
export type ChangeReportInput = z.output<typeof changeReportSchema>
export type ApproveReportInput = z.output<typeof approveReportSchema>
export type GiveBackInput = z.output<typeof giveBackSchema>
export type ShareReportInput = z.output<typeof shareReportSchema>
