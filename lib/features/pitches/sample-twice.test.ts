import { beforeAll, describe, expect, it } from 'vitest'
import { reviewPitch } from '#lib/domain/pitch-gate/review-pitch.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aDraft, aLetter, aPitchGround } from '#lib/testing/a-pitch.ts'
import { anItem, anOffer, somebodyAt } from '#lib/testing/a-sample.ts'
import { at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { declineSample, takeBackSample } from '../samples/sample-moves.ts'
import { gatherPitchFacts } from './pitch-facts.ts'

let scope: WorkspaceScope
beforeAll(async () => {
  scope = await aWorkspace('Twice')
})

async function problemOf(pitchId: string, followUp?: { subject: string; body: string }) {
  const { facts } = await gatherPitchFacts(database(), scope, pitchId, followUp)
  return reviewPitch(facts).find(({ rule }) => rule === 'sample-twice')?.message ?? null
}

/** A letter to somebody who was offered a bag in March. */
async function aGround() {
  const ground = await aPitchGround(scope)
  const itemId = await anItem(scope, ground.site.id, { name: 'Ridge tarp' })
  const to = { itemId, prospectId: ground.prospect.id, contactId: ground.contact.id }
  return { ground, to }
}

const naming = (seed: string) => {
  const letter = aLetter(seed)
  return {
    ...letter,
    body: letter.body.replace('\n\nI am Mara', ' I would send you a ridge-tarp.\n\nI am Mara'),
  }
}

describe('the gate', () => {
  it('says so where a letter names a thing its reader was offered before', async () => {
    const { ground, to } = await aGround()
    const sampleId = await anOffer(scope, to)
    await declineSample(scope, { sampleId })
    const pitchId = await aDraft(scope, ground, naming('tarp'))
    expect(await problemOf(pitchId)).toBe(
      'This sample was offered to them before: Ridge tarp, on 4 March 2026, declined.',
    )
    expect(await problemOf(pitchId, { subject: 'Again', body: 'The ridge tarp is still here.' })).toBeNull()
  })

  it('has nothing against a thing that is offered in this very letter', async () => {
    const { ground, to } = await aGround()
    const pitchId = await aDraft(scope, ground, naming('very'))
    await anOffer(scope, to, { pitchId })
    expect(await problemOf(pitchId)).toBeNull()
  })

  it('says so where the same thing was offered in this letter and before it, named or not', async () => {
    const { ground, to } = await aGround()
    await anOffer(at(scope, '2026-01-10T12:00:00Z'), to)
    const pitchId = await aDraft(scope, ground)
    expect(await problemOf(pitchId)).toBeNull()
    await anOffer(scope, to, { pitchId, again: 'on' })
    expect(await problemOf(pitchId)).toMatch(/Ridge tarp, on 10 January 2026/)
  })

  it('forgets offers that were taken back, and those to others', async () => {
    const { ground, to } = await aGround()
    await takeBackSample(scope, { sampleId: await anOffer(scope, to) })
    const colleague = await somebodyAt(scope, ground.prospect.id)
    await anOffer(scope, { ...to, contactId: colleague })
    expect(await problemOf(await aDraft(scope, ground, naming('back')))).toBeNull()
  })
})
