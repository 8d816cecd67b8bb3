/**
 * Places where many outlets live under one domain that the Public Suffix List does not (or not everywhere) cut.
 * DESIGN.md, rule 8. Platforms the list knows (github.io, blogspot.com, wixsite.com ...) are not repeated here.
 */

/** Each name directly under one of these is an outlet of its own. */
const HOST_PLATFORMS = new Set(
  (
    'substack.com wordpress.com medium.com tumblr.com ghost.io beehiiv.com podbean.com buzzsprout.com libsyn.com ' +
    'transistor.fm captivate.fm fireside.fm simplecast.com castos.com pinecast.co podomatic.com spreaker.com ' +
    'weebly.com squarespace.com strikingly.com mystrikingly.com typepad.com blogs.com livejournal.com dreamwidth.org ' +
    'hashnode.dev micro.blog write.as svbtle.com posthaven.com edublogs.org neocities.org home.blog art.blog ' +
    'food.blog travel.blog fashion.blog music.blog tech.blog video.blog movie.blog photo.blog game.blog ' +
    'jimdofree.com jimdosite.com jimdo.com webnode.com webnode.page webador.com over-blog.com canalblog.com ' +
    'tistory.com exblog.jp blog.fc2.com ck.page kit.com bandcamp.com deviantart.com itch.io gumroad.com ' +
    'wikidot.com fandom.com ning.com'
  ).split(' '),
)

/**
 * Paths that name an outlet. "name" is any segment and is compared without regard to case, "ID" is kept as
 * written, "@name" begins with an at sign, "id123" is "id" and a number, "*" is any segment that is
 * not part of the key. The first that fits counts.
 */
const PATH_PLATFORMS: Readonly<Record<string, readonly string[]>> = {
  'youtube.com': ['@name', 'channel/ID', 'c/name', 'user/name'],
  'medium.com': ['@name', 'name'],
  'substack.com': ['@name'],
  'tumblr.com': ['name'],
  'open.substack.com': ['pub/name'],
  'buzzsprout.com': ['ID'],
  'open.spotify.com': ['show/ID'],
  'podcasters.spotify.com': ['pod/show/name'],
  'creators.spotify.com': ['pod/show/name'],
  'anchor.fm': ['name'],
  'podcasts.apple.com': ['*/podcast/*/id123', 'podcast/*/id123', '*/podcast/id123', 'podcast/id123'],
  'music.amazon.com': ['podcasts/ID'],
  'iheart.com': ['podcast/name'],
  'podbean.com': ['podcast-detail/ID'],
  'spreaker.com': ['podcast/name', 'show/name'],
  'shows.acast.com': ['name'],
  'play.acast.com': ['s/name'],
  'rss.com': ['podcasts/name'],
  'redcircle.com': ['shows/ID'],
  'audioboom.com': ['channels/name'],
  'player.fm': ['series/name'],
  'soundcloud.com': ['name'],
  'vimeo.com': ['name'],
  'twitch.tv': ['name'],
  'instagram.com': ['name'],
  'threads.com': ['@name'],
  'tiktok.com': ['@name'],
  'x.com': ['name'],
  'facebook.com': ['groups/name', 'pages/*/ID', 'people/*/ID', 'p/name', 'name'],
  'linkedin.com': [
    'in/name',
    'company/name',
    'school/name',
    'showcase/name',
    'newsletters/name',
    'groups/ID',
  ],
  'pinterest.com': ['name'],
  'reddit.com': ['r/name', 'user/name', 'u/name'],
  'bsky.app': ['profile/name'],
  'mastodon.social': ['@name'],
  'mastodon.online': ['@name'],
  'mas.to': ['@name'],
  'patreon.com': ['c/name', 'name'],
  'ko-fi.com': ['name'],
  'buymeacoffee.com': ['name'],
  'linktr.ee': ['name'],
  'about.me': ['name'],
  'mailchi.mp': ['name'],
  'buttondown.com': ['name'],
  'dev.to': ['name'],
  'note.com': ['name'],
  'ameblo.jp': ['name'],
  'flickr.com': ['photos/name', 'people/name'],
  'quora.com': ['profile/name'],
  'goodreads.com': ['author/show/name', 'user/show/name'],
  'muckrack.com': ['name'],
  't.me': ['s/name', 'name'],
  'github.com': ['name'],
  'gitlab.com': ['name'],
  'sites.google.com': ['view/name', 'site/name'],
}

/** Where a path names what is a host of its own as well: tumblr.com/anna is anna.tumblr.com. */
export const PATH_IS_ALSO_HOST: Readonly<Record<string, string>> = {
  'tumblr.com': 'tumblr.com',
  'open.substack.com': 'substack.com',
}

/** Other names of the same platform, and hosts a telephone or a country puts before it. */
const ALIASES: Readonly<Record<string, string>> = {
  'm.youtube.com': 'youtube.com',
  'music.youtube.com': 'youtube.com',
  'youtu.be': 'youtube.com',
  'twitter.com': 'x.com',
  'mobile.twitter.com': 'x.com',
  'mobile.x.com': 'x.com',
  'm.facebook.com': 'facebook.com',
  'mbasic.facebook.com': 'facebook.com',
  'fb.com': 'facebook.com',
  'fb.me': 'facebook.com',
  'm.tiktok.com': 'tiktok.com',
  'm.soundcloud.com': 'soundcloud.com',
  'old.reddit.com': 'reddit.com',
  'm.twitch.tv': 'twitch.tv',
  'threads.net': 'threads.com',
  'buttondown.email': 'buttondown.com',
  'pinterest.co.uk': 'pinterest.com',
  'pinterest.de': 'pinterest.com',
  'pinterest.fr': 'pinterest.com',
  'pinterest.nz': 'pinterest.com',
  'pinterest.ca': 'pinterest.com',
  'pinterest.com.au': 'pinterest.com',
}

/** First segments that are rooms of the platform itself, not somebody's name. */
const PLATFORM_ROOMS = new Set(
  (
    'about account ads blog business contact discover events explore feed hashtag help home i intent jobs legal login ' +
    'marketplace me messages notifications p popular posts privacy profile.php reel reels search settings share ' +
    'sharer sharer.php shorts signin signup status stories story.php tag tagged tags terms topic topics tos tv video ' +
    'videos watch web www tools plans pricing download apps new'
  ).split(' '),
)

/** "whole" for the bare domain of a platform where many live, "outlet" for a name under a host platform, else null. */
export function sharedPlatformOf(host: string): 'whole' | 'outlet' | null {
  if (HOST_PLATFORMS.has(host) || pathShapesOf(host)) return 'whole'
  return hostPlatformOf(host) ? 'outlet' : null
}

/** The host platform a host lives under, with the outlet's own host: "blog.anna.substack.com" is "anna.substack.com". */
export function hostPlatformOf(host: string): { platform: string; outletHost: string } | null {
  const labels = host.split('.')
  for (let at = 1; at < labels.length; at += 1) {
    const platform = labels.slice(at).join('.')
    if (HOST_PLATFORMS.has(platform)) return { platform, outletHost: labels.slice(at - 1).join('.') }
    // Blogger answers under every country's ending ("blogspot.co.nz") with the same blog.
    if (/^blogspot\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/.test(platform))
      return { platform: 'blogspot.com', outletHost: `${labels[at - 1]}.blogspot.com` }
  }
  return null
}

/** The path platform a host belongs to, telephone and country hosts included. */
export function pathShapesOf(host: string): { platform: string; shapes: readonly string[] } | null {
  const platform =
    ALIASES[host] ?? (/^[a-z]{2}\.linkedin\.com$/.test(host) ? 'linkedin.com' : pinterestOf(host))
  const shapes = Object.hasOwn(PATH_PLATFORMS, platform) ? PATH_PLATFORMS[platform] : undefined
  return shapes ? { platform, shapes } : null
}

function pinterestOf(host: string): string {
  return /^[a-z]{2}\.pinterest\.com$/.test(host) ? 'pinterest.com' : host
}

/** The key segments a path gives under one of the shapes, or null when the path names no outlet. */
export function outletSegments(shapes: readonly string[], segments: readonly string[]): string[] | null {
  if (
    PLATFORM_ROOMS.has(segments[0]?.toLowerCase() ?? '') &&
    !shapes.some((shape) => shape.startsWith(`${segments[0]}/`))
  ) {
    return null
  }
  for (const shape of shapes) {
    const key = keyUnderShape(shape.split('/'), segments)
    if (key) return key
  }
  return null
}

function keyUnderShape(shape: readonly string[], segments: readonly string[]): string[] | null {
  const key: string[] = []
  for (const [index, wanted] of shape.entries()) {
    const segment = segments[index]
    if (!segment) return null
    if (wanted === '@name') {
      if (!/^@./.test(segment)) return null
      key.push(segment.toLowerCase())
    } else if (wanted === 'name') key.push(segment.toLowerCase())
    else if (wanted === 'ID') key.push(segment)
    else if (wanted === 'id123') {
      if (!/^id\d+$/.test(segment)) return null
      key.push(segment)
    } else if (wanted !== '*') {
      if (segment.toLowerCase() !== wanted) return null
      key.push(wanted)
    }
  }
  return key
}
