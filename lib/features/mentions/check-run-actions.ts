'use server'

import { workspaceAction } from '../workspace-action.ts'
import { startCheckRun, stopCheckRun } from './check-run-commands.ts'
import { checkRunIdSchema } from './check-run-schema.ts'
import { mentionFilterSchema } from './mention-list.ts'

export const startCheckRunAction = workspaceAction(
  'mentions.write',
  mentionFilterSchema,
  async (scope, filter) => {
    const { runId } = await startCheckRun(scope, filter)
    return { goTo: `/w/${scope.workspaceSlug}/checks/${runId}` }
  },
)

export const stopCheckRunAction = workspaceAction(
  'mentions.write',
  checkRunIdSchema,
  async (scope, { runId }) => {
    await stopCheckRun(scope, runId)
    return { message: 'Stopped. What was looked at stays.' }
  },
)
