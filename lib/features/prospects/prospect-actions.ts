'use server'

import { workspaceAction } from '../workspace-action.ts'
import {
  addNoteToProspect,
  addProspect,
  changeProspect,
  markNotForUs,
  setGuidelines,
  takeUpAgain,
} from './prospect-commands.ts'
import {
  changeProspectSchema,
  guidelinesSchema,
  notForUsSchema,
  oneProspectSchema,
  prospectNoteSchema,
  prospectSchema,
} from './prospect-schema.ts'

export const addProspectAction = workspaceAction('prospects.write', prospectSchema, async (scope, input) => {
  const { prospectId } = await addProspect(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/prospects/${prospectId}` }
})

export const changeProspectAction = workspaceAction(
  'prospects.write',
  changeProspectSchema,
  async (scope, input) => {
    await changeProspect(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/prospects/${input.prospectId}` }
  },
)

export const setGuidelinesAction = workspaceAction(
  'prospects.write',
  guidelinesSchema,
  async (scope, input) => {
    await setGuidelines(scope, input)
    return { message: 'Noted.' }
  },
)

export const addNoteToProspectAction = workspaceAction(
  'prospects.write',
  prospectNoteSchema,
  async (scope, input) => {
    await addNoteToProspect(scope, input)
    return { message: 'Noted.' }
  },
)

export const markNotForUsAction = workspaceAction('prospects.write', notForUsSchema, async (scope, input) => {
  await markNotForUs(scope, input)
  return { message: 'Put aside.' }
})

export const takeUpAgainAction = workspaceAction(
  'prospects.write',
  oneProspectSchema,
  async (scope, input) => {
    await takeUpAgain(scope, input)
    return { message: 'Taken up again.' }
  },
)
