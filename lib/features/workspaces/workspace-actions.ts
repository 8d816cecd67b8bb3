'use server'

import { personAction } from '../person-action.ts'
import { workspaceAction } from '../workspace-action.ts'
import { changeWorkspace, createWorkspace } from './workspace-commands.ts'
import { newWorkspaceSchema, workspaceSettingsSchema } from './workspace-schema.ts'

export const createWorkspaceAction = personAction(
  'create-workspace',
  newWorkspaceSchema,
  async (visit, { name }) => {
    const { slug } = await createWorkspace(visit.person, name, visit.now)
    return { goTo: `/w/${slug}` }
  },
)

export const changeWorkspaceAction = workspaceAction(
  'workspace.settings',
  workspaceSettingsSchema,
  async (scope, input) => {
    await changeWorkspace(scope, input)
    return { message: 'Saved.' }
  },
)
