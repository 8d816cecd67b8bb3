'use server'

import { workspaceAction } from '../workspace-action.ts'
import { applyBatch, dropBatch, readImportAs, undoBatch } from './import-commands.ts'
import { applyImportSchema, oneImportSchema, readAsSchema } from './import-schema.ts'

export const readImportAsAction = workspaceAction('imports.run', readAsSchema, async (scope, input) => {
  await readImportAs(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/imports/${input.batchId}` }
})

export const applyImportAction = workspaceAction('imports.run', applyImportSchema, async (scope, input) => {
  await applyBatch(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/imports/${input.batchId}` }
})

export const undoImportAction = workspaceAction('imports.run', oneImportSchema, async (scope, input) => {
  await undoBatch(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/imports/${input.batchId}` }
})

export const dropImportAction = workspaceAction('imports.run', oneImportSchema, async (scope, input) => {
  await dropBatch(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/imports` }
})
