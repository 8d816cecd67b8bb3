'use server'

import { workspaceAction } from '../workspace-action.ts'
import { putOff, takeUp } from './put-off-commands.ts'
import { putOffSchema, takeUpSchema } from './put-off-schema.ts'

/** What was done is said by the page itself, which is drawn anew. */
export const putOffAction = workspaceAction('today.read', putOffSchema, async (scope, input) => {
  await putOff(scope, input)
  return undefined
})

export const takeUpAction = workspaceAction('today.read', takeUpSchema, async (scope, input) => {
  await takeUp(scope, input)
  return undefined
})
