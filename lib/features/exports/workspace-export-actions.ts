'use server'

import { personAction } from '../person-action.ts'
import { workspaceAction } from '../workspace-action.ts'
import { createWorkspace } from '../workspaces/workspace-commands.ts'
import { askForWorkspaceZip } from './workspace-export-commands.ts'
import { askForWorkspaceZipSchema, workspaceToFillSchema } from './workspace-export-schema.ts'

export const askForWorkspaceZipAction = workspaceAction(
  'workspace.export',
  askForWorkspaceZipSchema,
  async (scope, input) => {
    await askForWorkspaceZip(scope, input)
    return { message: 'The file is being written. You can leave this page.' }
  },
)

/** A new workspace for one that comes from another installation. */
export const createWorkspaceToFillAction = personAction(
  'create-workspace-to-fill',
  workspaceToFillSchema,
  async (visit, { name }) => {
    const { slug } = await createWorkspace(visit.person, name, visit.now)
    return { goTo: `/w/${slug}/settings/import` }
  },
)
