import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { placeOnList } from '#lib/domain/feeds/list-place.ts'
import { mentionInPost } from '#lib/domain/feeds/post-mention.ts'
import { wordsOfPost } from '#lib/domain/feeds/post-text.ts'
import type { FeedItem } from '#lib/domain/feeds/read-feed.ts'
import { database, type Transaction } from '#lib/server/database.ts'
import { noteCandidate } from '../mentions/candidate-mention.ts'
import { namesOf } from '../mentions/mention-question.ts'

/** A post's text is kept up to here, cut between paragraphs where that is possible. */
const TEXT_MAX_CHARACTERS = 40_000
const SUMMARY_MAX_CHARACTERS = 320
/** Show notes longer than this are no notes. */
const NOTES_MAX_CHARACTERS = 100_000
/** Of posts that are no news, so many are kept at first, so that a prospect's page can show what they wrote. */
const QUIET_KEPT = 10

type FeedKey = { id: string; workspaceId: string; prospectId: string }
type FreshPost = { row: Omit<PostData, 'workspaceId' | 'feedId' | 'prospectId'>; links: URL[] }
type PostData = {
  workspaceId: string
  feedId: string
  prospectId: string
  guidKey: string
  url: string
  title: string
  author: string
  summary: string
  text: string
  audioUrl: string | null
  publishedAt: Date | null
  seenAt: Date
  listedAt: Date | null
  notes: string
}

/** The posts of an answer that are not known yet, with their words. Read before anything is locked. */
export async function freshPosts(
  { id: feedId, workspaceId }: FeedKey,
  items: readonly FeedItem[],
  seenAt: Date,
): Promise<FreshPost[]> {
  const isFirstFetch = (await database().feedPost.count({ where: { workspaceId, feedId }, take: 1 })) === 0
  const unknown = await withoutKnown({ workspaceId, feedId }, items)
  const fresh: FreshPost[] = []
  let quiet = 0
  for (const item of unknown) {
    const listedAt = placeOnList({ publishedAt: item.publishedAt, seenAt, isFirstFetch })
    if (listedAt === null && item.publishedAt !== null) {
      quiet += 1
      if (!isFirstFetch || quiet > QUIET_KEPT) continue
    }
    const { text, links } = listedAt === null ? { text: '', links: [] } : wordsOfPost(item.html, item.url)
    const short =
      item.summaryHtml || listedAt === null ? wordsOfPost(item.summaryHtml || item.html, item.url).text : text
    fresh.push({
      links,
      row: {
        guidKey: keyOf(item.guid),
        url: item.url,
        title: storable(item.title, 300),
        author: storable(item.author, 120),
        summary: cutAtWord(storable(short.replace(/\s+/g, ' '), 2_000), SUMMARY_MAX_CHARACTERS),
        text: cutText(storable(text, TEXT_MAX_CHARACTERS)),
        audioUrl: item.audioUrl,
        publishedAt: item.publishedAt,
        seenAt,
        listedAt,
        // For a look at the episode, where its page is only a player.
        notes: item.audioUrl && listedAt ? storable(item.html, NOTES_MAX_CHARACTERS) : '',
      },
    })
    // Other jobs of this worker have a turn between two posts.
    await breathe()
  }
  return fresh
}

/** Writes new posts and the candidates among them. Who comes second writes nothing. */
export async function recordPosts(tx: Transaction, feed: FeedKey, fresh: readonly FreshPost[], now: Date) {
  if (fresh.length === 0) return
  const { id: feedId, workspaceId, prospectId } = feed
  const written = await tx.feedPost.createManyAndReturn({
    data: fresh.map(({ row }) => ({ workspaceId, feedId, prospectId, ...row })),
    skipDuplicates: true,
    select: { id: true, guidKey: true },
  })
  const idOf = new Map(written.map(({ id, guidKey }) => [guidKey, id]))
  const news = fresh.filter(({ row }) => row.listedAt !== null && idOf.has(row.guidKey))
  if (news.length === 0) return
  const sites = await tx.site.findMany({ where: { workspaceId, deletedAt: null } })
  for (const { row, links } of news) {
    for (const site of sites) {
      const found = mentionInPost({ ...row, links }, { domains: site.domains, names: namesOf(site) })
      if (!found) continue
      const mentionId = await noteCandidate(
        tx,
        { workspaceId, now },
        { site, prospectId, url: row.url, found, publishedAt: row.publishedAt },
      )
      if (mentionId)
        await tx.feedPost.updateMany({
          where: { workspaceId, id: idOf.get(row.guidKey) ?? '', mentionId: null },
          data: { mentionId },
        })
    }
  }
}

/** Known by the feed's own name for it; or, where a feed names its posts anew each time, by address and title. */
async function withoutKnown(
  of: { workspaceId: string; feedId: string },
  items: readonly FeedItem[],
): Promise<FeedItem[]> {
  const known = await database().feedPost.findMany({
    where: {
      ...of,
      OR: [
        { guidKey: { in: items.map(({ guid }) => keyOf(guid)) } },
        { url: { in: items.map(({ url }) => url) } },
      ],
    },
    select: { guidKey: true, url: true, title: true },
  })
  const guids = new Set(known.map(({ guidKey }) => guidKey))
  const pages = new Set(known.map(({ url, title }) => `${url}\n${title}`))
  return items.filter(({ guid, url, title }) => {
    const key = keyOf(guid)
    const page = `${url}\n${storable(title, 300)}`
    if (guids.has(key) || pages.has(page)) return false
    guids.add(key)
    pages.add(page)
    return true
  })
}

function keyOf(guid: string): string {
  return createHash('sha256').update(guid).digest('base64url')
}

/** PostgreSQL stores neither U+0000 nor half a surrogate pair, and a cut may leave one. */
function storable(text: string, max: number): string {
  return text.slice(0, max).replaceAll('\0', '').toWellFormed().trim()
}

function cutText(text: string): string {
  if (text.length < TEXT_MAX_CHARACTERS) return text
  const end = text.lastIndexOf('\n\n')
  return end > TEXT_MAX_CHARACTERS / 2 ? text.slice(0, end) : text
}

function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text
  const space = text.lastIndexOf(' ', max)
  return `${text.slice(0, space > max / 2 ? space : max)}…`
}
