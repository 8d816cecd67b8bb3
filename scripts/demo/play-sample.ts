import { addItem } from '#lib/features/samples/item-commands.ts'
import { addItemSchema } from '#lib/features/samples/item-schema.ts'
import { offerSample } from '#lib/features/samples/sample-commands.ts'
import {
  acceptSample,
  closeWithNothing,
  declineSample,
  markArrived,
  markCameBack,
  shipSample,
  takeBackSample,
} from '#lib/features/samples/sample-moves.ts'
import { offerSampleSchema, shipSampleSchema } from '#lib/features/samples/sample-schema.ts'
import type { DemoItem, DemoSample } from './demo-story.ts'
import type { Stage } from './play-story.ts'

/** Something the story's people may give away. */
export async function playItem(stage: Stage, { site, ...item }: DemoItem, day: number) {
  const siteId = stage.siteIds[site] ?? ''
  const { itemId } = await addItem(stage.as(0, day), addItemSchema.parse({ ...item, siteId }))
  return itemId
}

type To = { prospectId: string; contactId: string; pitchId: string | null }

/** Everything that happened with one thing that was offered to somebody. */
export async function playSample(stage: Stage, by: number, demo: DemoSample, to: To): Promise<string> {
  const input = offerSampleSchema.parse({
    ...{ ...to, pitchId: to.pitchId ?? '', words: demo.words },
    itemId: stage.itemIds[demo.item] ?? '',
  })
  const { sampleId } = await offerSample(stage.as(by, demo.offered, 15), input)
  const it = { sampleId }
  const { accepted, declined, takenBack, sent, arrived, nothing, cameBack } = demo
  if (accepted !== undefined) await acceptSample(stage.as(by, accepted, 20), it)
  if (declined !== undefined) await declineSample(stage.as(by, declined, 20), it)
  if (takenBack !== undefined) await takeBackSample(stage.as(by, takenBack, 20), it)
  if (sent) {
    const { day, ...how } = sent
    await shipSample(stage.as(by, day, 25), shipSampleSchema.parse({ ...it, ...how }))
  }
  if (arrived !== undefined) await markArrived(stage.as(by, arrived, 30), it)
  if (nothing !== undefined) await closeWithNothing(stage.as(by, nothing, 35), it)
  if (cameBack !== undefined) await markCameBack(stage.as(by, cameBack, 35), it)
  return sampleId
}
