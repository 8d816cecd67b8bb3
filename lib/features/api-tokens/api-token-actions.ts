'use server'

import { workspaceAction } from '../workspace-action.ts'
import { makeApiToken, revokeApiToken } from './api-token-commands.ts'
import { makeTokenSchema, oneTokenSchema } from './api-token-schema.ts'

export const makeTokenAction = workspaceAction('tokens.make', makeTokenSchema, async (scope, input) => {
  const { token } = await makeApiToken(scope, input)
  return { message: `Your token, shown this once: ${token}` }
})

export const revokeTokenAction = workspaceAction('tokens.make', oneTokenSchema, async (scope, input) => {
  await revokeApiToken(scope, input)
  return { message: 'Revoked. It opens nothing any more.' }
})
