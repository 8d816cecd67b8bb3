'use server'

import { workspaceAction } from '../workspace-action.ts'
import { sendByMailbox } from './outgoing-commands.ts'
import { mailIdSchema, sendByMailboxSchema } from './sending-schema.ts'
import { confirmWasSent, dismissMail, leaveUnsent, sendNow, undoSend } from './settle-commands.ts'

export const sendByMailboxAction = workspaceAction(
  'pitches.send',
  sendByMailboxSchema,
  async (scope, input) => {
    await sendByMailbox(scope, input)
    return undefined
  },
)

export const undoSendAction = workspaceAction('pitches.send', mailIdSchema, async (scope, input) => {
  await undoSend(scope, input)
  return undefined
})

export const sendNowAction = workspaceAction('pitches.send', mailIdSchema, async (scope, input) => {
  await sendNow(scope, input)
  return undefined
})

export const confirmWasSentAction = workspaceAction('pitches.send', mailIdSchema, async (scope, input) => {
  await confirmWasSent(scope, input)
  return undefined
})

export const leaveUnsentAction = workspaceAction('pitches.send', mailIdSchema, async (scope, input) => {
  await leaveUnsent(scope, input)
  return undefined
})

export const dismissMailAction = workspaceAction('pitches.send', mailIdSchema, async (scope, input) => {
  await dismissMail(scope, input)
  return undefined
})
