import type { LinkQuestion } from './link-question.ts'
import { asciiHost } from './target-match.ts'

/** Shorteners and affiliate networks whose links lead elsewhere by design. */
const REDIRECTORS = new Set(
  (
    'bit.ly t.co goo.gl ow.ly buff.ly tinyurl.com is.gd v.gd cutt.ly rb.gy t.ly lnkd.in fb.me amzn.to amzn.eu geni.us shorturl.at bl.ink dlvr.it trib.al ' +
    'rebrand.ly rstyle.me shopstyle.it shop-links.co howl.me ltk.app liketk.it mavely.app.link linktw.in smarturl.it hubs.ly hubs.la mailchi.mp ' +
    'go.redirectingat.com go.skimresources.com redirect.viglink.com shareasale.com shareasale-analytics.com awin1.com tidd.ly anrdoezrs.net jdoqocy.com ' +
    'tkqlhce.com dpbolvw.net kqzyfj.com emjcd.com click.linksynergy.com linksynergy.walmart.com pjtra.com pjatr.com pntra.com pntrac.com pntrs.com gopjn.com ' +
    'avantlink.com partnerize.com prf.hn tradedoubler.com clk.tradedoubler.com zanox.com ad.zanox.com webgains.com track.webgains.com flexlinkspro.com ' +
    'track.flexlinkspro.com sovrn.co narrativ.com l.facebook.com l.instagram.com out.reddit.com href.li medium.com'
  ).split(' '),
)
const REDIRECTING_PATH =
  /(?:^|\/)(?:go|goto|out|outbound|exit|leave|away|link|links|redirect|redir|r|rd|l|to|visit|refer|ref|recommend|recommends|likes|get|aff|affiliate|partner|click|clk|track|jump|url|external|deal|offer|shop-now|buy)(?:\.php|\/|$)/i
const CARRIES_ADDRESS = /[?&][^=&]+=(?:https?(?::|%3a)|www\.)/i
const SHORT_PATH = /^\/[A-Za-z0-9_-]{1,24}\/?$/

/**
 * How much a link that is not on a target looks like a redirector: 3 it names a target inside itself, 2 it is a known
 * one or its path says so, 1 it leads to another host, 0 it is a plain link within the site.
 */
export function hopLikelihood(url: URL, question: LinkQuestion, pageUrl: string): number {
  const rest = decode(`${url.pathname}${url.search}`).toLowerCase()
  const hosts = question.targets.flatMap(({ domain }) => asciiHost(domain) ?? [])
  if (hosts.some((host) => rest.includes(host))) return 3
  const isElsewhere = url.hostname !== URL.parse(pageUrl)?.hostname
  const host = url.hostname.replace(/^www\./, '')
  if (REDIRECTORS.has(host) || REDIRECTING_PATH.test(url.pathname) || CARRIES_ADDRESS.test(url.search))
    return 2
  if (isElsewhere && SHORT_PATH.test(url.pathname)) return 2
  if (namesBrand(url, question.brands ?? [])) return 2
  return isElsewhere ? 1 : 0
}

/** A blog's own short link: "/acme", "/gear/acme-kit". */
function namesBrand(url: URL, brands: readonly string[]): boolean {
  const path = decode(url.pathname)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/]+/gu, '-')
  return brands.some((brand) => {
    const slug = brand
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
    return (
      slug.length > 2 &&
      path.split(/[/]/).some((segment) => segment === slug || segment.startsWith(`${slug}-`))
    )
  })
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
