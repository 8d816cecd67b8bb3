'use server'

import { workspaceAction } from '../workspace-action.ts'
import { keepPromise, makePromise, releasePromise, reopenPromise } from './promise-commands.ts'
import {
  keepPromiseSchema,
  promiseSchema,
  releasePromiseSchema,
  reopenPromiseSchema,
} from './promise-schema.ts'

export const makePromiseAction = workspaceAction('promises.write', promiseSchema, async (scope, input) => {
  await makePromise(scope, input)
  return { message: 'Noted.' }
})

/** From a page of its own: back to where the promise stands now. */
export const makePromiseThereAction = workspaceAction(
  'promises.write',
  promiseSchema,
  async (scope, input) => {
    await makePromise(scope, input)
    const place = input.pitchId ? `pitches/${input.pitchId}` : `prospects/${input.prospectId}`
    return { goTo: `/w/${scope.workspaceSlug}/${place}#promises` }
  },
)

export const keepPromiseAction = workspaceAction(
  'promises.write',
  keepPromiseSchema,
  async (scope, input) => {
    await keepPromise(scope, input)
    return { message: 'Kept. Well done.' }
  },
)

export const releasePromiseAction = workspaceAction(
  'promises.write',
  releasePromiseSchema,
  async (scope, input) => {
    await releasePromise(scope, input)
    return { message: 'Let go of.' }
  },
)

export const reopenPromiseAction = workspaceAction(
  'promises.write',
  reopenPromiseSchema,
  async (scope, input) => {
    await reopenPromise(scope, input)
    return { message: 'Open again.' }
  },
)
