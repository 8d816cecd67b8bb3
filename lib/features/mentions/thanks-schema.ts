import { z } from 'zod'
import { THANKED_BY } from '#lib/domain/thanks.ts'
import { choice, id, optionalId, text } from '../form-fields.ts'

export const THANKS_MAX_CHARACTERS = 2_000

/** `contactId`: whom the words are for; empty where nobody there is known by name. */
export const saveThanksSchema = z.object({
  mentionId: id('a mention'),
  contactId: optionalId(),
  body: text('your words of thanks', { max: THANKS_MAX_CHARACTERS }),
})

export const recordThanksSchema = z.object({
  mentionId: id('a mention'),
  contactId: optionalId(),
  via: choice(THANKED_BY, 'how it went out'),
})

export const leaveThanksSchema = z.object({ mentionId: id('a mention') })

export type SaveThanksInput = z.output<typeof saveThanksSchema>
export type RecordThanksInput = z.output<typeof recordThanksSchema>
export type LeaveThanksInput = z.output<typeof leaveThanksSchema>
