import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { pageAt, readPlace, writeCursor } from '../page-cursor.ts'
import type { DeliveryLog, DeliveryState } from './webhook-schema.ts'

export const DELIVERIES_PER_PAGE = 50
const SORT = 'seq'

// Never the secret, sealed or not.
const SHOWN = {
  ...{ id: true, name: true, url: true, types: true, siteIds: true, previousUntil: true, createdAt: true },
  ...{ offAt: true, offBecause: true, failingSince: true, failedInRow: true, lastGoodAt: true },
} as const

/** All webhooks, oldest first, each with how many deliveries are dead. */
export async function listWebhooks(scope: WorkspaceScope) {
  authorizeToSee(scope, 'webhooks.manage')
  const { workspaceId } = scope
  const [webhooks, dead] = await Promise.all([
    database().webhook.findMany({
      where: { workspaceId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: SHOWN,
    }),
    database().webhookDelivery.groupBy({
      by: ['webhookId'],
      where: { workspaceId, state: 'dead' },
      _count: { _all: true },
    }),
  ])
  const counts = new Map(dead.map(({ webhookId, _count }) => [webhookId, _count._all]))
  return webhooks.map((webhook) => ({ ...webhook, dead: counts.get(webhook.id) ?? 0 }))
}

export type ListedWebhook = Awaited<ReturnType<typeof listWebhooks>>[number]

/** @throws NotFound */
export async function getWebhook(scope: WorkspaceScope, webhookId: string) {
  authorizeToSee(scope, 'webhooks.manage')
  const { workspaceId } = scope
  const webhook = await database().webhook.findFirst({
    where: { workspaceId, id: webhookId },
    select: SHOWN,
  })
  if (!webhook) throw new NotFound()
  const counted = await database().webhookDelivery.groupBy({
    by: ['state'],
    where: { workspaceId, webhookId },
    _count: { _all: true },
  })
  const countOf = (state: DeliveryState) => counted.find((row) => row.state === state)?._count._all ?? 0
  return { ...webhook, waiting: countOf('waiting'), dead: countOf('dead') }
}

export type ShownWebhook = Awaited<ReturnType<typeof getWebhook>>

/** A page of what one webhook was told, or is to be told, newest first. */
export async function listDeliveries(scope: WorkspaceScope, webhookId: string, list: DeliveryLog) {
  authorizeToSee(scope, 'webhooks.manage')
  return pageAt(
    readPlace(list, SORT, 'number'),
    DELIVERIES_PER_PAGE,
    (place) => {
      const ascends = place?.way === 'before'
      const seq = BigInt(Math.trunc(Number(place?.cursor.value ?? 0)))
      return database().webhookDelivery.findMany({
        where: {
          ...{ workspaceId: scope.workspaceId, webhookId },
          ...(list.state ? { state: list.state } : {}),
          ...(place === null ? {} : { seq: ascends ? { gt: seq } : { lt: seq } }),
        },
        orderBy: { seq: ascends ? 'asc' : 'desc' },
        take: DELIVERIES_PER_PAGE + 1,
        select: {
          ...{ id: true, seq: true, type: true, at: true, state: true, attempts: true, nextAt: true },
          ...{ lastTriedAt: true, lastStatus: true, lastFailure: true, lastAnswer: true },
        },
      })
    },
    ({ seq, id }) => writeCursor(SORT, Number(seq), id),
  )
}

export type ListedDelivery = Awaited<ReturnType<typeof listDeliveries>>['rows'][number]
