import { nextFeedLook, nextFeedTry } from '#lib/domain/feeds/feed-clock.ts'
import { POSTS_MAX } from '#lib/domain/feeds/read-feed.ts'
import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import type { Feed } from '#lib/generated/prisma/client.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import type { Jobs } from '#lib/server/jobs.ts'
import { mentionKeyOf } from '../mentions/mention-key.ts'
import { isDemoAddress } from '../mentions/mention-question.ts'
import { type FeedAnswer, feedAnswerOf, movedTo, validatorsOf } from './feed-answer.ts'
import { clockOf, type FeedWorld, fetchFeed, jitterOf } from './feed-world.ts'
import { freshPosts, recordPosts } from './record-posts.ts'

/** A feed that robots.txt keeps us from is asked about again in a week: people change their minds. */
const FORBIDDEN_TRIES = 9

/**
 * Asks a feed what is new and takes the answer in. May run twice or be killed at any point: an answer counts once, and a
 * feed nobody follows any more is left alone. What the world does is an answer; only our own bugs throw.
 */
export async function lookAtFeed({ workspaceId, feedId }: Jobs['look-at-feed'], world: FeedWorld = {}) {
  const here = { workspaceId, id: feedId }
  const wanted = { deletedAt: null, prospect: { deletedAt: null, followedAt: { not: null } } }
  await database().feed.updateMany({
    where: { ...here, ...wanted, state: 'waiting' },
    data: { state: 'looking' },
  })
  const feed = await database().feed.findFirst({ where: { ...here, ...wanted, state: 'looking' } })
  if (!feed) return
  const { etag, lastModified, validatedUrl } = feed
  const validators = validatedUrl ? { url: validatedUrl, etag, lastModified } : undefined
  await takeInAnswer(feed, await fetchFeed(feed.url, world, validators), world)
}

/** Writes down what a request for a feed came to: its posts, where it moved, when to ask again. */
export async function takeInAnswer(feed: Feed, observation: PageObservation, world: FeedWorld) {
  const answer = feedAnswerOf(observation)
  const now = clockOf(world)
  const jitter = jitterOf(world)
  const fresh = answer.is === 'read' ? await freshPosts(feed, answer.feed.items, now) : []
  await inTransaction(async (tx) => {
    const isTwin = answer.is === 'read' ? await stoodThereBefore(tx, feed, observation) : false
    const dates = await publishedDates(tx, feed, answer)
    const after = standingAfter(feed, answer, { dates, now, jitter })
    const { count } = await tx.feed.updateMany({
      // What was asked for since is answered by its own job.
      where: { workspaceId: feed.workspaceId, id: feed.id, state: 'looking', lastLookAt: feed.lastLookAt },
      data: {
        ...after,
        ...(answer.is === 'read'
          ? { ...validatorsOf(observation), ...(isTwin ? {} : addressAfter(observation)) }
          : {}),
        ...(isTwin ? { deletedAt: now, nextLookAt: null } : {}),
        ...(isDemoAddress(feed.url) ? { nextLookAt: null } : {}),
        lastLookAt: now,
      },
    })
    if (count > 0 && !isTwin) await recordPosts(tx, feed, fresh, now)
  })
}

type Clock = { dates: Date[]; now: Date; jitter: number }

function standingAfter(feed: Feed, answer: FeedAnswer, { dates, now, jitter }: Clock) {
  if (answer.is === 'gone') return { state: 'gone', failure: 'http-410', nextLookAt: null }
  if (answer.is === 'failed') {
    const failedInRow = answer.failure === 'robots' ? FORBIDDEN_TRIES : feed.failedInRow + 1
    const { failure, retryAfterMs } = answer
    return {
      state: 'idle',
      failure,
      failedInRow,
      nextLookAt: nextFeedTry({ now, failedInRow, retryAfterMs, jitter }),
    }
  }
  const { ttlMinutes = null, skipHours = [] } = answer.is === 'read' ? answer.feed : {}
  return {
    state: 'idle',
    failure: null,
    failedInRow: 0,
    nextLookAt: nextFeedLook({ now, published: dates, ttlMinutes, skipHours, jitter }),
    ...(answer.is === 'read' ? { kind: answer.feed.kind, title: answer.feed.title } : {}),
  }
}

/** From the answer, or for one that says "not changed" from what we know. */
async function publishedDates(
  tx: Transaction,
  { workspaceId, id: feedId }: Feed,
  answer: FeedAnswer,
): Promise<Date[]> {
  if (answer.is === 'read')
    return answer.feed.items.flatMap(({ publishedAt }) => publishedAt ?? []).slice(0, POSTS_MAX)
  if (answer.is !== 'unchanged') return []
  const posts = await tx.feedPost.findMany({
    where: { workspaceId, feedId },
    orderBy: [{ seenAt: 'desc' }, { id: 'desc' }],
    take: 30,
    select: { publishedAt: true, seenAt: true },
  })
  return posts.map(({ publishedAt, seenAt }) => publishedAt ?? seenAt)
}

function addressAfter(observation: PageObservation) {
  const url = movedTo(observation)
  return url === null ? {} : { url, urlKey: mentionKeyOf(url) }
}

/** It moved to where another feed of the same prospect stands: they are one now. */
async function stoodThereBefore(tx: Transaction, feed: Feed, observation: PageObservation): Promise<boolean> {
  const { urlKey } = addressAfter(observation)
  if (urlKey === undefined || urlKey === feed.urlKey) return false
  const { workspaceId, prospectId } = feed
  return (await tx.feed.count({ where: { workspaceId, prospectId, urlKey, id: { not: feed.id } } })) > 0
}
