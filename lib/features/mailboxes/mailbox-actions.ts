'use server'

import { workspaceAction } from '../workspace-action.ts'
import {
  changeMailbox,
  connectMailbox,
  disconnectMailbox,
  pauseMailbox,
  resumeMailbox,
  testMailbox,
} from './mailbox-commands.ts'
import { changeMailboxSchema, connectMailboxSchema, mailboxIdSchema } from './mailbox-schema.ts'

export const connectMailboxAction = workspaceAction(
  'pitches.send',
  connectMailboxSchema,
  async (scope, input) => {
    const { mailboxId } = await connectMailbox(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/settings/mailboxes/${mailboxId}` }
  },
)

export const changeMailboxAction = workspaceAction(
  'pitches.send',
  changeMailboxSchema,
  async (scope, input) => {
    await changeMailbox(scope, input)
    return { message: 'Saved.' }
  },
)

export const testMailboxAction = workspaceAction('pitches.send', mailboxIdSchema, async (scope, input) => {
  await testMailbox(scope, input)
  return {}
})

export const pauseMailboxAction = workspaceAction('pitches.send', mailboxIdSchema, async (scope, input) => {
  await pauseMailbox(scope, input)
  return { message: 'Paused. Nothing is read or sent until you take it up again.' }
})

export const resumeMailboxAction = workspaceAction('pitches.send', mailboxIdSchema, async (scope, input) => {
  await resumeMailbox(scope, input)
  return {}
})

export const disconnectMailboxAction = workspaceAction(
  'pitches.send',
  mailboxIdSchema,
  async (scope, input) => {
    await disconnectMailbox(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/settings/mailboxes` }
  },
)
