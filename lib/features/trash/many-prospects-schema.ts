import { z } from 'zod'
import { choice, id, optionalId, optionalLine } from '../form-fields.ts'

const MANY_DEEDS = ['add-tag', 'remove-tag', 'assign', 'export', 'trash'] as const

/** What is to be done with the ticked prospects of a page, or with all on its list. */
export const manyProspectsSchema = z
  .object({
    ids: z.array(z.uuid()).max(500, 'Those are more than one page holds.').optional().default([]),
    whom: choice(['ticked', 'all'], 'which ones').catch('ticked'),
    /** The list's own address, the part after "?". */
    query: z.string().max(4_000).optional().default(''),
    /** The address of the page of it that was looked at, for coming back. */
    place: z.string().max(5_000).optional().default(''),
    deed: choice(MANY_DEEDS, 'what to do'),
    tag: optionalLine(60),
    ownerId: optionalId(),
  })
  .superRefine((input, context) => {
    if (input.whom === 'ticked' && input.ids.length === 0)
      context.addIssue({ code: 'custom', path: ['deed'], message: 'Tick at least one prospect first.' })
    if (input.deed.endsWith('-tag') && input.tag === '')
      context.addIssue({ code: 'custom', path: ['tag'], message: 'Say which tag.' })
  })

/** `place`: where to come back to. */
export const undoManySchema = z.object({
  changeId: id('a change'),
  place: z.string().max(5_000).optional().default(''),
})

export type ManyProspectsInput = z.output<typeof manyProspectsSchema>
