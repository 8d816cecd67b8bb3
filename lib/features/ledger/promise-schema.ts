import { z } from 'zod'
import { isLocalDate } from '#lib/domain/local-date.ts'
import { PROMISE_SIDES } from '#lib/domain/promises.ts'
import { choice, id, optionalId, optionalText, text } from '../form-fields.ts'

export const PROMISE_MAX_CHARACTERS = 1_000

export const promiseSchema = z.object({
  prospectId: id('a prospect'),
  contactId: optionalId(),
  pitchId: optionalId(),
  whose: choice(PROMISE_SIDES, 'whose promise it is'),
  words: text('what was promised', { max: PROMISE_MAX_CHARACTERS }),
  dueOn: z
    .string({ error: 'Please give the day by which it is due.' })
    .refine(isLocalDate, 'Please give a date that is on the calendar.'),
})

/** `note`: how it was kept, for who wants to say so. */
export const keepPromiseSchema = z.object({
  promiseId: id('a promise'),
  note: optionalText(PROMISE_MAX_CHARACTERS),
})

export const releasePromiseSchema = z.object({
  promiseId: id('a promise'),
  reason: text('why it is not owed any more', { max: PROMISE_MAX_CHARACTERS }),
})

export const reopenPromiseSchema = z.object({ promiseId: id('a promise') })

export type PromiseInput = z.output<typeof promiseSchema>
export type KeepPromiseInput = z.output<typeof keepPromiseSchema>
export type ReleasePromiseInput = z.output<typeof releasePromiseSchema>
export type ReopenPromiseInput = z.output<typeof reopenPromiseSchema>
