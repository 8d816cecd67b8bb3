'use server'

import { workspaceAction } from '../workspace-action.ts'
import { dropBatch, readImportAs, undoBatch } from './import-commands.ts'
import { decideSchema, oneImportSchema, readAsSchema } from './import-schema.ts'
import { decideOnBatch } from './row-choice-commands.ts'

export const readImportAsAction = workspaceAction('imports.run', readAsSchema, async (scope, input) => {
  await readImportAs(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/imports/${input.batchId}` }
})

export const decideOnImportAction = workspaceAction('imports.run', decideSchema, async (scope, input) => {
  const { isApplied } = await decideOnBatch(scope, input)
  return isApplied
    ? { goTo: `/w/${scope.workspaceSlug}/imports/${input.batchId}` }
    : { message: 'Noted. It is done with the rest when you press “Apply”.' }
})

export const undoImportAction = workspaceAction('imports.run', oneImportSchema, async (scope, input) => {
  await undoBatch(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/imports/${input.batchId}` }
})

export const dropImportAction = workspaceAction('imports.run', oneImportSchema, async (scope, input) => {
  await dropBatch(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/imports` }
})
