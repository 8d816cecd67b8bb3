'use server'

import { workspaceAction } from '../workspace-action.ts'
import { addBlock, bringBackBlock, changeBlock, removeBlock } from './block-commands.ts'
import { addBlockSchema, blockIdSchema, changeBlockSchema } from './block-schema.ts'

export const addBlockAction = workspaceAction('pitches.write', addBlockSchema, async (scope, input) => {
  await addBlock(scope, input)
  return { message: `Added: ${input.name}.` }
})

export const changeBlockAction = workspaceAction('pitches.write', changeBlockSchema, async (scope, input) => {
  await changeBlock(scope, input)
  return { message: 'Saved.' }
})

export const removeBlockAction = workspaceAction('pitches.write', blockIdSchema, async (scope, input) => {
  await removeBlock(scope, input)
  return { message: 'Removed. You can bring it back for 30 days.' }
})

export const bringBackBlockAction = workspaceAction('pitches.write', blockIdSchema, async (scope, input) => {
  await bringBackBlock(scope, input)
  return { message: 'It is back.' }
})
