import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { hostsAtRest } from '#lib/server/host-rests.ts'
import { enqueueAll } from '#lib/server/jobs.ts'
import { hostRoom } from '../mentions/host-room.ts'
import { hostOf } from '../mentions/mention-question.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'
import { ASK_AGAIN_AFTER_MS } from './feed-commands.ts'

/** So many feeds are asked for in a minute at most: 12,000 in an hour, and never all at once. */
const FEEDS_PER_MINUTE = 200
/** What waits for a host that has no room is passed over, and looked through again a little later. */
const PASSED_OVER_MS = 5 * 60 * 1000
const NOT_FOLLOWED_MS = 24 * 3_600_000

/**
 * Asks for the feeds that are due, across all workspaces, those due longest first. May run twice, or beside another worker:
 * each feed is asked for once. One host gets a few at a time; one that asked to be left alone gets none.
 */
export async function scheduleFeeds(now: Date): Promise<{ asked: number }> {
  const db = databaseAcrossWorkspaces()
  const due = await db.feed.findMany({
    where: { nextLookAt: { lte: now }, ...OF_STANDING },
    orderBy: [{ nextLookAt: 'asc' }, { id: 'asc' }],
    take: FEEDS_PER_MINUTE,
    select: {
      id: true,
      workspaceId: true,
      url: true,
      deletedAt: true,
      prospect: { select: { deletedAt: true, followedAt: true } },
    },
  })
  if (due.length === 0) return { asked: 0 }
  const isWanted = ({ deletedAt, prospect }: (typeof due)[number]) =>
    deletedAt === null && prospect.deletedAt === null && prospect.followedAt !== null
  const wanted = due.filter(isWanted)
  const onTheirWay = await db.feed.findMany({
    where: {
      state: { in: ['waiting', 'looking'] },
      nextLookAt: { gt: now, lte: new Date(now.getTime() + ASK_AGAIN_AFTER_MS) },
    },
    take: 5_000,
    select: { url: true },
  })
  const chosen = hostRoom(onTheirWay, await hostsAtRest(now)).choose(wanted, FEEDS_PER_MINUTE)
  const ids = new Set(chosen.map(({ id }) => id))
  const room = wanted.filter(({ id }) => ids.has(id))
  await putOff(
    due.filter((feed) => !isWanted(feed)).map(({ id }) => id),
    now,
    NOT_FOLLOWED_MS,
  )
  await putOff(
    wanted.filter(({ id }) => !ids.has(id)).map(({ id }) => id),
    now,
    PASSED_OVER_MS,
  )
  let asked = 0
  for (const [workspaceId, feeds] of Map.groupBy(room, (feed) => feed.workspaceId))
    asked += await ask(workspaceId, feeds, now)
  return { asked }
}

/** Out of the way of those behind them: a host at rest, or a prospect in the trash, must not hold up the queue. */
async function putOff(ids: string[], now: Date, forMs: number) {
  if (ids.length === 0) return
  await databaseAcrossWorkspaces().feed.updateMany({
    where: { id: { in: ids }, nextLookAt: { lte: now } },
    data: { nextLookAt: new Date(now.getTime() + forMs) },
  })
}

type Due = { id: string; workspaceId: string; url: string }

/** Who comes second finds nothing due any more. */
async function ask(workspaceId: string, feeds: Due[], now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const asked = await tx.feed.updateManyAndReturn({
      where: { workspaceId, id: { in: feeds.map(({ id }) => id) }, nextLookAt: { lte: now } },
      data: { state: 'waiting', nextLookAt: new Date(now.getTime() + ASK_AGAIN_AFTER_MS) },
      select: { id: true, url: true },
    })
    await enqueueAll(
      tx,
      'look-at-feed',
      asked.map(({ id, url }) => ({ data: { workspaceId, feedId: id }, group: hostOf(url) })),
    )
    return asked.length
  })
}
