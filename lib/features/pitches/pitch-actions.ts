'use server'

import { workspaceAction } from '../workspace-action.ts'
import {
  leaveAnswer,
  logAnswer,
  logBounce,
  logNo,
  logReply,
  logStop,
  stopPerson,
} from './conversation-commands.ts'
import { keepDraft, takeUpRevision } from './draft-commands.ts'
import { recordFollowUpSent, saveFollowUpText, skipFollowUp } from './follow-up-commands.ts'
import { backToDraft, changeSetup, closePitch, reopenPitch, startPitch } from './pitch-commands.ts'
import {
  approveSchema,
  changeSetupSchema,
  closeSchema,
  followUpIdSchema,
  followUpSentSchema,
  followUpTextSchema,
  pitchIdSchema,
  revisionSchema,
  saidSchema,
  saveDraftSchema,
  sentSchema,
  startPitchSchema,
  stopPersonSchema,
  wordsSchema,
} from './pitch-schema.ts'
import { approvePitch, askForReview, sendBackToDraft } from './review-commands.ts'
import { recordSent } from './sending-commands.ts'

export const startPitchAction = workspaceAction('pitches.write', startPitchSchema, async (scope, input) => {
  const { pitchId } = await startPitch(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/pitches/${pitchId}` }
})

export const changeSetupAction = workspaceAction('pitches.write', changeSetupSchema, async (scope, input) => {
  await changeSetup(scope, input)
  return { message: 'Changed.' }
})

export const keepDraftAction = workspaceAction('pitches.write', saveDraftSchema, async (scope, input) => {
  await keepDraft(scope, input)
  return { message: 'Saved.' }
})

export const takeUpRevisionAction = workspaceAction('pitches.write', revisionSchema, async (scope, input) => {
  await takeUpRevision(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/pitches/${input.pitchId}` }
})

export const backToDraftAction = workspaceAction('pitches.write', pitchIdSchema, async (scope, input) => {
  await backToDraft(scope, input)
  return undefined
})

export const askForReviewAction = workspaceAction('pitches.write', pitchIdSchema, async (scope, input) => {
  await askForReview(scope, input)
  return undefined
})

export const approvePitchAction = workspaceAction('pitches.review', approveSchema, async (scope, input) => {
  await approvePitch(scope, input)
  return undefined
})

export const sendBackToDraftAction = workspaceAction(
  'pitches.review',
  pitchIdSchema,
  async (scope, input) => {
    await sendBackToDraft(scope, input)
    return undefined
  },
)

export const recordSentAction = workspaceAction('pitches.send', sentSchema, async (scope, input) => {
  await recordSent(scope, input)
  return undefined
})

export const closePitchAction = workspaceAction('pitches.write', closeSchema, async (scope, input) => {
  await closePitch(scope, input)
  return undefined
})

export const reopenPitchAction = workspaceAction('pitches.write', pitchIdSchema, async (scope, input) => {
  await reopenPitch(scope, input)
  return undefined
})

export const logReplyAction = workspaceAction('pitches.write', saidSchema, async (scope, input) => {
  await logReply(scope, input)
  return { message: 'Logged.' }
})

export const logAnswerAction = workspaceAction('pitches.write', saidSchema, async (scope, input) => {
  await logAnswer(scope, input)
  return { message: 'Logged.' }
})

export const leaveAnswerAction = workspaceAction('pitches.write', pitchIdSchema, async (scope, input) => {
  await leaveAnswer(scope, input)
  return { message: 'Settled.' }
})

export const logBounceAction = workspaceAction('pitches.write', wordsSchema, async (scope, input) => {
  await logBounce(scope, input)
  return undefined
})

export const logNoAction = workspaceAction('pitches.write', wordsSchema, async (scope, input) => {
  await logNo(scope, input)
  return undefined
})

export const logStopAction = workspaceAction('pitches.write', wordsSchema, async (scope, input) => {
  await logStop(scope, input)
  return undefined
})

/** For a contact's own page, where the stop was said outside a pitch. */
export const stopPersonAction = workspaceAction('pitches.write', stopPersonSchema, async (scope, input) => {
  await stopPerson(scope, input)
  return { message: 'Nobody writes to them again.' }
})

export const saveFollowUpAction = workspaceAction(
  'pitches.write',
  followUpTextSchema,
  async (scope, input) => {
    await saveFollowUpText(scope, input)
    return { message: 'Saved.' }
  },
)

export const followUpSentAction = workspaceAction(
  'pitches.send',
  followUpSentSchema,
  async (scope, input) => {
    await recordFollowUpSent(scope, input)
    return undefined
  },
)

export const skipFollowUpAction = workspaceAction('pitches.write', followUpIdSchema, async (scope, input) => {
  await skipFollowUp(scope, input)
  return { message: 'Left at one message.' }
})
