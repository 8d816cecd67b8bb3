import { followProspect } from '#lib/features/feeds/feed-commands.ts'
import { findFeeds } from '#lib/features/feeds/find-feeds.ts'
import { markPostRead } from '#lib/features/feeds/post-commands.ts'
import { findProspectByAddress } from '#lib/features/prospects/prospect-queries.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { type DemoFeed, page } from './demo-story.ts'
import { savePage } from './play-prospect.ts'
import type { Stage } from './play-story.ts'

/** Somebody follows a prospect: their site, their feed and their posts are saved pages, and the worker's own handler reads them. */
export async function playFeed(stage: Stage, { address, title, followed, posts }: DemoFeed) {
  const scope = stage.as(0, followed)
  const today = stage.as(0, 0)
  const prospect = await findProspectByAddress(scope, address)
  if (!prospect) throw new Error(`The demo story has no prospect at ${address}`)
  const link = `<link rel="alternate" type="application/rss+xml" href="${address}/feed.xml">`
  await savePage(address, page(`Home — ${title}`, '<p>Newest first.</p>', link))
  const items = posts.map(({ path, title: name, day, html, audio = false, pageHtml = html }) => ({
    url: address + path,
    name,
    html,
    audio,
    pageHtml,
    at: stage.as(0, day, path.length).now,
  }))
  for (const { url, name, pageHtml } of items) await savePage(url, page(`${name} — ${title}`, pageHtml))
  await savePage(`${address}/feed.xml`, feedOf(title, address, items), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  })
  const { workspaceId } = scope
  await followProspect(scope, { prospectId: prospect.id })
  await findFeeds({ workspaceId, prospectId: prospect.id }, { now: () => today.now, jitter: () => 0.5 })
  for (const { path, isRead } of posts) {
    if (!isRead) continue
    const post = await databaseAcrossWorkspaces().feedPost.findFirstOrThrow({
      where: { workspaceId, url: address + path },
    })
    await markPostRead(today, { postId: post.id })
  }
}

type Item = { url: string; name: string; html: string; audio: boolean; at: Date }

function feedOf(title: string, address: string, items: Item[]): string {
  const posts = items.map(
    ({ url, name, html, audio, at }) =>
      `<item>${audio ? `<enclosure url="${url}.mp3" type="audio/mpeg" length="1"/>` : ''}<title>${name}</title><link>${url}</link><guid>${url}</guid><pubDate>${at.toUTCString()}</pubDate><description><![CDATA[${html}]]></description></item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>${title}</title><link>${address}</link>${posts.join('\n')}</channel></rss>`
}
