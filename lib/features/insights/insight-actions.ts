'use server'

import { workspaceAction } from '../workspace-action.ts'
import { addInsight, changeInsight, tieMention, untieMention } from './insight-commands.ts'
import { addInsightSchema, changeInsightSchema, citationSchema } from './insight-schema.ts'

export const addInsightAction = workspaceAction('insights.write', addInsightSchema, async (scope, input) => {
  const { insightId } = await addInsight(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/insights/${insightId}` }
})

export const changeInsightAction = workspaceAction(
  'insights.write',
  changeInsightSchema,
  async (scope, input) => {
    await changeInsight(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/insights/${input.insightId}` }
  },
)

export const tieMentionAction = workspaceAction('insights.write', citationSchema, async (scope, input) => {
  await tieMention(scope, input)
  return { message: 'Noted: it cites this.' }
})

export const untieMentionAction = workspaceAction('insights.write', citationSchema, async (scope, input) => {
  await untieMention(scope, input)
  return { message: 'Noted. It is not tied to this again.' }
})
