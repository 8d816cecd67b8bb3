'use server'

import { workspaceAction } from '../workspace-action.ts'
import { addSite, changeSite } from './site-commands.ts'
import { changeSiteSchema, siteSchema } from './site-schema.ts'

export const addSiteAction = workspaceAction('sites.write', siteSchema, async (scope, input) => {
  const { siteId } = await addSite(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/sites/${siteId}` }
})

export const changeSiteAction = workspaceAction('sites.write', changeSiteSchema, async (scope, input) => {
  await changeSite(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/sites/${input.siteId}` }
})
