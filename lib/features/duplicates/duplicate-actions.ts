'use server'

import { z } from 'zod'
import { workspaceAction } from '../workspace-action.ts'
import { askForSearch } from './find-duplicates.ts'
import { mergeTwo, sayNotSame } from './merge-commands.ts'
import { mergeSchema, notSameSchema, partSchema } from './merge-schema.ts'
import { partAgain } from './unmerge-commands.ts'

export const mergeAction = workspaceAction('contacts.write', mergeSchema, async (scope, input) => {
  await mergeTwo(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/${input.kind}s/${input.keptId}` }
})

export const partAgainAction = workspaceAction('contacts.write', partSchema, async (scope, input) => {
  await partAgain(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/duplicates/merged?parted=${input.mergeId}` }
})

export const sayNotSameAction = workspaceAction('contacts.write', notSameSchema, async (scope, input) => {
  await sayNotSame(scope, input)
  return { message: 'Remembered: they are two.' }
})

export const askForSearchAction = workspaceAction('prospects.write', z.object({}), async (scope) => {
  await askForSearch(scope)
  return { message: 'The book is being searched.' }
})
