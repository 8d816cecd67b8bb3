'use server'

import { workspaceAction } from '../workspace-action.ts'
import { changeView, deleteView, saveView } from './saved-view-commands.ts'
import { changeViewSchema, oneViewSchema, saveViewSchema } from './saved-view-schema.ts'

export const saveViewAction = workspaceAction('prospects.read', saveViewSchema, async (scope, input) => {
  const { query } = await saveView(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/prospects?${query}` }
})

export const changeViewAction = workspaceAction('prospects.read', changeViewSchema, async (scope, input) => {
  const { query } = await changeView(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/prospects?${query}` }
})

export const deleteViewAction = workspaceAction(
  'prospects.read',
  oneViewSchema,
  async (scope, { viewId }) => {
    await deleteView(scope, viewId)
    return { goTo: `/w/${scope.workspaceSlug}/prospects` }
  },
)
