'use server'

import { workspaceAction } from '../workspace-action.ts'
import { changeManyProspects } from './many-prospects-commands.ts'
import { manyProspectsSchema } from './many-prospects-schema.ts'

export const changeManyProspectsAction = workspaceAction(
  'prospects.write',
  manyProspectsSchema,
  async (scope, input) => {
    const { message, trashId, exportQuery } = await changeManyProspects(scope, input)
    const home = `/w/${scope.workspaceSlug}`
    if (trashId) return { goTo: `${home}/trash?moved=${trashId}` }
    if (exportQuery !== undefined) return { goTo: `${home}/prospects/export.csv?${exportQuery}` }
    return { message }
  },
)
