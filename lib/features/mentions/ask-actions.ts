'use server'

import { workspaceAction } from '../workspace-action.ts'
import { closeAsk, recordAsk, sayPublishedOn } from './ask-commands.ts'
import { closeAskSchema, publishedOnSchema, recordAskSchema } from './ask-schema.ts'

export const recordAskAction = workspaceAction('mentions.write', recordAskSchema, async (scope, input) => {
  await recordAsk(scope, input)
  return {}
})

export const closeAskAction = workspaceAction('mentions.write', closeAskSchema, async (scope, input) => {
  await closeAsk(scope, input)
  return {}
})

export const sayPublishedOnAction = workspaceAction(
  'mentions.write',
  publishedOnSchema,
  async (scope, input) => {
    await sayPublishedOn(scope, input)
    return { message: 'Noted.' }
  },
)
