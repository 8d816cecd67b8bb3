'use server'

import { workspaceAction } from '../workspace-action.ts'
import { acknowledgeOutcome, lookNow, recordOwnLook, sayAboutUs } from './look-commands.ts'
import { changeMention, recordMention } from './mention-commands.ts'
import {
  acknowledgeSchema,
  changeMentionSchema,
  mentionIdSchema,
  ownLookSchema,
  rawPageDaysSchema,
  recordMentionSchema,
} from './mention-schema.ts'
import { changeRawPageDays } from './raw-page-commands.ts'

/** Recording a page is asking to look at it. */
export const recordMentionAction = workspaceAction(
  'mentions.write',
  recordMentionSchema,
  async (scope, input) => {
    const { mentionId } = await recordMention(scope, input)
    await lookNow(scope, mentionId)
    return { goTo: `/w/${scope.workspaceSlug}/mentions/${mentionId}` }
  },
)

export const changeMentionAction = workspaceAction(
  'mentions.write',
  changeMentionSchema,
  async (scope, input) => {
    await changeMention(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/mentions/${input.mentionId}` }
  },
)

export const lookNowAction = workspaceAction(
  'mentions.write',
  mentionIdSchema,
  async (scope, { mentionId }) => {
    await lookNow(scope, mentionId)
    return {}
  },
)

export const recordOwnLookAction = workspaceAction('mentions.write', ownLookSchema, async (scope, input) => {
  await recordOwnLook(scope, input)
  return { message: 'Noted, as seen by you.' }
})

export const sayAboutUsAction = workspaceAction(
  'mentions.write',
  mentionIdSchema,
  async (scope, { mentionId }) => {
    await sayAboutUs(scope, mentionId)
    return {}
  },
)

export const acknowledgeOutcomeAction = workspaceAction(
  'mentions.write',
  acknowledgeSchema,
  async (scope, { mentionId, outcome }) => {
    await acknowledgeOutcome(scope, mentionId, outcome)
    return {}
  },
)

export const changeRawPageDaysAction = workspaceAction(
  'evidence.manage',
  rawPageDaysSchema,
  async (scope, input) => {
    await changeRawPageDays(scope, input)
    return { message: 'Saved.' }
  },
)
