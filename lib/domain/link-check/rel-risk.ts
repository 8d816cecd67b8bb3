import { MENTION_PROVENANCE_TABLE, type MentionProvenance } from '../mention-provenance.ts'
import type { Disclosure } from './disclosure.ts'
import type { LinkFacts } from './link-facts.ts'

/**
 * What a link's marking means by how the link came about. `fine`: as it should be, or simply what it is. `look`: worth
 * a look or a kind word. `risk`: a risk to the user.
 */
export type RelRisk = {
  level: 'fine' | 'look' | 'risk'
  kind:
    | 'as-it-is'
    | 'no-link'
    | 'marked'
    | 'marked-for-page'
    | 'marked-for-page-undisclosed'
    | 'marked-as-reader'
    | 'marked-as-reader-undisclosed'
    | 'marked-undisclosed'
    | 'unmarked-disclosed'
    | 'unmarked-undisclosed'
    | 'unmarked'
    | 'unindexed-disclosed'
    | 'unindexed-undisclosed'
    | 'unindexed'
    | 'gift-undisclosed'
    | 'cannot-tell'
  sentence: string
  /** What the user can do; null where there is nothing to do. */
  inYourHands: string | null
}
type Facts = Pick<LinkFacts, 'linked' | 'rel' | 'followed' | 'pageNofollow' | 'mentioned' | 'indexable'>
type Words = Omit<RelRisk, 'kind'>

/**
 * The one rule on `rel`: an earned link's marking is simply what it is; a link that came with a gift or a payment should be
 * marked sponsored or nofollow, and readers should be told (FACTS.md, sections 1 to 3: Google's spam policies and the
 * guides on disclosure). On a page that search engines are kept away from, the mark matters less, and what readers are told
 * as much as ever. A page of which that cannot be told counts as one they may read. The truth table stands in its test.
 *
 * @param disclosures what `findDisclosures` found in the page's text; null where the text was not looked through
 */
export function relRisk(
  provenance: MentionProvenance | null | undefined,
  facts: Facts,
  disclosures: readonly Disclosure[] | null,
): RelRisk {
  const expected = provenance ? MENTION_PROVENANCE_TABLE[provenance].expectedRel : 'any'
  if (expected === 'any') return { kind: 'as-it-is', ...asItIs(facts) }
  const kind = giftKindOf(facts, disclosures)
  return { kind, ...GIFT_WORDS[kind](provenance === 'paid-elsewhere' ? PAYMENT : GIFT) }
}

/** nofollow or sponsored on the link itself: what Google asks of a link that came with something. */
function isMarkedAsGift({ rel }: Pick<LinkFacts, 'rel'>): boolean {
  return rel?.some((token) => token === 'nofollow' || token === 'sponsored') === true
}

type GiftKind = Exclude<RelRisk['kind'], 'as-it-is'>
type Behind = { what: string; ofIt: string; isPayment: boolean }
const GIFT: Behind = { what: 'a gift', ofIt: 'the gift', isPayment: false }
const PAYMENT: Behind = { what: 'a payment', ofIt: 'the payment', isPayment: true }

function giftKindOf(facts: Facts, disclosures: readonly Disclosure[] | null): GiftKind {
  const isTold = disclosures === null ? null : disclosures.length > 0
  if (facts.linked === false)
    return facts.mentioned === true && isTold === false ? 'gift-undisclosed' : 'no-link'
  if (facts.linked === null) return 'cannot-tell'
  if (facts.followed === true) {
    const is = facts.indexable === false ? 'unindexed' : 'unmarked'
    if (isTold === null) return is
    return isTold ? `${is}-disclosed` : `${is}-undisclosed`
  }
  const isMarked = isMarkedAsGift(facts)
  if (isMarked) return isTold === false ? 'marked-undisclosed' : 'marked'
  if (facts.pageNofollow === true) return isTold === false ? 'marked-for-page-undisclosed' : 'marked-for-page'
  if (facts.followed !== false || facts.rel?.includes('ugc') !== true) return 'cannot-tell'
  return isTold === false ? 'marked-as-reader-undisclosed' : 'marked-as-reader'
}

function lookThenAsk(isPayment: boolean): string {
  const line = isPayment ? 'this was paid for by ...' : 'this was sent to us by ...'
  return `Look whether the page says it in words Rapport does not know. If not: ask them kindly to add a line for their readers, such as "${line}". It protects you both.`
}
const GIFT_WORDS: Readonly<Record<GiftKind, (behind: Behind) => Words>> = {
  'no-link': () => ({ level: 'fine', sentence: 'There is no link to mark.', inYourHands: null }),
  marked: ({ what }) => ({
    level: 'fine',
    sentence: `The link is marked as it should be for ${what}.`,
    inYourHands: null,
  }),
  'marked-for-page': ({ what }) => ({
    level: 'fine',
    sentence: `The link itself is plain, but the whole page asks search engines not to follow its links. For ${what} that does.`,
    inYourHands: null,
  }),
  'marked-as-reader': ({ what, ofIt }) => ({
    level: 'look',
    sentence: `The link is marked as written by a reader (ugc). For ${what} the right mark is sponsored or nofollow.`,
    inYourHands: `If you talk anyway, mention kindly that a link that came with ${ofIt.replace('the ', 'a ')} is marked sponsored.`,
  }),
  'marked-for-page-undisclosed': ({ what, ofIt, isPayment }) => ({
    level: 'look',
    sentence: `The whole page asks search engines not to follow its links; for ${what} that does. Rapport found no word to readers about ${ofIt}.`,
    inYourHands: lookThenAsk(isPayment),
  }),
  'marked-as-reader-undisclosed': ({ what, ofIt, isPayment }) => ({
    level: 'look',
    sentence: `The link is marked as written by a reader (ugc), not as sponsored, and Rapport found no word to readers about ${ofIt}. For ${what} both are asked.`,
    inYourHands: lookThenAsk(isPayment),
  }),
  'unindexed-disclosed': ({ ofIt, isPayment }) => ({
    level: isPayment ? 'look' : 'fine',
    sentence: isPayment
      ? `The page tells its readers about ${ofIt}. Its link is plain, and only search engines being kept away from the page makes that harmless today.`
      : `The page tells its readers about ${ofIt}. Its link is plain, but search engines are kept away from the page, so nothing hangs on the mark.`,
    inYourHands: isPayment ? 'Ask them kindly, once, to mark the link as sponsored.' : null,
  }),
  'unindexed-undisclosed': ({ what, ofIt, isPayment }) => ({
    level: 'risk',
    sentence: `The link came with ${what}, and Rapport found no word to readers about ${ofIt}. Search engines are kept away from the page, so the plain link matters little; the law in many places asks all the same that readers are told.`,
    inYourHands: lookThenAsk(isPayment),
  }),
  unindexed: ({ what, ofIt }) => ({
    level: 'look',
    sentence: `The link came with ${what} and is plain, on a page that search engines are kept away from. Whether the page tells its readers about ${ofIt} was not looked at.`,
    inYourHands: `Look whether the page says that it came with ${what}.`,
  }),
  'marked-undisclosed': ({ what, ofIt, isPayment }) => ({
    level: 'look',
    sentence: `The link is marked as it should be for ${what}. Rapport found no word to readers about ${ofIt}.`,
    inYourHands: lookThenAsk(isPayment),
  }),
  'unmarked-disclosed': ({ what, ofIt, isPayment }) => ({
    level: isPayment ? 'risk' : 'look',
    sentence: isPayment
      ? `The page tells its readers about ${ofIt}, but its link is plain. Google asks that a link that came with ${what} is marked, and may hold a plain one against you.`
      : `The page tells its readers about ${ofIt}, which is what matters most. Its link is plain; for ${what} Google asks for sponsored or nofollow.`,
    inYourHands: 'Ask them kindly, once, to mark the link as sponsored.',
  }),
  'unmarked-undisclosed': ({ what, ofIt }) => ({
    level: 'risk',
    sentence: `The link came with ${what}, is plain, and Rapport found no word to readers about ${ofIt}. That is a risk for you: Google asks that such a link is marked, and the law in many places that readers are told.`,
    inYourHands: `Look whether the page says it in words Rapport does not know. If not, ask them kindly to add a line for their readers, and to mark the link as sponsored.`,
  }),
  unmarked: ({ what, ofIt, isPayment }) => ({
    level: isPayment ? 'risk' : 'look',
    sentence: isPayment
      ? `The link came with ${what} and is plain. Google asks that such a link is marked sponsored or nofollow, and may hold a plain one against you.`
      : `The link came with ${what} and is plain: neither sponsored nor nofollow. Whether the page tells its readers about ${ofIt} was not looked at.`,
    inYourHands: isPayment
      ? 'Ask them to mark the link as sponsored.'
      : `Look whether the page says that it came with ${what}. Without that word and without the mark it is a risk for both of you.`,
  }),
  'gift-undisclosed': ({ ofIt, isPayment }) => ({
    level: 'look',
    sentence: `The page names you without a link. Rapport found no word to readers about ${ofIt}.`,
    inYourHands: lookThenAsk(isPayment),
  }),
  'cannot-tell': () => ({
    level: 'look',
    sentence: 'How the link is marked cannot be told from here.',
    inYourHands: 'Open the page and look how the link is marked, and what readers are told.',
  }),
}

function asItIs({ linked, rel, pageNofollow, indexable }: Facts): Words {
  const marks = (rel ?? []).filter(
    (token) => token === 'nofollow' || token === 'sponsored' || token === 'ugc',
  )
  const away =
    linked === true && indexable === false
      ? ' Search engines are kept away from the page; its readers find you all the same.'
      : ''
  if (linked !== true || (marks.length === 0 && pageNofollow !== true))
    return { level: 'fine', sentence: `How they mark the link is up to them.${away}`, inYourHands: null }
  const what =
    marks.length > 0 ? `The link is marked ${marks.join(' and ')}` : 'The whole page is marked nofollow'
  return {
    level: 'fine',
    sentence: `${what}. Google treats that as a hint not to count the link. That is simply how they do it.${away}`,
    inYourHands: null,
  }
}
