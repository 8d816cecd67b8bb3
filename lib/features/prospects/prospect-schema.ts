import { z } from 'zod'
import { COUNTRY_CODES } from '#lib/domain/countries.ts'
import { readLanguage } from '#lib/domain/languages.ts'
import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import { PROSPECT_KINDS } from '#lib/domain/prospect-kinds.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { choice, id, line, optionalChoice, optionalId, optionalText, text, tick } from '../form-fields.ts'
import { customTyped, tagsTyped, withCustomValues } from './own-fields-schema.ts'

export const NOTE_MAX_CHARACTERS = 20_000

const prospectFields = z.object({
  kind: choice(PROSPECT_KINDS, 'a kind'),
  address: outletAddress(),
  name: line('a name', { max: 200 }),
  whyCare: optionalText(4_000),
  country: countryCode(),
  /** "This is another outlet": on a domain that several outlets share. */
  anotherOutlet: tick(),
  // What follows stays as it is where a form does not ask for it.
  language: languageCode(),
  note: text('this', { max: NOTE_MAX_CHARACTERS, optional: true }).optional(),
  tags: tagsTyped(),
  custom: customTyped(),
  /** Sent by the form: names that are nearly the same are shown before a new one is made. */
  lookForAlike: tick().optional(),
  notAlike: tick().optional(),
  alikeSeen: seenIds().optional(),
})

export const prospectSchema = withCustomValues(prospectFields)

export const changeProspectSchema = withCustomValues(
  prospectFields
    .omit({ lookForAlike: true, notAlike: true, alikeSeen: true })
    .extend({ prospectId: id('a prospect'), ownerId: optionalId() }),
)

/** A line or two added to what is worth remembering. */
export const prospectNoteSchema = z.object({
  prospectId: id('a prospect'),
  words: text('what is worth remembering', { max: 2_000 }),
})

export const guidelinesSchema = z
  .object({
    prospectId: id('a prospect'),
    guidelines: optionalChoice(['seen', 'absent']),
    guidelinesUrl: z.string().optional().default(''),
    guidelinesNote: optionalText(2_000),
  })
  .transform((input, context) => {
    if (input.guidelines !== 'seen') return { ...input, guidelinesUrl: null }
    const parsed = parseWebAddress(input.guidelinesUrl)
    if (parsed.ok) return { ...input, guidelinesUrl: parsed.url }
    context.addIssue({ code: 'custom', path: ['guidelinesUrl'], message: parsed.error })
    return z.NEVER
  })

export const notForUsSchema = z.object({
  prospectId: id('a prospect'),
  reason: text('why it is not for us', { max: 1_000 }),
})

export const oneProspectSchema = z.object({ prospectId: id('a prospect') })

export type ProspectInput = z.output<typeof prospectSchema>
export type GuidelinesInput = z.output<typeof guidelinesSchema>

export function countryCode() {
  return z
    .string()
    .optional()
    .transform((code) => code || null)
    .refine((code) => code === null || COUNTRY_CODES.includes(code), 'That country is not in the list.')
}

function languageCode() {
  return z
    .string()
    .transform((typed, context) => {
      const read = readLanguage(typed)
      if (read.ok) return read.code
      context.addIssue({ code: 'custom', message: read.error })
      return z.NEVER
    })
    .optional()
}

/** The ids of what a form has shown already; anything else in there is passed over. */
export function seenIds() {
  return z
    .array(z.string())
    .max(50)
    .transform((ids) => ids.filter((each) => z.uuid().safeParse(each).success))
}

function outletAddress() {
  return z.string({ error: 'Please paste the address of their site.' }).superRefine((address, context) => {
    const outlet = outletKeyOf(address)
    if (!outlet.ok) context.addIssue({ code: 'custom', message: outlet.error })
  })
}
