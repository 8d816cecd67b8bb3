import { z } from 'zod'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { id, optionalLine, optionalText, text } from '../form-fields.ts'
import { cursorFields } from '../page-cursor.ts'

/** How much of a page is kept: a novel has more, a post never. The rest is not searched, and the desk says so. */
export const TEXT_MAX_CHARACTERS = 400_000
export const QUOTE_MAX_CHARACTERS = 2_000
export const STRUCK_MAX_CHARACTERS = 5_000
export const GAP_MAX_CHARACTERS = 500
/** Longer than the longest posts, and well below what a form may carry (actions stop at 1 MB; a letter may take 3 bytes). */
export const PASTE_MAX_CHARACTERS = 250_000

const pageAddress = z.string({ error: 'Please paste the address of a page.' }).transform((typed, context) => {
  const parsed = parseWebAddress(typed)
  if (parsed.ok) return parsed.url
  context.addIssue({ code: 'custom', message: parsed.error })
  return z.NEVER
})

/** `quote`: words seen already, as in a feed; they are held against the page like any other. */
export const startReadingSchema = z.object({
  prospectId: id('a prospect'),
  url: pageAddress,
  quote: optionalText(QUOTE_MAX_CHARACTERS),
})

export const readingNoteSchema = z.object({
  noteId: id('a reading note'),
  quote: optionalText(QUOTE_MAX_CHARACTERS),
  struck: optionalText(STRUCK_MAX_CHARACTERS),
  gap: optionalText(GAP_MAX_CHARACTERS),
})

export const pasteSchema = z.object({
  noteId: id('a reading note'),
  title: optionalLine(300),
  text: text('the text of the post', { max: PASTE_MAX_CHARACTERS }),
})

/** Where in the list of reading one is: all of it stands in the address. */
export const readingListSchema = z.object(cursorFields)

export const noteIdSchema = z.object({ noteId: id('a reading note') })

/** A note as the browser sends it while it is typed. Whether it is short enough to be saved is readingNoteSchema's to say. */
const typed = z
  .string()
  .max(50_000)
  .transform((words) => words.replaceAll('\0', ''))
export const draftSchema = z.object({ quote: typed, struck: typed, gap: typed })

type StartReading = z.output<typeof startReadingSchema>
export type StartReadingInput = Omit<StartReading, 'quote'> & Partial<StartReading>
export type ReadingNoteInput = z.output<typeof readingNoteSchema>
export type PasteInput = z.output<typeof pasteSchema>
