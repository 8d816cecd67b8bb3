import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { readAmount } from '#lib/domain/samples/sample-money.ts'
import { SAMPLE_MOVE_TABLE, type SampleMove } from '#lib/domain/samples/sample-states.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { NO_AMOUNT } from './item-schema.ts'
import type { ShipSampleInput } from './sample-schema.ts'

type Which = { sampleId: string }

/** They would like it; also after they had declined, or you had taken it back. @throws NotFound, Refusal */
export async function acceptSample(scope: WorkspaceScope, { sampleId }: Which) {
  await moveAlone(scope, sampleId, 'accept', { acceptedAt: scope.now, endedAt: null })
}

/** They would rather not. @throws NotFound, Refusal */
export async function declineSample(scope: WorkspaceScope, { sampleId }: Which) {
  await moveAlone(scope, sampleId, 'decline', { endedAt: scope.now })
}

/** You take the offer back, before anything went out. @throws NotFound, Refusal */
export async function takeBackSample(scope: WorkspaceScope, { sampleId }: Which) {
  await moveAlone(scope, sampleId, 'take-back', { endedAt: scope.now })
}

/** It arrived. @throws NotFound, Refusal */
export async function markArrived(scope: WorkspaceScope, { sampleId }: Which) {
  await moveAlone(scope, sampleId, 'arrive', { arrivedAt: scope.now })
}

/** Nothing came of it, and that is an end like any other. @throws NotFound, Refusal */
export async function closeWithNothing(scope: WorkspaceScope, { sampleId }: Which) {
  await moveAlone(scope, sampleId, 'nothing', { endedAt: scope.now })
}

/**
 * It went out: it is taken off the stock, once, and what it cost then is kept with it.
 *
 * @throws NotFound; Refusal where none are left by the count (field `anyway`), or the amount is none (field `shipping`)
 */
export async function shipSample(
  scope: WorkspaceScope,
  { sampleId, carrier, trackingNumber, shipping, anyway }: ShipSampleInput,
) {
  authorize(scope, 'samples.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const { itemId, prospectId, ...earlier } = await move(tx, scope, sampleId, 'ship', {
      ...{ carrier, trackingNumber, sentAt: now, arrivedAt: null, endedAt: null, askedAt: null },
    })
    const item = await tx.sampleItem.findFirst({
      where: { id: itemId, workspaceId },
      select: { costMinor: true, currency: true },
    })
    if (!item) throw new NotFound()
    const shippingMinor = shipping === '' ? null : readAmount(shipping, item.currency)
    if (shipping !== '' && shippingMinor === null) throw new Refusal(NO_AMOUNT, undefined, 'shipping')
    // What it cost to send it in vain stays with it.
    const before = earlier.currency === item.currency ? earlier.shippingMinor : null
    const shippedFor = before === null ? shippingMinor : before + (shippingMinor ?? 0)
    const counted = await takeOffStock(tx, scope, itemId, anyway)
    await tx.sample.updateMany({
      where: { id: sampleId, workspaceId },
      data: { costMinor: item.costMinor, currency: item.currency, shippingMinor: shippedFor, counted },
    })
    await tx.prospect.updateMany({
      where: { id: prospectId, workspaceId, OR: [{ lastTouchAt: null }, { lastTouchAt: { lt: now } }] },
      data: { lastTouchAt: now },
    })
  })
}

/** It did not go out after all: it is on the shelf again, and waits to be sent. @throws NotFound, Refusal */
export async function unshipSample(scope: WorkspaceScope, { sampleId }: Which) {
  await moveBack(scope, sampleId, 'unship', {
    ...{ sentAt: null, carrier: '', trackingNumber: '', costMinor: null, shippingMinor: null },
  })
}

/** The parcel came back: the thing is on the shelf again; what sending it cost stays paid. @throws NotFound, Refusal */
export async function markCameBack(scope: WorkspaceScope, { sampleId }: Which) {
  await moveBack(scope, sampleId, 'come-back', { endedAt: scope.now, costMinor: null })
}

/** Somebody was asked whether anything came of it, and leaves it open. Nobody is asked again. @throws NotFound */
export async function leaveSampleOpen(scope: WorkspaceScope, { sampleId }: Which) {
  authorize(scope, 'samples.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const where = { id: sampleId, workspaceId, deletedAt: null }
    if (!(await tx.sample.findFirst({ where, select: { id: true } }))) throw new NotFound()
    await tx.sample.updateMany({
      where: { ...where, state: 'arrived', askedAt: null },
      data: { askedAt: now, updatedAt: now },
    })
  })
}

async function moveAlone(
  scope: WorkspaceScope,
  sampleId: string,
  how: SampleMove,
  data: Prisma.SampleUpdateManyMutationInput,
) {
  authorize(scope, 'samples.write')
  await inTransaction((tx) => move(tx, scope, sampleId, how, data))
}

async function moveBack(
  scope: WorkspaceScope,
  sampleId: string,
  how: 'unship' | 'come-back',
  data: Prisma.SampleUpdateManyMutationInput,
) {
  authorize(scope, 'samples.write')
  const { workspaceId } = scope
  await inTransaction(async (tx) => {
    const was = await tx.sample.updateMany({
      where: { id: sampleId, workspaceId, counted: true, state: { in: [...SAMPLE_MOVE_TABLE[how].from] } },
      data: { counted: false },
    })
    const { itemId } = await move(tx, scope, sampleId, how, data)
    if (was.count === 0) return
    await tx.sampleItem.updateMany({
      where: { id: itemId, workspaceId, stock: { not: null } },
      data: { stock: { increment: 1 } },
    })
  })
}

/**
 * One move of the table, if the sample stands where it may be made from: of two clicks the second changes nothing, and is
 * told so unless it is the same move again.
 */
async function move(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  sampleId: string,
  how: SampleMove,
  data: Prisma.SampleUpdateManyMutationInput,
) {
  const { from, to, refusal } = SAMPLE_MOVE_TABLE[how]
  const where = { id: sampleId, workspaceId, deletedAt: null }
  const { count } = await tx.sample.updateMany({
    where: { ...where, state: { in: [...from] } },
    data: { ...data, state: to, updatedAt: now },
  })
  const sample = await tx.sample.findFirst({
    where,
    select: { itemId: true, prospectId: true, shippingMinor: true, currency: true },
  })
  if (!sample) throw new NotFound()
  if (count === 0) throw new Refusal(refusal, 'Load the page again to see how it stands.')
  return sample
}

/** @returns whether it was counted; what nobody counts is never short */
async function takeOffStock(
  tx: Transaction,
  { workspaceId }: WorkspaceScope,
  itemId: string,
  anyway: boolean,
): Promise<boolean> {
  const where = { id: itemId, workspaceId }
  const { count } = await tx.sampleItem.updateMany({
    where: { ...where, stock: anyway ? { not: null } : { gt: 0 } },
    data: { stock: { decrement: 1 } },
  })
  if (count > 0) return true
  const isCounted = await tx.sampleItem.findFirst({
    where: { ...where, stock: { not: null } },
    select: { id: true },
  })
  if (!isCounted) return false
  throw new Refusal(
    'By your count, none of these are left.',
    'Put the count right under Items, or tick that it goes out all the same.',
    'anyway',
  )
}
