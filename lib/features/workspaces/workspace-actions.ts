'use server'

import { personAction } from '../person-action.ts'
import { workspaceAction } from '../workspace-action.ts'
import { changeWorkspace, createWorkspace, letWritersReview } from './workspace-commands.ts'
import { newWorkspaceSchema, workspaceSettingsSchema, writersReviewSchema } from './workspace-schema.ts'

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

export const letWritersReviewAction = workspaceAction(
  'members.manage',
  writersReviewSchema,
  async (scope, input) => {
    await letWritersReview(scope, input)
    return { message: 'Saved.' }
  },
)
