'use server'

import { workspaceAction } from '../workspace-action.ts'
import { addItem, changeItem } from './item-commands.ts'
import { addItemSchema, changeItemSchema } from './item-schema.ts'
import { changeSample, offerSample } from './sample-commands.ts'
import {
  acceptSample,
  closeWithNothing,
  declineSample,
  leaveSampleOpen,
  markArrived,
  markCameBack,
  shipSample,
  takeBackSample,
  unshipSample,
} from './sample-moves.ts'
import { changeSampleSchema, offerSampleSchema, sampleIdSchema, shipSampleSchema } from './sample-schema.ts'

const may = 'samples.write'

export const addItemAction = workspaceAction(may, addItemSchema, async (scope, input) => {
  await addItem(scope, input)
  return { message: `Noted: ${input.name}.` }
})

export const changeItemAction = workspaceAction(may, changeItemSchema, async (scope, input) => {
  await changeItem(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/samples/items` }
})

export const offerSampleAction = workspaceAction(may, offerSampleSchema, async (scope, input) => {
  const { sampleId } = await offerSample(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/samples/${sampleId}` }
})

export const changeSampleAction = workspaceAction(may, changeSampleSchema, async (scope, input) => {
  await changeSample(scope, input)
  return { message: 'Kept: these words go with it.' }
})

export const shipSampleAction = workspaceAction(may, shipSampleSchema, async (scope, input) => {
  await shipSample(scope, input)
  return { message: 'It is on its way.' }
})

export const acceptSampleAction = workspaceAction(may, sampleIdSchema, async (scope, input) => {
  await acceptSample(scope, input)
  return { message: 'They would like it. It waits to be sent.' }
})

export const declineSampleAction = workspaceAction(may, sampleIdSchema, async (scope, input) => {
  await declineSample(scope, input)
  return { message: 'They would rather not. That is fine.' }
})

export const takeBackSampleAction = workspaceAction(may, sampleIdSchema, async (scope, input) => {
  await takeBackSample(scope, input)
  return { message: 'The offer is taken back.' }
})

export const unshipSampleAction = workspaceAction(may, sampleIdSchema, async (scope, input) => {
  await unshipSample(scope, input)
  return { message: 'It is on the shelf again, and waits to be sent.' }
})

export const markArrivedAction = workspaceAction(may, sampleIdSchema, async (scope, input) => {
  await markArrived(scope, input)
  return { message: 'It arrived. What they make of it is theirs.' }
})

export const markCameBackAction = workspaceAction(may, sampleIdSchema, async (scope, input) => {
  await markCameBack(scope, input)
  return { message: 'The parcel came back, and the thing is on the shelf again.' }
})

export const closeWithNothingAction = workspaceAction(may, sampleIdSchema, async (scope, input) => {
  await closeWithNothing(scope, input)
  return { message: 'A gift is a gift.' }
})

export const leaveSampleOpenAction = workspaceAction(may, sampleIdSchema, async (scope, input) => {
  await leaveSampleOpen(scope, input)
  return { message: 'It stays open. Nobody asks again.' }
})
