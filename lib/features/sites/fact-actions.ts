'use server'

import { workspaceAction } from '../workspace-action.ts'
import { addFact, bringBackFact, changeFact, removeFact } from './fact-commands.ts'
import { addFactSchema, changeFactSchema, factIdSchema } from './fact-schema.ts'

export const addFactAction = workspaceAction('facts.write', addFactSchema, async (scope, input) => {
  await addFact(scope, input)
  return { message: `Added: ${input.title}.` }
})

export const changeFactAction = workspaceAction('facts.write', changeFactSchema, async (scope, input) => {
  await changeFact(scope, input)
  return { message: 'Saved.' }
})

export const removeFactAction = workspaceAction('facts.write', factIdSchema, async (scope, input) => {
  await removeFact(scope, input)
  return { message: 'Removed. You can bring it back for 30 days.' }
})

export const bringBackFactAction = workspaceAction('facts.write', factIdSchema, async (scope, input) => {
  await bringBackFact(scope, input)
  return { message: 'It is back.' }
})
