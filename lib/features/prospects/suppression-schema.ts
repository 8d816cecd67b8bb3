import { z } from 'zod'
import { addressKey, checkMailAddress } from '#lib/domain/mail-address.ts'
import { parseSiteDomain } from '#lib/domain/site-domain.ts'
import { choice, id, optionalText, text } from '../form-fields.ts'

export const SUPPRESSION_REASONS = ['asked-to-stop', 'objected', 'ours'] as const
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]
export const SUPPRESSION_REASON_LABELS: Readonly<Record<SuppressionReason, string>> = {
  'asked-to-stop': 'They asked us to stop',
  objected: 'They objected to being written to',
  ours: 'Our own decision',
}

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

export const liftSuppressionSchema = z.object({
  suppressionId: id('one'),
  reason: text('why they may be written to again', { max: 2_000 }),
})

export type SuppressAddressInput = z.output<typeof suppressAddressSchema>
