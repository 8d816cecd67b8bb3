import { findMention } from '../link-check/brand-mention.ts'
import { BLOCK_BREAK } from '../link-check/page-record.ts'
import { hostsOf, targetMatcher } from '../link-check/target-match.ts'

/** Whom a post is searched for. */
export type Sought = { domains: readonly string[]; names: readonly string[] }
/** What stands in a post of a site of ours. `context`: the words around a name; empty for a link without words. */
export type PostMention = { how: 'link' | 'name'; found: string; context: string }

type Post = { url: string; title: string; text: string; links: readonly URL[] }

/** A link to a site of ours in a post, or one of its names in the words; null where neither is, or the post is our own. */
export function mentionInPost(post: Post, { domains, names }: Sought): PostMention | null {
  const targets = domains.map((domain) => ({ domain, includeSubdomains: true }))
  const isOurs = targetMatcher(targets)
  const own = URL.parse(post.url)
  if (own && isOurs(own)) return null
  const words = [post.title, ...post.text.split('\n\n')].join(BLOCK_BREAK)
  const named = findMention(words, [...names, ...domains], hostsOf(targets))
  const link = post.links.find((url) => isOurs(url))
  if (link) return { how: 'link', found: link.href, context: named?.context ?? '' }
  return named ? { how: 'name', found: named.brand, context: named.context } : null
}
