'use server'

import { workspaceAction } from '../workspace-action.ts'
import { addCampaign, changeCampaign } from './campaign-commands.ts'
import { campaignSchema, changeCampaignSchema } from './campaign-schema.ts'

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
