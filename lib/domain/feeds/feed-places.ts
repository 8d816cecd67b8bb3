/** Where a platform keeps the feed of what stands at an address; null where the address is none of its outlets. */
type Rule = { host: RegExp; feed: (url: URL, segments: string[]) => string | null }

const CHANNEL_ID = /^UC[\w-]{22}$/

/** Platforms whose pages do not always name their feeds, or where asking for the page is not needed. */
const RULES: readonly Rule[] = [
  {
    host: /^(?:www\.|m\.)?youtube\.com$/,
    feed: (url, [first = '', second = '']) => {
      const base = 'https://www.youtube.com/feeds/videos.xml'
      const list = url.searchParams.get('list')
      if (first === 'playlist' && list) return `${base}?playlist_id=${encodeURIComponent(list)}`
      return first === 'channel' && CHANNEL_ID.test(second) ? `${base}?channel_id=${second}` : null
    },
  },
  { host: /^[^.]+\.substack\.com$/, feed: (url) => `${url.origin}/feed` },
  {
    host: /^medium\.com$/,
    feed: (_, [first]) => (first && first !== 'feed' ? `https://medium.com/feed/${first}` : null),
  },
  { host: /^[^.]+\.medium\.com$/, feed: (url) => `${url.origin}/feed` },
  { host: /^[^.]+\.wordpress\.com$/, feed: (url) => `${url.origin}/feed/` },
  { host: /^[^.]+\.tumblr\.com$/, feed: (url) => `${url.origin}/rss` },
  { host: /^[^.]+\.blogspot\.com$/, feed: (url) => `${url.origin}/feeds/posts/default` },
  { host: /^[^.]+\.ghost\.io$/, feed: (url) => `${url.origin}/rss/` },
  { host: /^[^.]+\.libsyn\.com$/, feed: (url) => `${url.origin}/rss` },
  {
    host: /^(?!www\.|feed\.)[^.]+\.podbean\.com$/,
    feed: (url) => `https://feed.podbean.com/${url.hostname.split('.')[0]}/feed.xml`,
  },
  {
    host: /^(?:www\.)?buzzsprout\.com$/,
    feed: (_, [first = '']) => (/^\d+$/.test(first) ? `https://feeds.buzzsprout.com/${first}.rss` : null),
  },
  {
    host: /^[^.]+\.transistor\.fm$/,
    feed: (url) => `https://feeds.transistor.fm/${url.hostname.split('.')[0]}`,
  },
  {
    host: /^shows\.acast\.com$/,
    feed: (_, [first]) => (first ? `https://feeds.acast.com/public/shows/${first}` : null),
  },
  {
    host: /^(?:www\.)?reddit\.com$/,
    feed: (url, [first, second]) =>
      (first === 'r' || first === 'user') && second ? `${url.origin}/${first}/${second}/.rss` : null,
  },
  { host: /^dev\.to$/, feed: (_, [first]) => (first ? `https://dev.to/feed/${first}` : null) },
  {
    host: /^vimeo\.com$/,
    feed: (_, [first]) => (first ? `https://vimeo.com/${first}/videos/rss` : null),
  },
  {
    host: /^bsky\.app$/,
    feed: (url, [first, second]) =>
      first === 'profile' && second ? `${url.origin}/profile/${second}/rss` : null,
  },
]

/** Where most programs that make sites keep the feed: WordPress, Ghost, Hugo, Jekyll, Eleventy, JSON Feed. */
const COMMON_PATHS = [
  '/feed',
  '/rss.xml',
  '/atom.xml',
  '/feed.xml',
  '/index.xml',
  '/feed.json',
  '/rss',
] as const

/** The feed a platform keeps for this address, by the platform's own rule; null where none is known. */
export function platformFeed(address: string): string | null {
  const url = URL.parse(address)
  if (!url) return null
  const segments = url.pathname.split('/').filter(Boolean)
  return RULES.find(({ host }) => host.test(url.hostname))?.feed(url, segments) ?? null
}

/** Addresses worth trying where a page names no feed: beside the outlet first, then at the root of its host. */
export function commonFeedAddresses(address: string): string[] {
  const url = URL.parse(address)
  if (!url) return []
  const folder = url.pathname.replace(/\/[^/]*\.[a-z0-9]+$/i, '').replace(/\/+$/, '')
  const beside = folder ? [`${url.origin}${folder}/feed`, `${url.origin}${folder}/rss.xml`] : []
  return [...beside, ...COMMON_PATHS.map((path) => url.origin + path)]
}

/** The channel a YouTube page is about: its handle says nothing of the feed, its markup does. */
export function youtubeFeedIn(address: string, html: string): string | null {
  if (!/(?:^|\.)youtube\.com$/.test(URL.parse(address)?.hostname ?? '')) return null
  const id =
    /(?:"(?:externalId|channelId)"\s*:\s*"|itemprop="(?:channelId|identifier)" content="|\/channel\/)(UC[\w-]{22})/.exec(
      html,
    )?.[1]
  return id ? `https://www.youtube.com/feeds/videos.xml?channel_id=${id}` : null
}
