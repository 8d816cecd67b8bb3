import { z } from 'zod'
import { PROSPECT_KINDS } from '#lib/domain/prospect-kinds.ts'
import { TOUCH_KINDS } from '#lib/domain/touch-kinds.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { choice, optionalId, optionalLine, optionalText } from '../form-fields.ts'

/** What one can make of a page. */
export const CAPTURE_INTO = ['reading', 'prospect', 'mention', 'touch'] as const

export const captureSchema = z.object({
  make: choice(CAPTURE_INTO, 'what to make of this page'),
  url: z.string({ error: 'Please paste the address of the page.' }).transform((typed, context) => {
    const parsed = parseWebAddress(typed)
    if (parsed.ok) return parsed.url
    context.addIssue({ code: 'custom', message: parsed.error })
    return z.NEVER
  }),
  title: optionalLine(300),
  quote: optionalText(2_000),
  /** Of the outlet, where it is not here yet. */
  kind: choice(PROSPECT_KINDS, 'a kind').optional().default('blogger'),
  name: optionalLine(200),
  siteId: optionalId(),
  touchKind: choice(TOUCH_KINDS, 'what happened').optional().default('shared'),
})

export type CaptureInput = z.output<typeof captureSchema>
