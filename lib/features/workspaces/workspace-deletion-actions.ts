'use server'

import { workspaceAction } from '../workspace-action.ts'
import { askForDeletion, takeDeletionBack } from './workspace-deletion-commands.ts'
import { askForDeletionSchema, takeDeletionBackSchema } from './workspace-deletion-schema.ts'

export const askForDeletionAction = workspaceAction(
  'workspace.delete',
  askForDeletionSchema,
  async (scope, input) => {
    await askForDeletion(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/settings/danger` }
  },
)

export const takeDeletionBackAction = workspaceAction(
  'workspace.delete',
  takeDeletionBackSchema,
  async (scope) => {
    await takeDeletionBack(scope)
    return { goTo: `/w/${scope.workspaceSlug}/settings/danger?back=1` }
  },
)
