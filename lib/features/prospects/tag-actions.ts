'use server'

import { workspaceAction } from '../workspace-action.ts'
import { deleteTag, renameTag } from './tag-commands.ts'
import { oneTagSchema, renameTagSchema } from './tag-schema.ts'

export const renameTagAction = workspaceAction(
  'workspace.settings',
  renameTagSchema,
  async (scope, input) => {
    const { isMerged } = await renameTag(scope, input)
    return { message: isMerged ? 'The two are one now.' : 'Renamed everywhere.' }
  },
)

export const deleteTagAction = workspaceAction('workspace.settings', oneTagSchema, async (scope, input) => {
  const { name } = await deleteTag(scope, input)
  return { message: `“${name}” is gone from every row.` }
})
