'use server'

import { workspaceAction } from '../workspace-action.ts'
import { erasePerson } from './erase-commands.ts'
import { erasePersonSchema, retentionSchema } from './privacy-schema.ts'
import { changeRetention } from './retention-commands.ts'

export const erasePersonAction = workspaceAction('people.erase', erasePersonSchema, async (scope, input) => {
  const { erasureId } = await erasePerson(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/settings/privacy?erased=${erasureId}` }
})

export const changeRetentionAction = workspaceAction(
  'people.erase',
  retentionSchema,
  async (scope, input) => {
    await changeRetention(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/settings/privacy?saved=1` }
  },
)
