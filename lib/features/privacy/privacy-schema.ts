import { z } from 'zod'
import { RETENTION_MAX_DAYS, RETENTION_MIN_DAYS } from '#lib/domain/retention.ts'
import { id } from '../form-fields.ts'

/** A tick besides the button: what is erased does not come back. */
export const erasePersonSchema = z.object({
  contactId: id('a contact'),
  sure: z.literal('on', { error: 'Please tick this first: what is erased does not come back.' }),
})

/** Days as typed; nothing means never. */
function days() {
  return z
    .string()
    .optional()
    .transform((typed) => typed?.trim() || null)
    .pipe(
      z
        .string()
        .regex(/^\d{1,6}$/, 'Please give whole days, or leave it empty.')
        .transform(Number)
        .pipe(
          z
            .number()
            .min(RETENTION_MIN_DAYS, `At least ${RETENTION_MIN_DAYS} days, please.`)
            .max(RETENTION_MAX_DAYS, `At most ${RETENTION_MAX_DAYS} days, please.`),
        )
        .nullable(),
    )
}

export const retentionSchema = z.object({
  importFiles: days(),
  feedPosts: days(),
  closedPitches: days(),
  quietContacts: days(),
})
