import { decodeFeed } from '#lib/domain/feeds/decode-feed.ts'
import { type ReadFeed, readFeed } from '#lib/domain/feeds/read-feed.ts'
import { headerValues, type PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { retryAfterOf } from '#lib/server/fetching/retry-after.ts'

/** A feed larger than that is read up to here: a long podcast's newest posts stand first. */
export const FEED_MAX_BYTES = 5 * 1024 * 1024

/** What one request for a feed came to. */
export type FeedAnswer =
  | { is: 'read'; feed: ReadFeed }
  | { is: 'unchanged' }
  | { is: 'gone' }
  | { is: 'failed'; failure: string; retryAfterMs: number | null }

/** Says what came back. The world failing is a value; nothing throws. */
export function feedAnswerOf(observation: PageObservation): FeedAnswer {
  const { status, failure, body, cut, finalUrl, requestedUrl } = observation
  const failed = (why: string): FeedAnswer => ({
    is: 'failed',
    failure: why,
    retryAfterMs: retryAfterOf(observation),
  })
  if (observation.forbiddenByRobots) return failed('robots')
  if (observation.robotsUnavailable) return failed('robots-unavailable')
  if (failure !== null && failure !== 'too-large') return failed(failure)
  if (status === null) return failed('protocol')
  if (status === 304) return { is: 'unchanged' }
  if (status === 410) return { is: 'gone' }
  if (status < 200 || status > 299) return failed(`http-${status}`)
  const text = decodeFeed(body, headerValues(observation, 'content-type')[0])
  const feed = readFeed(text, finalUrl ?? requestedUrl, { isCut: cut || failure === 'too-large' })
  if (feed) return { is: 'read', feed }
  return failed(failure ?? (cut ? 'cut-off' : 'not-a-feed'))
}

/**
 * Where a feed has moved for good: as far as the hops from its address say so (301, 308). One that only says "for now" ends
 * it. Null where it stands where it stood.
 */
export function movedTo({
  redirects,
  finalUrl,
}: Pick<PageObservation, 'redirects' | 'finalUrl'>): string | null {
  const stop = redirects.findIndex(({ status }) => status !== 301 && status !== 308)
  const hops = stop === -1 ? redirects.length : stop
  return hops === 0 ? null : (redirects[hops]?.url ?? finalUrl)
}

/** What to ask with next time: visible ASCII of a sensible length, as it came with a whole answer. */
export function validatorsOf(observation: PageObservation) {
  const kept = (name: string) => {
    const value = headerValues(observation, name)[0]
    return value && value.length <= 500 && /^[\x20-\x7e]+$/.test(value) ? value : null
  }
  const isWhole = observation.failure === null && !observation.cut
  const etag = isWhole ? kept('etag') : null
  const lastModified = isWhole ? kept('last-modified') : null
  return { etag, lastModified, validatedUrl: etag || lastModified ? observation.finalUrl : null }
}
