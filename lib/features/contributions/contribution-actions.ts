'use server'

import { CONTRIBUTION_STATE_TABLE } from '#lib/domain/contributions/contribution-states.ts'
import { workspaceAction } from '../workspace-action.ts'
import { addContribution, changeContribution } from './contribution-commands.ts'
import {
  addContributionSchema,
  answerFitSchema,
  changeContributionSchema,
  episodeSchema,
  moveSchema,
  preparationSchema,
  publishSchema,
  saveTextSchema,
} from './contribution-schema.ts'
import { moveContribution } from './move-commands.ts'
import { answerFit, savePreparation, saveText } from './preparation-commands.ts'
import { publishContribution, sayNotIt, tieEpisode } from './publish-commands.ts'

const pageOf = (slug: string, id: string) => `/w/${slug}/contributions/${id}`

export const addContributionAction = workspaceAction(
  'contributions.write',
  addContributionSchema,
  async (scope, input) => {
    const { contributionId } = await addContribution(scope, input)
    return { goTo: pageOf(scope.workspaceSlug, contributionId) }
  },
)

export const changeContributionAction = workspaceAction(
  'contributions.write',
  changeContributionSchema,
  async (scope, input) => {
    await changeContribution(scope, input)
    return { goTo: pageOf(scope.workspaceSlug, input.contributionId) }
  },
)

export const moveContributionAction = workspaceAction(
  'contributions.write',
  moveSchema,
  async (scope, input) => {
    await moveContribution(scope, input)
    return { message: `Noted: ${CONTRIBUTION_STATE_TABLE[input.to].label.toLowerCase()}.` }
  },
)

export const publishContributionAction = workspaceAction(
  'contributions.write',
  publishSchema,
  async (scope, input) => {
    await publishContribution(scope, input)
    return { message: 'It is out. The page is being looked at.' }
  },
)

export const tieEpisodeAction = workspaceAction(
  'contributions.write',
  episodeSchema,
  async (scope, input) => {
    await tieEpisode(scope, input)
    return { message: 'It is out. The page is being looked at.' }
  },
)

export const sayNotItAction = workspaceAction('contributions.write', episodeSchema, async (scope, input) => {
  await sayNotIt(scope, input)
  return { message: 'Noted. It is not offered again.' }
})

export const saveTextAction = workspaceAction('contributions.write', saveTextSchema, async (scope, input) => {
  await saveText(scope, input)
  return { message: 'Saved.' }
})

export const answerFitAction = workspaceAction(
  'contributions.write',
  answerFitSchema,
  async (scope, input) => {
    await answerFit(scope, input)
    return { message: 'Noted.' }
  },
)

export const savePreparationAction = workspaceAction(
  'contributions.write',
  preparationSchema,
  async (scope, input) => {
    await savePreparation(scope, input)
    return { message: 'Saved.' }
  },
)
