'use server'

import { workspaceAction } from '../workspace-action.ts'
import { addCampaign, changeCampaign } from './campaign-commands.ts'
import { campaignSchema, changeCampaignSchema, readCampaignFirstSchema } from './campaign-schema.ts'
import { readCampaignFirst } from './read-first-commands.ts'

export const addCampaignAction = workspaceAction('campaigns.write', campaignSchema, async (scope, input) => {
  const { campaignId } = await addCampaign(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/campaigns/${campaignId}` }
})

export const changeCampaignAction = workspaceAction(
  'campaigns.write',
  changeCampaignSchema,
  async (scope, input) => {
    await changeCampaign(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/campaigns/${input.campaignId}` }
  },
)

export const readCampaignFirstAction = workspaceAction(
  'campaigns.write',
  readCampaignFirstSchema,
  async (scope, input) => {
    await readCampaignFirst(scope, input)
    return { message: input.isReadFirst ? 'Somebody reads every letter first from now on.' : 'Ended.' }
  },
)
