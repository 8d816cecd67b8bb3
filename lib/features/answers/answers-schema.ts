import { z } from 'zod'
import { id } from '../form-fields.ts'
import { cursorFields } from '../page-cursor.ts'

const mailId = id('a mail')

export const mailSchema = z.object({ mailId })
export const attachMailSchema = z.object({ mailId, pitchId: id('a pitch') })
export const moveFollowUpSchema = z.object({
  mailId,
  dueOn: z.iso.date('Please choose a day.'),
})
export const mailboxSchema = z.object({ mailboxId: id('a mailbox') })

export const listDoubtsSchema = z.object({
  /** The mail that a pitch is being looked for, and the words it is looked for by. */
  mail: z.uuid().nullable().catch(null),
  q: z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim().slice(0, 200))
    .catch(''),
  ...cursorFields,
})
export type DoubtsPlace = z.output<typeof listDoubtsSchema>
