'use server'

import { workspaceAction } from '../workspace-action.ts'
import { acknowledgeOwnPage, lookAtOwnPageNow } from './own-page-commands.ts'
import { acknowledgeOwnPageSchema, ownPageIdSchema } from './own-page-schema.ts'

export const acknowledgeOwnPageAction = workspaceAction(
  'mentions.write',
  acknowledgeOwnPageSchema,
  async (scope, input) => {
    await acknowledgeOwnPage(scope, input)
    return {}
  },
)

export const lookAtOwnPageNowAction = workspaceAction(
  'mentions.write',
  ownPageIdSchema,
  async (scope, input) => {
    await lookAtOwnPageNow(scope, input)
    return { message: 'Asked for. What is seen arrives here by itself.' }
  },
)
