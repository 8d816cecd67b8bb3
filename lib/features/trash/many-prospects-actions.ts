'use server'

import { prospectPlaceOf } from '../prospects/prospect-list.ts'
import { workspaceAction } from '../workspace-action.ts'
import { undoManyChange } from './many-changes.ts'
import { changeManyProspects } from './many-prospects-commands.ts'
import { manyProspectsSchema, undoManySchema } from './many-prospects-schema.ts'

export const changeManyProspectsAction = workspaceAction(
  'prospects.write',
  manyProspectsSchema,
  async (scope, input) => {
    const { message, trashId, changeId, exportQuery } = await changeManyProspects(scope, input)
    const home = `/w/${scope.workspaceSlug}`
    if (trashId) return { goTo: `${home}/trash?moved=${trashId}` }
    if (exportQuery !== undefined) return { goTo: `${home}/prospects/export.csv?${exportQuery}` }
    if (changeId) return { goTo: `${home}/prospects?${prospectPlaceOf(input.place, changeId)}` }
    return { message }
  },
)

export const undoManyAction = workspaceAction('prospects.write', undoManySchema, async (scope, input) => {
  await undoManyChange(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/prospects?${prospectPlaceOf(input.place, input.changeId)}` }
})
