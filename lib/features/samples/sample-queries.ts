import { NotFound } from '#lib/domain/refusal.ts'
import { sumByCurrency } from '#lib/domain/samples/sample-money.ts'
import {
  asksAt,
  GIVEN_STATES,
  longArrivedBefore,
  type SampleState,
} from '#lib/domain/samples/sample-states.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { type NarrowList, onlyThese } from '../narrow-list.ts'

const MOST_SHOWN = 25
const MOST_OF_ONE = 100
const MOST_IN_A_CALENDAR = 200

/** A sample with everything it hangs on; what lies in the trash of that is left out. @throws NotFound */
export async function getSample(scope: WorkspaceScope, sampleId: string) {
  authorizeToSee(scope, 'samples.read')
  const sample = await database().sample.findFirst({
    where: { id: sampleId, workspaceId: scope.workspaceId, deletedAt: null },
    include: {
      item: { include: { site: { select: { id: true, name: true } } } },
      prospect: { select: { id: true, name: true, country: true, deletedAt: true } },
      contact: { select: { id: true, name: true, country: true, deletedAt: true } },
      campaign: { select: { id: true, name: true, deletedAt: true } },
      pitch: { select: { id: true, subject: true, deletedAt: true } },
      offeredBy: { select: { name: true } },
    },
  })
  if (!sample) throw new NotFound()
  const { campaign, pitch, ...rest } = sample
  return {
    ...rest,
    state: sample.state as SampleState,
    campaign: campaign?.deletedAt ? null : campaign,
    pitch: pitch?.deletedAt ? null : pitch,
  }
}

export type SampleWithAll = Awaited<ReturnType<typeof getSample>>

/** One of the two: an outlet with everybody there, or one person wherever they write. */
export type Relationship = { prospectId: string } | { contactId: string }

/** What was given in a relationship, newest first. */
export async function listSamplesGiven(scope: WorkspaceScope, whose: Relationship) {
  authorizeToSee(scope, 'samples.read')
  const samples = await database().sample.findMany({
    where: { workspaceId: scope.workspaceId, ...whose, deletedAt: null },
    orderBy: [{ offeredAt: 'desc' }, { id: 'desc' }],
    take: MOST_OF_ONE,
    select: {
      ...SHORT,
      contact: { select: { id: true, name: true } },
      prospect: { select: { id: true, name: true } },
    },
  })
  return samples.map((sample) => ({ ...sample, state: sample.state as SampleState }))
}

/**
 * What one relationship cost us in things and postage, each currency by itself, and in how many gifts. It is never counted
 * for a link: a gift buys none, and a price for a link would say it did.
 */
export async function costOfRelationship(scope: WorkspaceScope, whose: Relationship) {
  authorizeToSee(scope, 'samples.read')
  const sums = await database().sample.groupBy({
    by: ['currency', 'state'],
    where: {
      ...{ workspaceId: scope.workspaceId, ...whose, deletedAt: null },
      state: { in: [...GIVEN_STATES, 'came-back'] },
    },
    _sum: { costMinor: true, shippingMinor: true },
    _count: true,
  })
  const given = sums.filter(({ state }) => state !== 'came-back')
  const amounts = (of: 'costMinor' | 'shippingMinor') =>
    sumByCurrency(
      sums.flatMap(({ currency, _sum }) => (_sum[of] === null ? [] : [{ minor: _sum[of], currency }])),
    )
  const count = (state: SampleState) =>
    given.reduce((sum, row) => sum + (row.state === state ? row._count : 0), 0)
  return {
    things: amounts('costMinor'),
    shipping: amounts('shippingMinor'),
    gifts: given.reduce((sum, row) => sum + row._count, 0),
    mentionCame: count('mention-came'),
    nothingCame: count('nothing-came'),
  }
}

export type RelationshipCost = Awaited<ReturnType<typeof costOfRelationship>>

/** Accepted and not sent yet, longest waiting first. */
export async function listSamplesToSend(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'samples.read')
  return database().sample.findMany({
    where: { workspaceId: scope.workspaceId, deletedAt: null, state: 'accepted', ...onlyThese(narrow) },
    orderBy: [{ acceptedAt: 'asc' }, { id: 'asc' }],
    take: narrow.take ?? MOST_SHOWN,
    select: TODAY,
  })
}

/** With them for some weeks, and nobody here has said whether anything came of it. Each is asked about once. */
export async function listSamplesToAskAbout(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'samples.read')
  const { workspaceId, now } = scope
  return database().sample.findMany({
    where: {
      ...{ workspaceId, deletedAt: null, state: 'arrived', askedAt: null },
      arrivedAt: { lte: longArrivedBefore(now) },
      ...onlyThese(narrow),
    },
    orderBy: [{ arrivedAt: 'asc' }, { id: 'asc' }],
    take: narrow.take ?? MOST_SHOWN,
    select: TODAY,
  })
}

/** What this member gave, has arrived, and is to be asked about: soonest first, those of the past left out. */
export async function listOwnSamplesOut(scope: WorkspaceScope) {
  authorizeToSee(scope, 'samples.read')
  const { workspaceId, memberId, now } = scope
  const samples = await database().sample.findMany({
    where: {
      ...{ workspaceId, offeredById: memberId, deletedAt: null, state: 'arrived', askedAt: null },
      arrivedAt: { gt: longArrivedBefore(now) },
    },
    orderBy: [{ arrivedAt: 'asc' }, { id: 'asc' }],
    take: MOST_IN_A_CALENDAR,
    select: { id: true, arrivedAt: true, item: { select: { name: true } } },
  })
  return samples.flatMap(({ arrivedAt, ...sample }) =>
    arrivedAt ? [{ ...sample, asksAt: asksAt(arrivedAt) }] : [],
  )
}

const SHORT = {
  ...{ id: true, state: true, offeredAt: true, sentAt: true, arrivedAt: true, endedAt: true },
  item: { select: { id: true, name: true } },
} as const

const TODAY = {
  ...{ id: true, acceptedAt: true, arrivedAt: true },
  item: { select: { name: true } },
  prospect: { select: { name: true } },
  contact: { select: { name: true } },
} as const
