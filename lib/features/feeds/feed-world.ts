import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { type FetchPageOptions, fetchRedirected, type Validators } from '#lib/server/fetching/fetch-page.ts'
import type { HostPace } from '#lib/server/fetching/host-pace.ts'
import { RobotsFiles } from '#lib/server/fetching/robots-files.ts'
import { lookAtSavedPage } from '#lib/server/saved-pages.ts'
import { FEED_MAX_BYTES } from './feed-answer.ts'

/** What the reading list needs of the world: the worker puts in the real one, tests their own resolver and clock. */
export type FeedWorld = Pick<FetchPageOptions, 'resolve' | 'timeoutMs' | 'aboutUrl'> & {
  pace?: HostPace
  /** Shared between jobs, so that robots.txt is asked for once. */
  robots?: RobotsFiles
  now?: () => Date
  /** 0 to 1. */
  jitter?: () => number
}

export function clockOf({ now = () => new Date() }: FeedWorld): Date {
  return now()
}

export function jitterOf({ jitter = Math.random }: FeedWorld): number {
  return jitter()
}

/** Asks for a feed, or for a page that may name one, obeying robots.txt. A demo address is read from its saved copy. Never throws. */
export async function fetchFeed(
  url: string,
  world: FeedWorld,
  validators?: Validators,
): Promise<PageObservation> {
  const now = clockOf(world)
  const saved = await lookAtSavedPage(url, now)
  if (saved) return saved
  const { resolve, timeoutMs, aboutUrl, pace } = world
  const options: FetchPageOptions = {
    ...(resolve ? { resolve } : {}),
    ...(timeoutMs ? { timeoutMs } : {}),
    ...(aboutUrl ? { aboutUrl } : {}),
    ...(pace ? { pace } : {}),
  }
  const robots = world.robots ?? new RobotsFiles(options)
  return fetchRedirected(url, {
    ...options,
    now,
    maxBytes: FEED_MAX_BYTES,
    ...(validators ? { validators } : {}),
    mayFetch: (address) => robots.mayWeOpen(address, pace ? { pace } : {}),
  })
}
