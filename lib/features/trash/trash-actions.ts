'use server'

import { z } from 'zod'
import { choice, id } from '../form-fields.ts'
import { workspaceAction } from '../workspace-action.ts'
import { moveToTrash, restoreFromTrash, sayNotAboutUs } from './trash-commands.ts'
import { TRASH_KINDS } from './trash-kinds.ts'

const moveSchema = z.object({ kind: choice(TRASH_KINDS), itemId: id() })

export const moveToTrashAction = workspaceAction(
  'trash.restore',
  moveSchema,
  async (scope, { kind, itemId }) => {
    const { trashId } = await moveToTrash(scope, kind, itemId)
    return { goTo: `/w/${scope.workspaceSlug}/trash?moved=${trashId}` }
  },
)

export const sayNotAboutUsAction = workspaceAction(
  'outcomes.review',
  z.object({ mentionId: id('a mention') }),
  async (scope, input) => ({
    message: `Not about you: ${(await sayNotAboutUs(scope, input)).host}. It is in the trash.`,
  }),
)

export const restoreAction = workspaceAction(
  'trash.restore',
  z.object({ trashId: id() }),
  async (scope, { trashId }) => {
    const { path } = await restoreFromTrash(scope, trashId)
    return { goTo: `/w/${scope.workspaceSlug}${path}` }
  },
)
