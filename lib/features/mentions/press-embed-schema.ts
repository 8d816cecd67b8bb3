import { z } from 'zod'
import { EMBED_COUNTS, EMBED_KINDS } from '#lib/domain/press/press-embed.ts'
import { id, tick } from '../form-fields.ts'

const kind = z.enum(EMBED_KINDS, { error: 'Please choose from the list.' })

/** How many, which kinds, and whether with the words around the link or the name. */
export const openPressEmbedSchema = z.object({
  siteId: id('a site'),
  count: z.coerce
    .number()
    .refine((count) => (EMBED_COUNTS as readonly number[]).includes(count), 'Please choose from the list.'),
  kinds: z.preprocess((ticked) => ticked ?? [], z.array(kind).min(1, 'Please tick at least one.')),
  withWords: tick(),
})

export type OpenPressEmbedInput = z.output<typeof openPressEmbedSchema>
