'use server'

import { workspaceAction } from '../workspace-action.ts'
import { capturePage } from './capture-commands.ts'
import { captureSchema } from './capture-schema.ts'

export const capturePageAction = workspaceAction('prospects.write', captureSchema, async (scope, input) => {
  const { path } = await capturePage(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}${path}` }
})
