'use server'

import { workspaceAction } from '../workspace-action.ts'
import {
  addCustomField,
  changeCustomField,
  moveCustomField,
  removeCustomField,
  restoreCustomField,
} from './custom-field-commands.ts'
import {
  changeCustomFieldSchema,
  customFieldSchema,
  moveCustomFieldSchema,
  oneCustomFieldSchema,
} from './custom-field-schema.ts'

export const addCustomFieldAction = workspaceAction(
  'workspace.settings',
  customFieldSchema,
  async (scope, input) => {
    await addCustomField(scope, input)
    return { message: `Added: ${input.label}.` }
  },
)

export const changeCustomFieldAction = workspaceAction(
  'workspace.settings',
  changeCustomFieldSchema,
  async (scope, input) => {
    await changeCustomField(scope, input)
    return { message: 'Saved.' }
  },
)

export const moveCustomFieldAction = workspaceAction(
  'workspace.settings',
  moveCustomFieldSchema,
  async (scope, input) => {
    await moveCustomField(scope, input)
    return { message: 'Moved.' }
  },
)

export const removeCustomFieldAction = workspaceAction(
  'workspace.settings',
  oneCustomFieldSchema,
  async (scope, input) => {
    await removeCustomField(scope, input)
    return { message: 'Removed. What was written in it is kept, and comes back with it.' }
  },
)

export const restoreCustomFieldAction = workspaceAction(
  'workspace.settings',
  oneCustomFieldSchema,
  async (scope, input) => {
    await restoreCustomField(scope, input)
    return { message: 'It is back, with what was written in it.' }
  },
)
