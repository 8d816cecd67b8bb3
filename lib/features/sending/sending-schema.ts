import { z } from 'zod'
import { id, text } from '../form-fields.ts'
import { BODY_MAX_CHARACTERS } from '../pitches/pitch-schema.ts'

/** `once` is made when the form is drawn: pressing twice sends the same one twice. */
const press = { mailboxId: id('a mailbox'), once: z.uuid('Please load this page again.') }

/** One step of a conversation: its first letter, a follow-up that is written and due, or an answer to theirs. */
export const sendByMailboxSchema = z.discriminatedUnion(
  'step',
  [
    z.object({
      step: z.literal('first'),
      pitchId: id('a pitch'),
      /** The one that was read on the page. */
      revision: z.coerce.number('Please load this page again.').int().min(1).max(1_000_000_000),
      ...press,
    }),
    z.object({ step: z.literal('follow-up'), followUpId: id('a follow-up'), ...press }),
    z.object({
      step: z.literal('reply'),
      pitchId: id('a pitch'),
      body: text('your answer', { max: BODY_MAX_CHARACTERS }),
      ...press,
    }),
  ],
  'Please load this page again.',
)

export const mailIdSchema = z.object({ mailId: id('a mail') })

export type SendByMailboxInput = z.output<typeof sendByMailboxSchema>
