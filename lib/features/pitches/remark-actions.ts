'use server'

import { workspaceAction } from '../workspace-action.ts'
import { addRemark, answerRemark, reopenRemark } from './remark-commands.ts'
import { answerRemarkSchema, remarkIdSchema, remarkSchema } from './remark-schema.ts'

export const addRemarkAction = workspaceAction('remarks.write', remarkSchema, async (scope, input) => {
  await addRemark(scope, input)
  return { message: 'Said. Its writer sees it beside these words.' }
})

export const answerRemarkAction = workspaceAction(
  'remarks.write',
  answerRemarkSchema,
  async (scope, input) => {
    await answerRemark(scope, input)
    return { message: input.intent === 'settle' ? 'Settled.' : 'Answered.' }
  },
)

export const reopenRemarkAction = workspaceAction('remarks.write', remarkIdSchema, async (scope, input) => {
  await reopenRemark(scope, input)
  return { message: 'Open again.' }
})
