import { z } from 'zod'
import { checkChannelAddress } from '#lib/domain/channel-address.ts'
import { CHANNEL_KINDS } from '#lib/domain/channel-kinds.ts'
import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { choice, id, isTimeZone, line, optionalLine, optionalText, tick } from '../form-fields.ts'
import { customTyped, tagsTyped, withCustomValues } from './own-fields-schema.ts'
import { countryCode, seenIds } from './prospect-schema.ts'

export const WRITES_AS = ['unknown', 'company', 'self'] as const
export const WRITES_AS_LABELS: Readonly<Record<(typeof WRITES_AS)[number], string>> = {
  unknown: 'Not known',
  company: 'For a company or paper',
  self: 'For themselves',
}

const contactFields = z.object({
  name: line('their name', { max: 200 }),
  role: optionalLine(200),
  country: countryCode(),
  timeZone: z
    .string()
    .optional()
    .transform((zone) => zone || null)
    .refine((zone) => zone === null || isTimeZone(zone), 'That time zone is not known.'),
  writesAs: choice(WRITES_AS, 'one').optional().default('unknown'),
  note: optionalText(4_000),
  // These stay as they are where a form does not ask for them.
  tags: tagsTyped(),
  custom: customTyped(),
})

const channelFields = z.object({
  channelKind: choice(CHANNEL_KINDS, 'a way to reach them'),
  address: z.string().optional().default(''),
  originPage: z.string().optional().default(''),
  /** "2026-03-04"; empty means today. */
  seenOn: z
    .union([z.literal(''), z.iso.date('Please give a date, like 2026-03-04.')])
    .optional()
    .default(''),
  originWords: optionalText(2_000),
  noUnsolicited: tick(),
  fitsRole: tick(),
  /** "They share it": somebody else of this workspace has the same address. */
  shared: tick(),
})

/** A new contact, with a first way to reach them where one is known. */
export const contactSchema = withCustomValues(
  contactFields
    .extend(channelFields.shape)
    .extend({
      prospectId: id('a prospect'),
      useExisting: tick(),
      lookForAlike: tick().optional(),
      alikeSeen: seenIds().optional(),
    })
    .transform((input, context) => {
      const { name, role, country, timeZone, writesAs, note, tags, custom, ...others } = input
      const { prospectId, useExisting, lookForAlike, alikeSeen, ...rest } = others
      const hasChannel = rest.address.trim() !== ''
      const contact: z.output<typeof contactFields> = {
        ...{ name, role, country, timeZone, writesAs, note, tags, custom },
      }
      return {
        prospectId,
        useExisting,
        ...(lookForAlike ? { alikeSeen: alikeSeen ?? [] } : {}),
        shared: rest.shared,
        contact,
        channel: hasChannel ? checkedChannel(rest, context) : null,
      }
    }),
)

export const changeContactSchema = withCustomValues(contactFields.extend({ contactId: id('a contact') }))

export const channelSchema = channelFields
  .extend({ contactId: id('a contact') })
  .transform(({ contactId, ...input }, context) => ({ contactId, ...checkedChannel(input, context) }))

export const changeChannelSchema = channelFields
  .extend({ channelId: id('an address') })
  .transform(({ channelId, ...input }, context) => ({ channelId, ...checkedChannel(input, context) }))

export const oneChannelSchema = z.object({ channelId: id('an address') })

const optionalDay = () =>
  z.union([z.literal(''), z.iso.date('Please give a date, like 2026-03-04.')]).optional()

const outletAddress = () =>
  z.string({ error: 'Please paste the address of their site.' }).superRefine((address, context) => {
    const outlet = outletKeyOf(address)
    if (!outlet.ok) context.addIssue({ code: 'custom', message: outlet.error })
  })

export const affiliationSchema = z.object({
  contactId: id('a contact'),
  address: outletAddress(),
  role: optionalLine(200).optional(),
  since: optionalDay(),
})

/** "They moved to another outlet"; an empty day is today. */
export const moveSchema = z.object({
  affiliationId: id('one'),
  address: outletAddress(),
  movedOn: optionalDay(),
  role: optionalLine(200),
})

export const affiliationDatesSchema = z.object({
  affiliationId: id('one'),
  role: optionalLine(200),
  since: optionalDay(),
  until: optionalDay(),
})

export const oneAffiliationSchema = z.object({ affiliationId: id('one') })

export type AffiliationInput = z.output<typeof affiliationSchema>
export type AffiliationDatesInput = z.output<typeof affiliationDatesSchema>
export type MoveInput = z.output<typeof moveSchema>
export type ContactInput = z.output<typeof contactSchema>
export type ChannelInput = ReturnType<typeof checkedChannel>

function checkedChannel(input: z.output<typeof channelFields>, context: z.RefinementCtx) {
  const { channelKind: kind, seenOn, originWords: words, noUnsolicited, fitsRole, shared } = input
  const address = checkChannelAddress(kind, input.address)
  if (!address.ok) context.addIssue({ code: 'custom', path: ['address'], message: address.error })
  const page = input.originPage.trim() === '' ? null : parseWebAddress(input.originPage)
  if (page && !page.ok) context.addIssue({ code: 'custom', path: ['originPage'], message: page.error })
  return {
    kind,
    address: address.ok ? address.address : '',
    addressKey: address.ok ? address.key : '',
    origin: { page: page?.ok ? page.url : '', seenOn, words, noUnsolicited, fitsRole },
    shared,
  }
}
