import { type HonestRate, honestRate } from './honest-rate.ts'
import type { OutgoingLinks } from './outgoing-links.ts'

export type LinkingHabit = {
  /** Posts whose links were counted. */
  posts: number
  /** Posts that link to somebody else at all. */
  linksOut: HonestRate
  /** Posts with a link elsewhere that search engines may follow. */
  followed: HonestRate
  /** Links elsewhere in all those posts together, by how they are marked. */
  links: { out: number; followed: number; nofollow: number; sponsored: number; ugc: number }
  /** One sentence for a person. */
  sentence: string
  /** What it means for a link of ours. */
  meaning: string
}

/** What an outlet is used to do with links, told from posts that were read. It is a habit, no promise. */
export function linkingHabit(posts: readonly OutgoingLinks[]): LinkingHabit {
  const links = { out: 0, followed: 0, nofollow: 0, sponsored: 0, ugc: 0 }
  for (const post of posts)
    for (const kind of ['out', 'followed', 'nofollow', 'sponsored', 'ugc'] as const) links[kind] += post[kind]
  const linking = posts.filter((post) => post.out > 0).length
  const following = posts.filter((post) => post.followed > 0).length
  return {
    posts: posts.length,
    linksOut: honestRate(linking, posts.length),
    followed: honestRate(following, posts.length),
    links,
    sentence: sentenceOf(posts.length, linking),
    meaning: meaningOf(posts.length, linking, links),
  }
}

function sentenceOf(read: number, linking: number): string {
  if (read === 0) return 'No post of theirs has been read yet, so nobody can say how they link.'
  const posts = read === 1 ? 'the one post' : `${read} posts`
  const whole = linking === read
  if (linking === 0) return `Of ${posts} we have read, none links to another site.`
  if (read === 1) return 'The one post we have read links to other sites.'
  return `Of ${posts} we have read, ${whole ? 'all link' : linking === 1 ? '1 links' : `${linking} link`} to other sites.`
}

function meaningOf(read: number, linking: number, links: LinkingHabit['links']): string {
  if (read === 0) return 'Read a post: its links are counted along the way.'
  if (linking === 0)
    return 'A mention here may well come without a link. That is how they write, and no fault of yours.'
  const { out, followed, sponsored } = links
  if (followed === 0) {
    return sponsored === out
      ? 'Every link of theirs is marked as sponsored. Expect the same, and welcome it: it is honest.'
      : 'Their links are marked so that search engines need not count them. Readers can follow them all the same.'
  }
  if (followed === out) return 'Their links carry no mark: readers and search engines may follow them.'
  return 'Some of their links are marked for search engines, some are not. Look at a post like the one you hope for.'
}
