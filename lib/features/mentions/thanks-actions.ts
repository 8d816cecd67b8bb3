'use server'

import { workspaceAction } from '../workspace-action.ts'
import { leaveThanks, recordThanks, reopenThanks, saveThanks } from './thanks-commands.ts'
import { leaveThanksSchema, recordThanksSchema, saveThanksSchema } from './thanks-schema.ts'

/** Back to the mention, where the words stand with the ways to take them to whom they are for. */
export const saveThanksAction = workspaceAction('mentions.write', saveThanksSchema, async (scope, input) => {
  await saveThanks(scope, input)
  const whom = input.contactId ? `?thank=${input.contactId}` : ''
  return { goTo: `/w/${scope.workspaceSlug}/mentions/${input.mentionId}${whom}#thanks` }
})

export const recordThanksAction = workspaceAction(
  'mentions.write',
  recordThanksSchema,
  async (scope, input) => {
    await recordThanks(scope, input)
    return { message: 'Kept, and counted as given.' }
  },
)

export const leaveThanksAction = workspaceAction(
  'mentions.write',
  leaveThanksSchema,
  async (scope, input) => {
    await leaveThanks(scope, input)
    return { message: 'Not this time.' }
  },
)

export const reopenThanksAction = workspaceAction(
  'mentions.write',
  leaveThanksSchema,
  async (scope, input) => {
    await reopenThanks(scope, input)
    return {}
  },
)
