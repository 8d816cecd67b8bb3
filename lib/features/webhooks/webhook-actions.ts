'use server'

import { workspaceAction } from '../workspace-action.ts'
import { sendAgain, sendAllAgain, sendTestEvent } from './delivery-commands.ts'
import { renewWebhookSecret, showWebhookSecret } from './secret-commands.ts'
import { changeWebhook, makeWebhook, removeWebhook, switchWebhook } from './webhook-commands.ts'
import {
  changeWebhookSchema,
  makeWebhookSchema,
  oneDeliverySchema,
  oneWebhookSchema,
  switchWebhookSchema,
} from './webhook-schema.ts'

export const makeWebhookAction = workspaceAction(
  'webhooks.manage',
  makeWebhookSchema,
  async (scope, input) => {
    const { webhookId } = await makeWebhook(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/settings/webhooks/${webhookId}` }
  },
)

export const changeWebhookAction = workspaceAction(
  'webhooks.manage',
  changeWebhookSchema,
  async (scope, input) => {
    await changeWebhook(scope, input)
    return { message: 'Saved. What waits goes to this address.' }
  },
)

export const switchWebhookAction = workspaceAction(
  'webhooks.manage',
  switchWebhookSchema,
  async (scope, input) => {
    await switchWebhook(scope, input)
    return { message: input.isOn ? 'It is on.' : 'It is off. What happens meanwhile is not noted for it.' }
  },
)

export const removeWebhookAction = workspaceAction(
  'webhooks.manage',
  oneWebhookSchema,
  async (scope, input) => {
    await removeWebhook(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/settings/webhooks` }
  },
)

export const showSecretAction = workspaceAction(
  'webhooks.manage',
  oneWebhookSchema,
  async (scope, input) => ({
    message: `The secret: ${await showWebhookSecret(scope, input)}`,
  }),
)

export const renewSecretAction = workspaceAction(
  'webhooks.manage',
  oneWebhookSchema,
  async (scope, input) => ({
    message: `The new secret. The old one signs beside it for a day: ${await renewWebhookSecret(scope, input)}`,
  }),
)

export const sendTestAction = workspaceAction('webhooks.manage', oneWebhookSchema, async (scope, input) => {
  await sendTestEvent(scope, input)
  return { message: 'On its way. How it went stands in the log below.' }
})

export const sendAgainAction = workspaceAction('webhooks.manage', oneDeliverySchema, async (scope, input) => {
  await sendAgain(scope, input)
  return { message: 'On its way again.' }
})

export const sendAllAgainAction = workspaceAction(
  'webhooks.manage',
  oneWebhookSchema,
  async (scope, input) => {
    const count = await sendAllAgain(scope, input)
    return { message: count === 1 ? 'One is on its way again.' : `${count} are on their way again.` }
  },
)
