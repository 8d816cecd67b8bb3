const DAY_MS = 24 * 3_600_000
/** A post older than that when we first see it is no news. */
export const NEWS_DAYS = 30

type Seen = { publishedAt: Date | null; seenAt: Date; isFirstFetch: boolean }

/**
 * A post's place on the reading list; null keeps it off. What came out in the last days is news, also at the first fetch;
 * older posts are known from then on, and quiet. A post without a date is news only where the feed was known before; one
 * dated ahead stands where it was seen.
 */
export function placeOnList({ publishedAt, seenAt, isFirstFetch }: Seen): Date | null {
  if (publishedAt === null) return isFirstFetch ? null : seenAt
  if (seenAt.getTime() - publishedAt.getTime() > NEWS_DAYS * DAY_MS) return null
  return publishedAt > seenAt ? seenAt : publishedAt
}
