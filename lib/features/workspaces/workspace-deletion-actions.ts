'use server'

import { refresh } from 'next/cache'
import { workspaceAction } from '../workspace-action.ts'
import { askForDeletion, takeDeletionBack } from './workspace-deletion-commands.ts'
import { askForDeletionSchema, takeDeletionBackSchema } from './workspace-deletion-schema.ts'

export const askForDeletionAction = workspaceAction(
  'workspace.delete',
  askForDeletionSchema,
  async (scope, input) => {
    await askForDeletion(scope, input)
    refresh() // the frame around every page says so
    return { goTo: `/w/${scope.workspaceSlug}/settings/danger` }
  },
)

export const takeDeletionBackAction = workspaceAction(
  'workspace.delete',
  takeDeletionBackSchema,
  async (scope) => {
    await takeDeletionBack(scope)
    refresh()
    return { goTo: `/w/${scope.workspaceSlug}/settings/danger?back=1` }
  },
)
