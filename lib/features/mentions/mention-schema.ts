import { z } from 'zod'
import { MENTION_PROVENANCES } from '#lib/domain/mention-provenance.ts'
import { OWN_LOOKS } from '#lib/domain/own-look.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { choice, id, optionalId, optionalText, tick } from '../form-fields.ts'

const NOTE_MAX_CHARACTERS = 5_000
/** Ten years. The database holds the same bound. */
export const RAW_PAGE_MAX_DAYS = 3650
const RAW_PAGE_DAYS_ASKED = 'Please give whole days, 0 or more.'

/** What is known about a mention, whoever found it. */
const mentionFields = {
  url: webAddress(),
  provenance: choice(MENTION_PROVENANCES, 'how it came about'),
  targetUrl: optionalWebAddress(),
  campaignId: optionalId(),
  note: optionalText(NOTE_MAX_CHARACTERS),
}

export const recordMentionSchema = z.object({
  ...mentionFields,
  siteId: id('which site it is about'),
  prospectId: optionalId(),
  pitchId: optionalId(),
  sampleId: optionalId(),
})

export const changeMentionSchema = z.object({ ...mentionFields, mentionId: id('a mention'), aboutUs: tick() })

export const mentionIdSchema = z.object({ mentionId: id('a mention') })

export const tieMentionSchema = z.object({ mentionId: id('a mention'), sampleId: id('a sample') })

export const ownLookSchema = z.object({
  mentionId: id('a mention'),
  saw: choice(OWN_LOOKS, 'what you saw'),
  words: optionalText(NOTE_MAX_CHARACTERS),
})

/** `outcome` is the one the person had before their eyes: a newer one stays news. */
export const acknowledgeSchema = z.object({ mentionId: id('a mention'), outcome: z.string().max(60) })

/** An empty field is not 0 days: that would throw away what is kept. */
export const rawPageDaysSchema = z.object({
  rawPageDays: z
    .string({ error: RAW_PAGE_DAYS_ASKED })
    .trim()
    .regex(/^\d{1,6}$/, RAW_PAGE_DAYS_ASKED)
    .transform(Number)
    .pipe(
      z.number().max(RAW_PAGE_MAX_DAYS, `At most ${RAW_PAGE_MAX_DAYS.toLocaleString('en')} days, please.`),
    ),
})

/** `sampleId`: the sample it came of, where somebody says so. */
export type RecordMentionInput = Omit<z.output<typeof recordMentionSchema>, 'sampleId'> & {
  sampleId?: string | null
}
export type ChangeMentionInput = z.output<typeof changeMentionSchema>
export type RawPageDaysInput = z.output<typeof rawPageDaysSchema>
export type OwnLookInput = z.output<typeof ownLookSchema>

/** The address of a page, normalised: with its scheme, without credentials. */
function webAddress() {
  return z.string({ error: 'Please paste the address of the page.' }).transform((typed, context) => {
    const parsed = parseWebAddress(typed)
    if (parsed.ok) return parsed.url
    context.addIssue({ code: 'custom', message: parsed.error })
    return z.NEVER
  })
}

function optionalWebAddress() {
  return z
    .union([z.literal('').transform(() => null), webAddress()])
    .optional()
    .transform((url) => url ?? null)
}
