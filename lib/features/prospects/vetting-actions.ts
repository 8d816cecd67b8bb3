'use server'

import { workspaceAction } from '../workspace-action.ts'
import { askForOutletLook } from './outlet-look-commands.ts'
import { oneProspectSchema } from './prospect-schema.ts'
import { answerVetting, takeBackVetting } from './vetting-commands.ts'
import { takeBackVettingSchema, vettingSchema } from './vetting-schema.ts'

export const answerVettingAction = workspaceAction('prospects.write', vettingSchema, async (scope, input) => {
  await answerVetting(scope, input)
  return { message: 'Noted.' }
})

export const takeBackVettingAction = workspaceAction(
  'prospects.write',
  takeBackVettingSchema,
  async (scope, input) => {
    await takeBackVetting(scope, input)
    return { message: 'Taken back. The question is open again.' }
  },
)

export const askForOutletLookAction = workspaceAction(
  'prospects.write',
  oneProspectSchema,
  async (scope, input) => {
    await askForOutletLook(scope, input)
    return { message: 'On its way. What is found arrives here by itself.' }
  },
)
