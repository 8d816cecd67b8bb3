'use server'

import { workspaceAction } from '../workspace-action.ts'
import { readWriterFirst } from './read-first-commands.ts'
import { readWriterFirstSchema } from './read-first-schema.ts'

export const readWriterFirstAction = workspaceAction(
  'workspace.settings',
  readWriterFirstSchema,
  async (scope, input) => {
    await readWriterFirst(scope, input)
    return { message: input.isReadFirst ? 'Somebody reads their letters first from now on.' : 'Ended.' }
  },
)
