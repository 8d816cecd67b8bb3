import { isLinkedOutcome } from '#lib/domain/link-check/review-rule.ts'
import type { Happening, HappeningWhat } from '#lib/domain/notifications/happenings.ts'
import { database } from '#lib/server/database.ts'
import { reviewHappenings } from './review-happenings-queries.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
/** Of each sort at most: whoever is told of so many opens the list. */
const MOST = 500
/** Mail is read late at times. What came in before that is on Today. */
const LATE_MAIL_MS = 3 * DAY_MS
/** "Lost" needs two looks, and is so since the first of them: lib/domain/link-check/re-check-schedule.ts. */
const LOST_SINCE_MS = 16 * DAY_MS
const DEADLINE_NEAR_MS = DAY_MS
/** A mailbox that cannot be read for a moment is nobody's trouble. */
const READING_FAILS_MS = HOUR_MS
/** Imports are looked for among those that were begun within so long. */
const FILE_BEGAN_MS = 7 * DAY_MS

/** The stretch of time that is gone through. */
export type Stretch = { workspaceId: string; from: Date; to: Date }

/** What happened in a workspace in this time. Asked twice, it says the same things under the same keys. */
export async function listHappenings(stretch: Stretch): Promise<Happening[]> {
  const found = await Promise.all([
    replies(stretch),
    outcomes(stretch),
    reviewHappenings(stretch),
    deadlines(stretch),
    files(stretch),
    mailboxes(stretch),
  ])
  return found.flat()
}

async function replies({ workspaceId, from, to }: Stretch): Promise<Happening[]> {
  const since = new Date(from.getTime() - LATE_MAIL_MS)
  const pitches = await database().pitch.findMany({
    where: { workspaceId, deletedAt: null, state: 'answered', updatedAt: { gte: from, lte: to } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: {
      ...{ id: true, writerId: true },
      messages: {
        where: { direction: 'in', at: { gte: since } },
        orderBy: { at: 'desc' },
        take: 1,
        select: { id: true, authorId: true, mailboxId: true },
      },
    },
  })
  return pitches.flatMap(({ id, writerId, messages }) => {
    const reply = messages[0]
    // What one wrote down oneself is no news.
    if (!reply || (reply.mailboxId === null && reply.authorId === writerId)) return []
    return [happening('reply', id, `reply ${reply.id}`, { toMembers: [writerId] })]
  })
}

async function outcomes({ workspaceId, from, to }: Stretch): Promise<Happening[]> {
  const sites = await database().site.findMany({
    where: { workspaceId, deletedAt: null },
    select: { id: true },
  })
  const mentions = await database().mention.findMany({
    where: {
      ...{ workspaceId, deletedAt: null, siteId: { in: sites.map(({ id }) => id) } },
      lastLookAt: { gte: from, lte: to },
      outcomeAt: { gte: new Date(from.getTime() - LOST_SINCE_MS) },
    },
    orderBy: [{ lastLookAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: { id: true, siteId: true, outcome: true, outcomeAt: true, everLinked: true },
  })
  return mentions.flatMap(({ id, siteId, outcome, outcomeAt, everLinked }) => {
    const key = `outcome ${id} ${outcome} ${outcomeAt?.toISOString()}`
    // A link is found the moment it is seen; that it is lost is known a while after it was missed first.
    if (isLinkedOutcome(outcome) && outcomeAt && outcomeAt >= from)
      return [happening('link-found', id, key, { siteId })]
    if (outcome === 'lost' || (outcome === 'page-gone' && everLinked))
      return [happening('link-lost', id, key, { siteId })]
    return []
  })
}

async function deadlines({ workspaceId, to }: Stretch): Promise<Happening[]> {
  const requests = await database().request.findMany({
    where: {
      ...{ workspaceId, deletedAt: null, state: 'open' },
      deadlineAt: { gt: to, lte: new Date(to.getTime() + DEADLINE_NEAR_MS) },
    },
    orderBy: [{ deadlineAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, deadlineAt: true, writerId: true },
  })
  return requests.map(({ id, deadlineAt, writerId }) =>
    happening('request-due', id, `deadline ${id} ${deadlineAt?.toISOString()}`, {
      toMembers: writerId ? [writerId] : null,
    }),
  )
}

async function files({ workspaceId, from, to }: Stretch): Promise<Happening[]> {
  const began = { gte: new Date(from.getTime() - FILE_BEGAN_MS) }
  const within = { gte: from, lte: to }
  const [imports, exports] = await Promise.all([
    database().importBatch.findMany({
      where: {
        ...{ workspaceId, createdAt: began, state: { in: ['previewed', 'applied'] } },
        OR: [{ previewedAt: within }, { appliedAt: within }],
      },
      orderBy: [{ createdAt: 'desc' }],
      take: MOST,
      select: { id: true, state: true, byId: true },
    }),
    database().workspaceExport.findMany({
      where: { workspaceId, at: began, state: 'ready', readyAt: within },
      orderBy: [{ at: 'desc' }],
      take: MOST,
      select: { id: true, byId: true },
    }),
  ])
  return [
    ...imports.map(({ id, state, byId }) =>
      happening('import', id, `import ${id} ${state}`, { toMembers: [byId] }),
    ),
    ...exports.map(({ id, byId }) => happening('export', id, `export ${id}`, { toMembers: [byId] })),
  ]
}

/** Those that fail now: noticed once, and again only after they worked in between. */
async function mailboxes({ workspaceId, to }: Stretch): Promise<Happening[]> {
  const failing = await database().mailbox.findMany({
    where: {
      workspaceId,
      OR: [
        { state: 'reconnect-needed', failedAt: { not: null } },
        { state: 'connected', failedAt: { not: null, lte: to } },
        { state: 'connected', sendingHeldAt: { not: null } },
      ],
    },
    orderBy: [{ createdAt: 'asc' }],
    take: MOST,
    select: {
      ...{ id: true, ownerId: true, state: true, failedAt: true, lastLookAt: true, createdAt: true },
      sendingHeldAt: true,
    },
  })
  return failing.flatMap((mailbox) => {
    const toMembers = [mailbox.ownerId]
    const workedAt = mailbox.lastLookAt ?? mailbox.createdAt
    const isLong = to.getTime() - workedAt.getTime() >= READING_FAILS_MS
    const isReadingFailing = mailbox.state === 'reconnect-needed' || (mailbox.failedAt !== null && isLong)
    return [
      ...(isReadingFailing
        ? [
            happening('mailbox-reading', mailbox.id, `mailbox ${mailbox.id} ${workedAt.toISOString()}`, {
              toMembers,
            }),
          ]
        : []),
      ...(mailbox.sendingHeldAt
        ? [
            happening(
              'mailbox-sending',
              mailbox.id,
              `held ${mailbox.id} ${mailbox.sendingHeldAt.toISOString()}`,
              { toMembers },
            ),
          ]
        : []),
    ]
  })
}

type Whom = Partial<Pick<Happening, 'toMembers' | 'byMembers' | 'siteId'>>

export function happening(what: HappeningWhat, thingId: string, key: string, whom: Whom = {}): Happening {
  return { what, thingId, key, toMembers: null, byMembers: [], siteId: null, ...whom }
}
