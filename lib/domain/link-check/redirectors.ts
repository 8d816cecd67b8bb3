/** Shorteners and affiliate networks whose links lead elsewhere by design. */
export const REDIRECTORS = new Set(
  (
    'bit.ly t.co goo.gl ow.ly buff.ly tinyurl.com is.gd v.gd cutt.ly rb.gy t.ly lnkd.in fb.me amzn.to amzn.eu geni.us shorturl.at bl.ink dlvr.it trib.al ' +
    'rebrand.ly rstyle.me shopstyle.it shop-links.co howl.me ltk.app liketk.it mavely.app.link linktw.in smarturl.it hubs.ly hubs.la mailchi.mp ' +
    'go.redirectingat.com go.skimresources.com redirect.viglink.com shareasale.com shareasale-analytics.com awin1.com tidd.ly anrdoezrs.net jdoqocy.com ' +
    'tkqlhce.com dpbolvw.net kqzyfj.com emjcd.com click.linksynergy.com linksynergy.walmart.com pjtra.com pjatr.com pntra.com pntrac.com pntrs.com gopjn.com ' +
    'avantlink.com partnerize.com prf.hn tradedoubler.com zanox.com webgains.com flexlinkspro.com sovrn.co narrativ.com href.li slack-redir.net t.umblr.com ' +
    'l.facebook.com lm.facebook.com l.instagram.com l.threads.com out.reddit.com googleadservices.com ad.doubleclick.net'
  ).split(' '),
)

/**
 * Sites whose pages pass nobody on to another site, and that often refuse programs like ours: a link to one of them is
 * never a hop, and never a reason for doubt. Links to share, search or review something carry its address without
 * leading there.
 */
export const PLAIN_SITES = new Set(
  (
    'twitter.com x.com facebook.com instagram.com threads.net threads.com linkedin.com pinterest.com youtube.com youtu.be tiktok.com reddit.com tumblr.com ' +
    'bsky.app mastodon.social t.me telegram.me telegram.org wa.me whatsapp.com vk.com snapchat.com discord.gg discord.com flickr.com vimeo.com twitch.tv ' +
    'spotify.com soundcloud.com medium.com substack.com patreon.com ko-fi.com buymeacoffee.com paypal.com paypal.me etsy.com strava.com komoot.com ' +
    'google.com google.co.uk google.de google.fr bing.com duckduckgo.com yahoo.com baidu.com yandex.ru ecosia.org ' +
    'archive.org archive.ph archive.today wikipedia.org wikimedia.org wikidata.org creativecommons.org github.com gitlab.com stackoverflow.com ' +
    'gravatar.com wordpress.org w3.org schema.org trustpilot.com similarweb.com builtwith.com whois.com addtoany.com getpocket.com flipboard.com ' +
    'news.ycombinator.com buffer.com apple.com microsoft.com cloudflare.com cookiedatabase.org'
  ).split(' '),
)

/** The parts of such sites, and of others, that do pass their readers on. */
export const REDIRECTING_PARTS: readonly { hosts: ReadonlySet<string>; paths: RegExp }[] = [
  {
    hosts: new Set(['google.com', 'google.co.uk', 'google.de', 'google.fr']),
    paths: /^\/(?:url|aclk|amp)(?:\/|$)/,
  },
  { hosts: new Set(['youtube.com']), paths: /^\/redirect$/ },
  { hosts: new Set(['facebook.com']), paths: /^\/(?:l\.php|flx\/warn)/ },
  { hosts: new Set(['linkedin.com']), paths: /^\/(?:redir|safety\/go|slink)(?:\/|$)/ },
  { hosts: new Set(['vk.com']), paths: /^\/away(?:\.php)?$/ },
  { hosts: new Set(['medium.com']), paths: /^\/r\/$/ },
  { hosts: new Set(['pinterest.com']), paths: /^\/offsite\// },
  { hosts: new Set(['bing.com']), paths: /^\/ck\/a$/ },
  { hosts: new Set(['duckduckgo.com']), paths: /^\/l\/$/ },
]

/** Whether a host is one of these or lies below one. */
export function isOnHost(host: string, hosts: ReadonlySet<string>): boolean {
  for (let rest = host; rest !== ''; ) {
    if (hosts.has(rest)) return true
    const dot = rest.indexOf('.')
    if (dot === -1) return false
    rest = rest.slice(dot + 1)
  }
  return false
}
