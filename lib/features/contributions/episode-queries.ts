import { asDay, dayText } from '#lib/domain/calendar-day.ts'
import {
  CONTRIBUTION_KIND_TABLE,
  type ContributionKind,
} from '#lib/domain/contributions/contribution-kinds.ts'
import { type EpisodeMatch, episodeMatch, nameIn } from '#lib/domain/contributions/episode-match.ts'
import { addDays, localDateOf } from '#lib/domain/local-date.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { namesOf } from '../mentions/mention-question.ts'
import { type NarrowList, onlyThese } from '../narrow-list.ts'

/** States in which a page may come out any day. */
const MAY_COME_OUT = ['agreed', 'handed-in', 'recorded']
/** So many pieces of work wait at once, and so many posts of their outlets are gone through, at the most. */
const WORKS_LOOKED_THROUGH = 100
const POSTS_LOOKED_THROUGH = 300
const POSTS_OF_ONE = 60
/** A feed may give an episode a date of its own, a little before it was agreed that it is recorded. */
const BEFORE_DAYS = 2
const OFFERED_OF_ONE = 5

export type FoundEpisode = {
  postId: string
  title: string
  url: string
  summary: string
  publishedAt: Date | null
  match: EpisodeMatch
}

/** Posts of the outlet's feed that may be what this work has become; the likeliest first. */
export async function listEpisodesOf(scope: WorkspaceScope, contributionId: string): Promise<FoundEpisode[]> {
  authorizeToSee(scope, 'contributions.read')
  const [found] = await worksWithEpisodes(scope, { only: [contributionId] })
  return found?.episodes ?? []
}

/**
 * Work that may have come out: a post of their feed looks like it, or the day they named has passed. What was found in a
 * feed comes first.
 */
export async function listMaybeOut(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'contributions.read')
  const today = localDateOf(scope.now, scope.timeZone)
  const works = await worksWithEpisodes(scope, narrow)
  return works
    .filter(({ airsOn, episodes }) => episodes.length > 0 || (airsOn !== null && airsOn < asDay(today)))
    .toSorted((one, other) => Math.sign(other.episodes.length) - Math.sign(one.episodes.length))
    .slice(0, narrow.take)
}

async function worksWithEpisodes(scope: WorkspaceScope, narrow: NarrowList) {
  const { workspaceId, timeZone } = scope
  const works = await database().contribution.findMany({
    where: {
      ...{ workspaceId, deletedAt: null, state: { in: MAY_COME_OUT }, ...onlyThese(narrow) },
      OR: [{ airsOn: { not: null } }, { prospect: { feeds: { some: { deletedAt: null } } } }],
    },
    orderBy: [{ nextOn: 'asc' }, { id: 'asc' }],
    take: WORKS_LOOKED_THROUGH,
    include: { prospect: { select: { id: true, name: true } }, site: true },
  })
  if (works.length === 0) return []
  const from = (work: (typeof works)[number]) =>
    asDay(addDays(localDateOf(beganAt(work), timeZone), -BEFORE_DAYS))
  const posts = await database().feedPost.findMany({
    where: {
      workspaceId,
      prospectId: { in: [...new Set(works.map(({ prospectId }) => prospectId))] },
      feed: { deletedAt: null },
      seenAt: { gte: new Date(Math.min(...works.map((work) => from(work).getTime()))) },
    },
    orderBy: [{ seenAt: 'desc' }, { id: 'desc' }],
    take: POSTS_LOOKED_THROUGH,
  })
  const ofProspect = Map.groupBy(posts, ({ prospectId }) => prospectId)
  const named = new Map<string, string | null>()
  return works.map((work) => {
    const sought = {
      ...{ title: work.title, airsOn: dayText(work.airsOn), domains: work.site.domains },
      names: namesOf(work.site),
      isSpoken: CONTRIBUTION_KIND_TABLE[work.kind as ContributionKind].isSpoken,
    }
    const since = from(work)
    const episodes = (ofProspect.get(work.prospectId) ?? [])
      .slice(0, POSTS_OF_ONE)
      .flatMap((post): FoundEpisode[] => {
        const cameOut = post.publishedAt ?? post.seenAt
        if (cameOut < since || work.notIt.includes(post.id)) return []
        // Searched through once for each Site, however much work hangs on it.
        const key = `${post.id} ${work.siteId}`
        if (!named.has(key)) named.set(key, nameIn(post, sought))
        const episode = { ...post, date: localDateOf(cameOut, timeZone), isEpisode: post.audioUrl !== null }
        const match = episodeMatch(episode, sought, named.get(key))
        if (!match) return []
        const { id: postId, title, url, summary, publishedAt } = post
        return [{ postId, title, url, summary, publishedAt, match }]
      })
    return { ...work, episodes: episodes.toSorted(likelierFirst).slice(0, OFFERED_OF_ONE) }
  })
}

/** What came out before there was anything to come out is something else. */
function beganAt({ kind, recordingAt, handedInOn, createdAt }: Began): Date {
  const given = kind === 'podcast' || kind === 'interview' ? recordingAt : handedInOn
  return given && given < createdAt ? given : createdAt
}
type Began = { kind: string; recordingAt: Date | null; handedInOn: Date | null; createdAt: Date }

function likelierFirst({ match: one }: FoundEpisode, { match: other }: FoundEpisode): number {
  return Number(other.namesUs) - Number(one.namesUs) || other.reasons.length - one.reasons.length
}
