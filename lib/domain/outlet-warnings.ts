import { MONEY, OFFER, says } from './offer-words.ts'
import { LINK_SPAM_POLICY } from './vetting.ts'

export const OUTLET_WARNING_KINDS = [
  'price-for-post',
  'links-for-sale',
  'sponsored-offer',
  'many-followed-links',
] as const
export type OutletWarningKind = (typeof OUTLET_WARNING_KINDS)[number]

/** Something a person should read for themselves before writing to an outlet. */
export type OutletWarning = {
  kind: OutletWarningKind
  /** The page it was seen on. */
  url: string
  /** The words that were seen, as they stand there; or what was counted. */
  words: string
}

/** A page of an outlet's own site, as it was read. */
export type OutletPage = {
  url: string
  /** The homepage, or what they say to advertisers and guest writers. */
  role: 'home' | 'offer'
  /** All a reader sees, one block a line. */
  text: string
  /** Different outlets that followed links on this page lead to. */
  followedDomains: number
}

export const OUTLET_WARNING_TABLE: Readonly<
  Record<OutletWarningKind, { title: string; means: string; source?: typeof LINK_SPAM_POLICY }>
> = {
  'price-for-post': {
    title: 'A price stands beside posts or links',
    means:
      'A post or link that is paid for is advertising. Search engines ask that it be marked as sponsored; without the mark it is link spam for both sides. Do not pitch for a link here.',
    source: LINK_SPAM_POLICY,
  },
  'links-for-sale': {
    title: 'Links are offered as such',
    means:
      'Where “do-follow” links are part of an offer, they are meant for search engines, not for readers. Google counts such links as spam, and may discount all of them.',
    source: LINK_SPAM_POLICY,
  },
  'sponsored-offer': {
    title: 'They offer sponsored posts',
    means:
      'That is their trade, and honest where such posts are marked. Look at how one of theirs is marked, and do not take a sponsored post for a mention that was earned.',
  },
  'many-followed-links': {
    title: 'Hundreds of sites are linked to from one page',
    means:
      'A page like that is a list, not a recommendation. If readers use it to find things, fine; if it is there for the links alone, one more of them is worth nothing.',
    source: LINK_SPAM_POLICY,
  },
}

/** Above this many other sites on one page, nobody reads the links. */
export const MANY_DOMAINS = 200
const SHOWN_OF_A_KIND = 3
const WORDS_MAX_CHARACTERS = 220
const BLOCKS_READ_MAX = 3_000
/** What stands further on in one block is no offer, and a hostile page costs no more. */
const BLOCK_READ_MAX_CHARACTERS = 1_500
/** A table's cell, or a heading: too short to say by itself what the money is for. */
const CELL_MAX_CHARACTERS = 60

/** What a person should read on these pages before writing there. In the order of the kinds; never a score. */
export function outletWarnings(pages: readonly OutletPage[]): OutletWarning[] {
  return OUTLET_WARNING_KINDS.flatMap((kind) =>
    pages
      .flatMap((page) =>
        warningsOf(kind, page).map((words) => ({ kind, url: page.url, words: shortened(words) })),
      )
      .slice(0, SHOWN_OF_A_KIND),
  )
}

function warningsOf(kind: OutletWarningKind, page: OutletPage): string[] {
  const blocks = page.text
    .split('\n', BLOCKS_READ_MAX)
    .map((block) => block.slice(0, BLOCK_READ_MAX_CHARACTERS))
  switch (kind) {
    case 'price-for-post':
      return page.role === 'offer' ? firstOf(blocks, (block, at) => priceAt(blocks, block, at)) : []
    case 'links-for-sale':
      return firstOf(blocks, (block) => (sellsLinks(block, page.role) ? block : null))
    case 'sponsored-offer':
      return firstOf(blocks, (block) => (says(block, OFFER.sponsored) ? block : null))
    case 'many-followed-links':
      return page.followedDomains >= MANY_DOMAINS
        ? [`Links that search engines may follow lead to ${page.followedDomains} different sites.`]
        : []
  }
}

/** Money for a post or a link in one block; or in a cell, with what it is for in the cell before. */
function priceAt(blocks: readonly string[], block: string, at: number): string | null {
  if (says(block, OFFER.fee)) return block
  if (!MONEY.test(block)) return null
  if (says(block, OFFER.priced)) return block
  const before = blocks[at - 1]
  const isCell =
    block.length <= CELL_MAX_CHARACTERS && before !== undefined && before.length <= CELL_MAX_CHARACTERS
  if (!isCell || MONEY.test(before)) return null
  const row = `${before}: ${block}`
  return says(row, OFFER.pricedCell) ? row : null
}

function sellsLinks(block: string, role: OutletPage['role']): boolean {
  return role === 'offer' ? says(block, OFFER.links) : says(block, OFFER.linksAtHome)
}

function firstOf(blocks: readonly string[], find: (block: string, at: number) => string | null): string[] {
  const found: string[] = []
  for (const [at, block] of blocks.entries()) {
    const words = find(block, at)
    if (words !== null && !found.includes(words)) found.push(words)
    if (found.length >= SHOWN_OF_A_KIND) break
  }
  return found
}

function shortened(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim()
  return plain.length <= WORDS_MAX_CHARACTERS ? plain : `${plain.slice(0, WORDS_MAX_CHARACTERS).trimEnd()} …`
}
