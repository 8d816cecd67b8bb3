'use server'

import { workspaceAction } from '../workspace-action.ts'
import { mentionIdSchema, tieMentionSchema } from './mention-schema.ts'
import { tieMention, untieMention } from './sample-tie-commands.ts'

export const tieMentionAction = workspaceAction('mentions.write', tieMentionSchema, async (scope, input) => {
  await tieMention(scope, input)
  return { message: 'Tied: that page came of this sample.' }
})

export const untieMentionAction = workspaceAction('mentions.write', mentionIdSchema, async (scope, input) => {
  await untieMention(scope, input)
  return { message: 'It came about otherwise. Say how under “Change”.' }
})
