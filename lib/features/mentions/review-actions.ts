'use server'

import { workspaceAction } from '../workspace-action.ts'
import { confirmOutcome, overruleOutcome, recordSeenByPerson } from './decision-commands.ts'
import { confirmSchema, overruleSchema, seenByPersonSchema } from './review-schema.ts'

export const confirmOutcomeAction = workspaceAction(
  'outcomes.review',
  confirmSchema,
  async (scope, input) => ({
    message: `Confirmed: ${(await confirmOutcome(scope, input)).host}.`,
  }),
)

export const overruleOutcomeAction = workspaceAction(
  'outcomes.review',
  overruleSchema,
  async (scope, input) => ({ message: `Overruled: ${(await overruleOutcome(scope, input)).host}.` }),
)

export const recordSeenByPersonAction = workspaceAction(
  'outcomes.review',
  seenByPersonSchema,
  async (scope, input) => ({
    message: `Noted, as seen by you: ${(await recordSeenByPerson(scope, input)).host}.`,
  }),
)
