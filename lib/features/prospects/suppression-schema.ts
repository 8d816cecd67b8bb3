import { z } from 'zod'
import { checkChannelAddress } from '#lib/domain/channel-address.ts'
import { addressKey, checkMailAddress } from '#lib/domain/mail-address.ts'
import { parseSiteDomain } from '#lib/domain/site-domain.ts'
import { choice, id, optionalText, text } from '../form-fields.ts'
import { cursorFields } from '../page-cursor.ts'

export const SUPPRESSION_REASONS = ['asked-to-stop', 'objected', 'ours'] as const
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]
export const SUPPRESSION_REASON_LABELS: Readonly<Record<SuppressionReason, string>> = {
  'asked-to-stop': 'They asked us to stop',
  objected: 'They objected to being written to',
  ours: 'Our own decision',
}
/** Of stops nobody chooses by hand. */
export const ERASED_REASON_LABEL = 'Erased at their wish'

/** An address or a whole domain nobody here writes to, known contact or not. */
export const suppressAddressSchema = z
  .object({
    address: z.string({ error: 'Please fill in an e-mail address or a domain.' }),
    reason: choice(SUPPRESSION_REASONS, 'a reason'),
    words: optionalText(4_000),
  })
  .transform(({ address, ...input }, context) => {
    const typed = address.trim()
    if (typed.includes('@') && !typed.startsWith('@')) {
      const mail = checkMailAddress(typed)
      if (mail.ok) return { ...input, addressKey: addressKey(mail.address), domain: null }
      context.addIssue({ code: 'custom', path: ['address'], message: mail.error })
      return z.NEVER
    }
    const domain = parseSiteDomain(typed.replace(/^@/, ''))
    if (domain.ok) return { ...input, addressKey: null, domain: domain.domain }
    context.addIssue({ code: 'custom', path: ['address'], message: domain.error })
    return z.NEVER
  })

/** One address of a person; their others stay. */
export const suppressChannelSchema = z.object({
  channelId: id('an address'),
  reason: choice(SUPPRESSION_REASONS, 'a reason'),
  words: optionalText(4_000),
})

/** "Is this address stopped?": an e-mail address, a handle, or the address of a page or a domain. */
export const askStoppedSchema = z
  .object({
    asked: z
      .string({ error: 'Please fill in an address.' })
      .max(2_000, 'That is too long for an address.')
      .transform((typed) => typed.trim())
      .pipe(z.string().min(1, 'Please fill in an address.')),
  })
  .transform(({ asked }, context) => {
    const kinds =
      asked.includes('@') && !asked.startsWith('@') ? (['email'] as const) : (['form', 'dm'] as const)
    const addresses = kinds
      .map((kind) => ({ kind, address: asked }))
      .filter(({ kind, address }) => checkChannelAddress(kind, address).ok)
    if (addresses.length > 0) return { addresses }
    context.addIssue({ code: 'custom', path: ['asked'], message: 'That does not look like an address.' })
    return z.NEVER
  })

export const liftSuppressionSchema = z.object({
  suppressionId: id('one'),
  reason: text('why they may be written to again', { max: 2_000 }),
})

/** Where in the list of who is not written to one is: all of it stands in the address. */
export const suppressionListSchema = z.object(cursorFields)

export type SuppressAddressInput = z.output<typeof suppressAddressSchema>
