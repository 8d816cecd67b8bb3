import { html as names, type Token, Tokenizer, TokenizerMode } from 'parse5'
import { isHttp } from '../link-check/target-match.ts'
import { youtubeFeedIn } from './feed-places.ts'

/** A page as it came: where from, and what its server said of it. */
type Page = { url: string; html: string; linkHeaders?: readonly string[] }

const FEED_TYPE =
  /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$|^(?:text|application)\/(?:xml|rss|json)$/i
/** Types that say "feed" and nothing else: the others count where the address looks like one. */
const SURE_TYPE = /^application\/(?:rss|atom|feed)\+(?:xml|json)$/i
const FEED_ADDRESS =
  /(?:^|[/._-])(?:feeds?|rss2?|atom)(?:[/._-]|$)|\.(?:rss|atom|rdf)$|[?&](?:feed|format)=(?:rss|atom|feed)/i
const COMMENTS = /\bcomments?\b|\/comments\/|kommentar|comentario|commentaire/i
const CANDIDATES_MAX = 6
const HTML_MAX_CHARACTERS = 2_000_000

type Candidate = { url: string; rank: number }

/** The feeds a page names, the likeliest first: its posts before its comments, what it declares before what it merely links to. */
export function feedsNamedBy({ url, html, linkHeaders = [] }: Page): string[] {
  const found: Candidate[] = []
  const youtube = youtubeFeedIn(url, html)
  if (youtube) found.push({ url: youtube, rank: 0 })
  const tags = tagsOf(html.slice(0, HTML_MAX_CHARACTERS))
  const base = URL.parse(tags.base ?? '', url)?.href ?? url
  for (const link of [...linkHeaders.flatMap(linksOfHeader), ...tags.links]) {
    const address = URL.parse(link.href.trim(), base)
    if (!address || !isHttp(address)) continue
    const rank = rankOf(link, address)
    if (rank === null) continue
    address.hash = ''
    found.push({ url: address.href, rank })
  }
  const sorted = found.toSorted((a, b) => a.rank - b.rank).map((candidate) => candidate.url)
  return [...new Set(sorted)].slice(0, CANDIDATES_MAX)
}

type Link = { href: string; rel: string; type: string; words: string; isDeclared: boolean }

function rankOf({ rel, type, words, isDeclared }: Link, address: URL): number | null {
  const place = address.pathname + address.search
  const isComments = COMMENTS.test(words) || COMMENTS.test(place)
  if (isDeclared) {
    const rels = rel.toLowerCase().split(/\s+/)
    if (!rels.includes('alternate') && !rels.includes('feed')) return null
    const plain = type.split(';')[0]?.trim() ?? ''
    const isFeed =
      SURE_TYPE.test(plain) || rels.includes('feed') || (FEED_TYPE.test(plain) && FEED_ADDRESS.test(place))
    if (!isFeed || /\/wp-json\/|oembed/i.test(place)) return null
    return isComments ? 8 : 1
  }
  return FEED_ADDRESS.test(address.pathname) && !isComments ? 5 : null
}

/** `link` and `a` elements, token by token: no tree is built, whatever the page is made of. */
function tagsOf(html: string): { links: Link[]; base: string | null } {
  const links: Link[] = []
  let base: string | null = null
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag(token: Token.TagToken) {
        const attribute = (name: string) => token.attrs.find((each) => each.name === name)?.value ?? ''
        const href = attribute('href')
        if (token.tagName === 'base' && base === null && href) base = href
        if ((token.tagName === 'link' || token.tagName === 'a') && href && links.length < 5_000) {
          const words = `${attribute('title')} ${attribute('aria-label')}`
          const isDeclared = token.tagName === 'link'
          links.push({ href, rel: attribute('rel'), type: attribute('type'), words, isDeclared })
        }
        const mode = RAW[token.tagName]
        if (mode !== undefined) tokenizer.state = mode
      },
      onEndTag: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
      onCharacter: nothing,
      onNullCharacter: nothing,
      onWhitespaceCharacter: nothing,
    },
  )
  tokenizer.write(html, true)
  return { links, base }
}

function nothing() {}

/** Within these, tags are text. */
const RAW: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  [names.TAG_NAMES.SCRIPT]: TokenizerMode.SCRIPT_DATA,
  [names.TAG_NAMES.STYLE]: TokenizerMode.RAWTEXT,
  [names.TAG_NAMES.TITLE]: TokenizerMode.RCDATA,
  [names.TAG_NAMES.TEXTAREA]: TokenizerMode.RCDATA,
}

const HEADER_LINK = /<([^>]{1,2000})>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^;,"\s]*))*)/g

function linksOfHeader(header: string): Link[] {
  return [...header.slice(0, 8_000).matchAll(HEADER_LINK)].map(([, href = '', rest = '']) => {
    const parameter = (name: string) =>
      new RegExp(`;\\s*${name}\\s*=\\s*"?([^";]*)`, 'i').exec(rest)?.[1]?.trim() ?? ''
    return {
      href,
      rel: parameter('rel'),
      type: parameter('type'),
      words: parameter('title'),
      isDeclared: true,
    }
  })
}
