import { z } from 'zod'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { EVENT_TYPE_NAMES } from '#lib/domain/webhooks/event-types.ts'
import { id, line, tick } from '../form-fields.ts'
import { cursorFields } from '../page-cursor.ts'

/** More of them than anybody can keep an eye on are a mistake. */
export const WEBHOOKS_MAX = 20
const CHOICES_MAX = 500

const fields = {
  name: line('what it is for', { max: 80 }),
  url: z.string({ error: 'Please fill in the address.' }).transform((typed, context) => {
    const address = parseWebAddress(typed)
    if (address.ok) return address.url
    context.addIssue({ code: 'custom', message: address.error })
    return z.NEVER
  }),
  types: z
    .array(z.enum(EVENT_TYPE_NAMES, { error: 'That is not in the list.' }))
    .max(CHOICES_MAX)
    .optional()
    .default([])
    .refine((types) => types.length > 0, 'Please tick what it is told.'),
  /** None ticked: all of them. */
  siteIds: z.array(z.uuid('Please choose from the list.')).max(CHOICES_MAX).optional().default([]),
}

export const makeWebhookSchema = z.object(fields)
export const changeWebhookSchema = z.object({ webhookId: id('a webhook'), ...fields })
export const oneWebhookSchema = z.object({ webhookId: id('a webhook') })
export const switchWebhookSchema = z.object({ webhookId: id('a webhook'), isOn: tick() })
export const oneDeliverySchema = z.object({ webhookId: id('a webhook'), deliveryId: id('a delivery') })

export type WebhookInput = z.output<typeof makeWebhookSchema>

export const DELIVERY_STATES = ['waiting', 'delivered', 'dead'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

const logSchema = z.object({ state: z.enum(DELIVERY_STATES).or(z.literal('')).catch(''), ...cursorFields })
/** Which deliveries the log shows: it stands in the address. */
export type DeliveryLog = z.output<typeof logSchema>

/** What makes no sense there counts as not said. */
export function readDeliveryLog(searchParams: Record<string, string | string[] | undefined>): DeliveryLog {
  return logSchema.parse(searchParams)
}
