import { z } from 'zod'

const settingsSchema = z.object({ warnWords: z.number().int().optional().catch(undefined) }).catch({})

/** From how many words on a letter is long in this workspace; null where it set nothing. */
export function warnWordsOf(settings: unknown): number | null {
  return settingsSchema.parse(settings).warnWords ?? null
}
