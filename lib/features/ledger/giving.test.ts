import { expect, it } from 'vitest'
import { aPitchGround } from '#lib/testing/a-pitch.ts'
import { anItem, anOffer } from '#lib/testing/a-sample.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { acceptSample, markCameBack, shipSample, unshipSample } from '../samples/sample-moves.ts'
import { shipSampleSchema } from '../samples/sample-schema.ts'
import { getGiving } from './giving-queries.ts'

it('a sample counts as given once it is on its way, and no more when it came back', async () => {
  const scope = await aWorkspace('Parcels')
  const ground = await aPitchGround(scope)
  const to = { prospectId: ground.prospect.id, contactId: ground.contact.id }
  const whom = [{ prospectId: to.prospectId }, { contactId: to.contactId }]
  const counts = () => Promise.all(whom.map(async (of) => (await getGiving(scope, of)).gave))
  const itemId = await anItem(scope, ground.site.id)
  const sampleId = await anOffer(scope, { ...to, itemId })
  await acceptSample(scope, { sampleId })
  expect(await counts()).toEqual([0, 0])

  const ship = () => shipSample(scope, shipSampleSchema.parse({ sampleId }))
  await ship()
  expect(await counts()).toEqual([1, 1])
  const { newest, since } = await getGiving(scope, { contactId: to.contactId })
  expect(newest).toMatchObject([
    { side: 'gave', what: 'Sent a sample', words: 'Anchor bag', path: `/samples/${sampleId}` },
  ])
  expect(since).toEqual(scope.now)

  await unshipSample(scope, { sampleId })
  expect(await counts()).toEqual([0, 0])
  await ship()
  await markCameBack(scope, { sampleId })
  expect(await counts()).toEqual([0, 0])
})
