import { z } from 'zod'
import { COUNTRY_CODES } from '#lib/domain/countries.ts'
import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import { PROSPECT_KINDS } from '#lib/domain/prospect-kinds.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { choice, id, line, optionalChoice, optionalId, optionalText, text, tick } from '../form-fields.ts'

export const prospectSchema = z.object({
  kind: choice(PROSPECT_KINDS, 'a kind'),
  address: outletAddress(),
  name: line('a name', { max: 200 }),
  whyCare: optionalText(4_000),
  country: countryCode(),
  /** "This is another outlet": on a domain that several outlets share. */
  anotherOutlet: tick(),
})

export const changeProspectSchema = prospectSchema.extend({
  prospectId: id('a prospect'),
  ownerId: optionalId(),
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

function outletAddress() {
  return z.string({ error: 'Please paste the address of their site.' }).superRefine((address, context) => {
    const outlet = outletKeyOf(address)
    if (!outlet.ok) context.addIssue({ code: 'custom', message: outlet.error })
  })
}
