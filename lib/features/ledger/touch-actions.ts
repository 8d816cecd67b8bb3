'use server'

import { TOUCH_KIND_TABLE } from '#lib/domain/touch-kinds.ts'
import { workspaceAction } from '../workspace-action.ts'
import { logTouch } from './touch-commands.ts'
import { touchSchema } from './touch-schema.ts'

/** From a prospect's page: stays there. */
export const logTouchAction = workspaceAction('touches.write', touchSchema, async (scope, input) => {
  await logTouch(scope, input)
  return { message: `Logged: ${TOUCH_KIND_TABLE[input.kind].label}.` }
})

/** From the quick page: back to it, with a way to undo. */
export const logQuickTouchAction = workspaceAction('touches.write', touchSchema, async (scope, input) => {
  const { touchId } = await logTouch(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/touch?logged=${touchId}` }
})
