import { decodeFeed } from '#lib/domain/feeds/decode-feed.ts'
import { commonFeedAddresses, platformFeed } from '#lib/domain/feeds/feed-places.ts'
import { feedsNamedBy } from '#lib/domain/feeds/find-feeds.ts'
import { headerValues, type PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { database } from '#lib/server/database.ts'
import type { Jobs } from '#lib/server/jobs.ts'
import { mentionKeyOf } from '../mentions/mention-key.ts'
import { feedAnswerOf } from './feed-answer.ts'
import { clockOf, type FeedWorld, fetchFeed } from './feed-world.ts'
import { takeInAnswer } from './look-at-feed.ts'

/** A site that hides its feed better than that has none for us: each try is a request to their server. */
const TRIES_MAX = 10
/** No new try begins after this, so that the job ends within its time. */
const TRYING_MS = 120_000

/**
 * Looks for the feed of a prospect's site: by its platform's rule, by what the page names, then at the usual addresses; the
 * first that reads as a feed is theirs. May run twice: the feed's address is its key. How it went stands on the prospect.
 */
export async function findFeeds({ workspaceId, prospectId }: Jobs['find-feeds'], world: FeedWorld = {}) {
  const here = { workspaceId, id: prospectId }
  const [prospect] = await database().prospect.updateManyAndReturn({
    where: {
      ...here,
      deletedAt: null,
      followedAt: { not: null },
      feedSearch: { in: ['waiting', 'looking'] },
    },
    data: { feedSearch: 'looking' },
    select: { homepage: true },
  })
  if (!prospect) return
  const { found, failure } = await search(prospect.homepage, world)
  if (found) await keepFeed({ workspaceId, prospectId }, found, world)
  await database().prospect.updateMany({
    where: { ...here, feedSearch: 'looking' },
    data: { feedSearch: found ? 'found' : (failure ?? 'none'), feedSearchedAt: clockOf(world) },
  })
}

/** `failure`: their site could not be read at all, which says nothing about feeds. */
type Search = { found: PageObservation | null; failure: string | null }

async function search(homepage: string, world: FeedWorld): Promise<Search> {
  const tried = new Set<string>()
  const startedAt = performance.now()
  const attempt = async (addresses: readonly string[]) => {
    for (const address of addresses) {
      if (tried.has(address) || tried.size >= TRIES_MAX || performance.now() - startedAt > TRYING_MS) continue
      tried.add(address)
      const observation = await fetchFeed(address, world)
      if (feedAnswerOf(observation).is === 'read') return observation
    }
    return null
  }
  const known = platformFeed(homepage)
  const ofPlatform = known ? await attempt([known]) : null
  if (ofPlatform) return { found: ofPlatform, failure: null }

  tried.add(homepage)
  const page = await fetchFeed(homepage, world)
  const answer = feedAnswerOf(page)
  if (answer.is === 'read') return { found: page, failure: null }
  const isUnreadable = answer.is === 'failed' && answer.failure !== 'not-a-feed'
  // Nobody there, or a robots.txt that keeps us out: no other address of theirs would do better.
  if (isUnreadable && page.status === null) return { found: null, failure: answer.failure }
  const at = page.finalUrl ?? homepage
  const named = isUnreadable ? [] : feedsNamedBy(pageOf(page, at))
  const found = (await attempt(named)) ?? (await attempt(commonFeedAddresses(at)))
  return { found, failure: found || !isUnreadable ? null : answer.failure }
}

function pageOf(page: PageObservation, url: string) {
  return {
    url,
    html: decodeFeed(page.body, headerValues(page, 'content-type')[0]),
    linkHeaders: headerValues(page, 'link'),
  }
}

/** The feed's row, and its first posts from the answer that is at hand. */
async function keepFeed(
  of: { workspaceId: string; prospectId: string },
  observation: PageObservation,
  world: FeedWorld,
) {
  const url = observation.finalUrl ?? observation.requestedUrl
  const urlKey = mentionKeyOf(url)
  const asked = { url, state: 'looking', deletedAt: null }
  const feed = await database().feed.upsert({
    where: { workspaceId_prospectId_urlKey: { ...of, urlKey } },
    create: { ...of, urlKey, kind: 'unknown', createdAt: clockOf(world), ...asked },
    update: asked,
  })
  await takeInAnswer(feed, observation, world)
}
