import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { type NarrowList, onlyThese } from '../narrow-list.ts'
import { getMention } from './mention-queries.ts'
import { cursorOf, type ReviewList, readCursor } from './review-list.ts'

const OLDEST_FIRST = [
  { reviewSince: 'asc' },
  { id: 'asc' },
] satisfies Prisma.MentionOrderByWithRelationInput[]
const SHOWN_IN_TODAY = 3
const place = { id: true, reviewSince: true } as const

/** How many outcomes wait for a person's decision. */
export async function countOutcomesToReview(scope: WorkspaceScope): Promise<number> {
  authorizeToSee(scope, 'outcomes.review')
  const [row] = await workspaceSql<{ count: number }>(database(), scope)`
    SELECT ${outcomesWaiting(scope)} AS "count" WHERE ${WORKSPACE}::text IS NOT NULL`
  return row?.count ?? 0
}

/** The same as a piece of a query that counts other things too. */
export function outcomesWaiting({ workspaceId }: { workspaceId: string }): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM "Mention" m
    WHERE m."workspaceId" = ${workspaceId} AND m."deletedAt" IS NULL AND m."reviewSince" IS NOT NULL)`
}

/** The beginning of the queue, for Today. */
export async function listOutcomesToReview(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'outcomes.review')
  return database().mention.findMany({
    where: { ...waiting(), workspaceId: scope.workspaceId, ...onlyThese(narrow) },
    orderBy: OLDEST_FIRST,
    take: narrow.take ?? SHOWN_IN_TODAY,
    select: {
      id: true,
      url: true,
      outcome: true,
      provenance: true,
      reviewSince: true,
      site: { select: { id: true, name: true } },
    },
  })
}

/**
 * The first outcome behind a place in the queue, oldest first, with the ways to the ones before and behind it.
 * `mention` is null at the end of the queue.
 */
export async function getReview(scope: WorkspaceScope, { site = '', after = '' }: Partial<ReviewList> = {}) {
  authorizeToSee(scope, 'outcomes.review')
  const { workspaceId } = scope
  const where = { ...waiting(), workspaceId, ...(site ? { siteId: site } : {}) }
  const db = database()
  const cursor = readCursor(after)
  const [total, found] = await Promise.all([
    db.mention.count({ where }),
    db.mention.findFirst({
      where: { ...where, ...(cursor ? { AND: behind(cursor) } : {}) },
      orderBy: OLDEST_FIRST,
      select: place,
    }),
  ])
  if (!found)
    return { mention: null, total, number: total, previousAfter: total > 0 ? '' : null, nextAfter: null }
  const here = { id: found.id, reviewSince: found.reviewSince ?? new Date(0) }
  const [number, before, next, mention] = await Promise.all([
    db.mention.count({ where: { ...where, AND: ahead(here) } }),
    db.mention.findMany({
      where: { ...where, AND: ahead(here) },
      orderBy: [{ reviewSince: 'desc' }, { id: 'desc' }],
      take: 2,
      select: place,
    }),
    db.mention.findFirst({ where: { ...where, AND: behind(here) }, select: { id: true } }),
    getMention(scope, found.id),
  ])
  const [previous, beforePrevious] = before
  return {
    mention,
    total,
    number: number + 1,
    previousAfter: previous ? (beforePrevious ? cursorOf(beforePrevious) : '') : null,
    nextAfter: next ? cursorOf(here) : null,
  }
}

function waiting() {
  return { deletedAt: null, reviewSince: { not: null } } satisfies Prisma.MentionWhereInput
}

function behind({ reviewSince, id }: { reviewSince: Date; id: string }): Prisma.MentionWhereInput {
  return { OR: [{ reviewSince: { gt: reviewSince } }, { reviewSince, id: { gt: id } }] }
}

function ahead({ reviewSince, id }: { reviewSince: Date; id: string }): Prisma.MentionWhereInput {
  return { OR: [{ reviewSince: { lt: reviewSince } }, { reviewSince, id: { lt: id } }] }
}
