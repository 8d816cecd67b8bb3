'use server'

import { workspaceAction } from '../workspace-action.ts'
import { changeLimits } from './limit-commands.ts'
import { limitsSchema } from './limit-schema.ts'

export const changeLimitsAction = workspaceAction('limits.change', limitsSchema, async (scope, input) => {
  await changeLimits(scope, input)
  return { message: 'Saved. It counts for the next letter.' }
})
