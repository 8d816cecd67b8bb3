import { z } from 'zod'
import { PUT_OFF_CHOICES } from '#lib/domain/put-off.ts'
import { choice } from '../form-fields.ts'
import { TODAY_KINDS, type TodayThing } from './today-kinds.ts'

const MARK_CHARACTERS = 120
const RELOAD = 'Please load this page again.'

/** "kind|id|mark", as thingName wrote it. */
const thing = z.string({ error: RELOAD }).transform((name, context): TodayThing => {
  const [kind, itemId, ...mark] = name.split('|')
  const parsed = z
    .object({ kind: z.enum(TODAY_KINDS), itemId: z.uuid(), mark: z.string().max(MARK_CHARACTERS) })
    .safeParse({ kind, itemId, mark: mark.join('|') })
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: RELOAD })
  return z.NEVER
})

/** `thing` is what the person had before their eyes: where something happened to it since, it stays. */
export const putOffSchema = z.object({
  thing,
  choice: choice(PUT_OFF_CHOICES, 'until when'),
  date: z
    .union([z.literal('').transform(() => null), z.iso.date()], {
      error: 'Please give a date, like 2026-03-04.',
    })
    .optional()
    .transform((date) => date ?? null),
})

export const takeUpSchema = z.object({ thing })

/** The thing that an address names; null where it names none. */
export function readThing(name: string): TodayThing | null {
  const parsed = thing.safeParse(name)
  return parsed.success ? parsed.data : null
}

export type PutOffInput = z.output<typeof putOffSchema>
export type TakeUpInput = z.output<typeof takeUpSchema>
