import { z } from 'zod'
import { NOTIFICATION_WAYS } from '#lib/domain/notifications/notification-kinds.ts'

const way = z.enum(NOTIFICATION_WAYS, { error: 'Please choose one.' }).optional()

/** An hour of the day; empty for none. */
const hour = z
  .string()
  .optional()
  .default('')
  .transform((typed, context) => {
    if (typed === '') return null
    if (/^(?:1?\d|2[0-3])$/.test(typed)) return Number(typed)
    context.addIssue({ code: 'custom', message: 'Please choose an hour.' })
    return z.NEVER
  })

/** One field for each kind that concerns the member; what is left out stays as it was. */
export const notificationsSchema = z
  .object({
    ...{ reply: way, outcome: way, review: way, deadline: way, file: way, mailbox: way },
    ...{ quietFrom: hour, quietTo: hour },
  })
  .superRefine(({ quietFrom, quietTo }, context) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (quietFrom === null && quietTo !== null) say('quietFrom', 'Please choose from when.')
    if (quietFrom !== null && quietTo === null) say('quietTo', 'Please choose until when.')
    if (quietFrom !== null && quietFrom === quietTo)
      say('quietTo', 'That is no time at all. To hear nothing, choose "Never by mail" above.')
  })

export const stopNotificationsSchema = z.object({ token: z.string().max(200) })

export type NotificationsInput = z.output<typeof notificationsSchema>
