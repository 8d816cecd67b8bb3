'use server'

import { workspaceAction } from '../workspace-action.ts'
import { attachMailSchema, mailboxSchema, mailSchema, moveFollowUpSchema } from './answers-schema.ts'
import { acceptMail, attachMail, dismissMail } from './doubt-commands.ts'
import { keepAddress, leaveAddress, leaveFollowUp, moveFollowUp, sendAgain } from './notice-commands.ts'

export const acceptMailAction = workspaceAction('pitches.write', mailSchema, async (scope, input) => {
  await acceptMail(scope, input)
  return { message: 'It stands with the pitch now.' }
})

export const attachMailAction = workspaceAction('pitches.write', attachMailSchema, async (scope, input) => {
  await attachMail(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/pitches/${input.pitchId}` }
})

export const dismissMailAction = workspaceAction('pitches.write', mailSchema, async (scope, input) => {
  await dismissMail(scope, input)
  return { message: 'Forgotten.' }
})

export const moveFollowUpAction = workspaceAction(
  'pitches.write',
  moveFollowUpSchema,
  async (scope, input) => {
    await moveFollowUp(scope, input)
    return { message: 'The follow-up waits until then.' }
  },
)

export const leaveFollowUpAction = workspaceAction('pitches.write', mailSchema, async (scope, input) => {
  await leaveFollowUp(scope, input)
  return { message: 'It stays where it is.' }
})

export const keepAddressAction = workspaceAction('contacts.write', mailSchema, async (scope, input) => {
  await keepAddress(scope, input)
  return { message: 'Kept.' }
})

export const leaveAddressAction = workspaceAction('contacts.write', mailSchema, async (scope, input) => {
  await leaveAddress(scope, input)
  return { message: 'Left out.' }
})

export const sendAgainAction = workspaceAction('pitches.send', mailboxSchema, async (scope, input) => {
  await sendAgain(scope, input)
  return { message: 'It may send again.' }
})
