'use server'

import { workspaceAction } from '../workspace-action.ts'
import { noteAnswered, recordAnswerSent, saveAnswer } from './answer-commands.ts'
import { forgetDigest, keepRequests, takeDigest } from './digest-commands.ts'
import { closeRequest, foundPage, notThatPage, takeUpRequest } from './outcome-commands.ts'
import { addOutletOfRequest, tieOutlet } from './outlet-commands.ts'
import { changeRequest, chooseSite, tickCondition } from './request-commands.ts'
import {
  addOutletSchema,
  changeRequestSchema,
  chooseSiteSchema,
  closeRequestSchema,
  digestIdSchema,
  foundPageSchema,
  keepRequestsSchema,
  noteAnsweredSchema,
  requestIdSchema,
  saveAnswerSchema,
  sentSchema,
  takeDigestSchema,
  tickSchema,
  tieOutletSchema,
} from './request-schema.ts'
import { keptWords } from './request-words.ts'

export const takeDigestAction = workspaceAction('requests.write', takeDigestSchema, async (scope, input) => {
  const { digestId } = await takeDigest(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/requests/digests/${digestId}` }
})

export const keepRequestsAction = workspaceAction(
  'requests.write',
  keepRequestsSchema,
  async (scope, input) => ({
    message: keptWords(await keepRequests(scope, input)),
  }),
)

export const forgetDigestAction = workspaceAction('requests.write', digestIdSchema, async (scope, input) => {
  await forgetDigest(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/requests/new` }
})

export const changeRequestAction = workspaceAction(
  'requests.write',
  changeRequestSchema,
  async (scope, input) => {
    await changeRequest(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/requests/${input.requestId}` }
  },
)

export const chooseSiteAction = workspaceAction('requests.write', chooseSiteSchema, async (scope, input) => {
  await chooseSite(scope, input)
  return { message: 'Saved.' }
})

export const tickConditionAction = workspaceAction('requests.write', tickSchema, async (scope, input) => {
  await tickCondition(scope, input)
  return { message: 'Noted.' }
})

export const saveAnswerAction = workspaceAction('requests.write', saveAnswerSchema, async (scope, input) => {
  await saveAnswer(scope, input)
  return { message: 'Saved.' }
})

export const answerSentAction = workspaceAction('requests.write', sentSchema, async (scope, input) => {
  await recordAnswerSent(scope, input)
  return { message: 'Noted. It is with them now.' }
})

export const noteAnsweredAction = workspaceAction(
  'requests.write',
  noteAnsweredSchema,
  async (scope, input) => {
    await noteAnswered(scope, input)
    return { message: 'Noted. It is with them now.' }
  },
)

export const foundPageAction = workspaceAction('mentions.write', foundPageSchema, async (scope, input) => {
  await foundPage(scope, input)
  return { message: 'Noted. The page is being looked at.' }
})

export const notThatPageAction = workspaceAction('requests.write', requestIdSchema, async (scope, input) => {
  await notThatPage(scope, input)
  return { message: 'The mention stays, and stands for itself.' }
})

export const closeRequestAction = workspaceAction(
  'requests.write',
  closeRequestSchema,
  async (scope, input) => {
    await closeRequest(scope, input)
    return { message: 'Closed.' }
  },
)

export const takeUpRequestAction = workspaceAction(
  'requests.write',
  requestIdSchema,
  async (scope, input) => {
    await takeUpRequest(scope, input)
    return { message: 'It is open again.' }
  },
)

export const tieOutletAction = workspaceAction('requests.write', tieOutletSchema, async (scope, input) => {
  await tieOutlet(scope, input)
  return { message: 'Saved.' }
})

export const addOutletAction = workspaceAction('prospects.write', addOutletSchema, async (scope, input) => {
  await addOutletOfRequest(scope, input)
  return { message: `Added: ${input.name}.` }
})
