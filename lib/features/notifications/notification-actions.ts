'use server'

import { publicAction } from '../person-action.ts'
import { workspaceAction } from '../workspace-action.ts'
import { chooseNotifications } from './notification-commands.ts'
import { notificationsSchema, stopNotificationsSchema } from './notification-schema.ts'
import { stopNotificationsByLink } from './notifications-off.ts'

export const chooseNotificationsAction = workspaceAction(
  'notifications.choose',
  notificationsSchema,
  async (scope, input) => {
    await chooseNotifications(scope, input)
    return { message: 'Saved.' }
  },
)

export const stopNotificationsAction = publicAction(
  'stop-notifications',
  stopNotificationsSchema,
  async (visit, input) => {
    await stopNotificationsByLink(visit, input)
    return { message: 'Stopped. No more of these mails come.' }
  },
)
