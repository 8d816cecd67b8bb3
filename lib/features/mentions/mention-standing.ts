import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import type { VerdictKind } from '#lib/domain/link-check/link-verdict.ts'
import { OVERRULE_TABLE, type OverruleOutcome } from '#lib/domain/link-check/outcome-decisions.ts'
import { isCannotTell } from '#lib/domain/link-check/review-rule.ts'
import { VERDICT_WORDS, type VerdictWords } from '#lib/domain/link-check/verdict-words.ts'
import { NOTHING_KNOWN } from '#lib/domain/own-look.ts'
import type { MentionWithLooks } from './mention-queries.ts'
import { isDemoAddress, questionOf } from './mention-question.ts'
import type { MentionOutcome } from './outcome-groups.ts'
import { isOfAddress, readFacts, type StoredFacts } from './stored-look.ts'
import type { LookKind } from './write-look.ts'

export type SeenLook = Omit<MentionWithLooks['linkChecks'][number], 'facts' | 'kind' | 'verdict'> & {
  kind: LookKind
  verdict: VerdictKind
  facts: StoredFacts
  /** It was a look at an address this mention had before it was corrected. */
  isOfOldAddress: boolean
}

export type Standing = {
  outcome: MentionOutcome
  words: VerdictWords
  /** The look that says so; null where nobody has looked at this address. */
  look: SeenLook | null
  /** What a person decided against what the looks say, while it holds. */
  overrule: MentionWithLooks['decisions'][number] | null
  /** A newer look that could not tell, and therefore changed nothing. */
  untold: SeenLook | null
  /** The last look that saw a link, where the newest telling one did not: what it was like. */
  lastLinked: SeenLook | null
  looks: SeenLook[]
}

/** How a mention stands today, in words, with the look they rest on. */
export function standingOf(mention: MentionWithLooks): Standing {
  const looks = mention.linkChecks.map((look) => seen(look, mention.urlKey))
  const ofPage = looks.filter((look) => !look.isOfOldAddress)
  const newestTelling = ofPage.find((look) => !isCannotTell(look.verdict))
  const held = heldDecision(mention, newestTelling)
  const sight = held?.kind === 'seen-by-person' && ofPage.find(({ number }) => number === held.lookNumber)
  const telling = sight || newestTelling
  const look = telling ?? ofPage[0] ?? null
  const newest = ofPage[0] ?? null
  const untold = telling && newest && isCannotTell(newest.verdict) ? newest : null
  const lastLinked =
    telling && telling.facts.linked !== true
      ? (ofPage.find(({ facts }) => facts.linked === true) ?? null)
      : null
  const outcome = mention.outcome as MentionOutcome
  const isUnderWay = outcome === 'not-looked' && mention.lookState !== 'idle'
  const overrule = held?.kind === 'overruled' ? held : null
  const question = questionOf(mention, mention.site)
  const words = overrule ? overruledWords(outcome, overrule, question) : wordsOf(outcome, look, question)
  return {
    outcome,
    words: isUnderWay ? ON_ITS_WAY : words,
    look,
    overrule,
    untold,
    lastLinked,
    looks,
  }
}

/** The newest thing a person decided, where the mention comes to it and its newest telling look to something else. */
function heldDecision({ decisions, outcome }: MentionWithLooks, telling: SeenLook | undefined) {
  const newest = decisions.find(({ kind }) => kind !== 'confirmed')
  return newest?.outcome === outcome && telling?.verdict !== outcome ? newest : null
}

function seen(look: MentionWithLooks['linkChecks'][number], urlKey: string): SeenLook {
  const facts = readFacts(look.facts)
  return {
    ...look,
    kind: look.kind as LookKind,
    verdict: look.verdict as VerdictKind,
    facts,
    isOfOldAddress: !isOfAddress(facts.requestedUrl, urlKey),
  }
}

function wordsOf(outcome: MentionOutcome, look: SeenLook | null, question: LinkQuestion): VerdictWords {
  if (outcome === 'not-looked' || look === null) return NOT_LOOKED
  if (outcome === 'missing-looking-again') {
    const words = look.verdict === 'page-gone' ? PAGE_MISSING : LINK_MISSING
    return isDemoAddress(question.url) ? { ...words, inYourHands: DEMO_LOOKS_WHEN_ASKED } : words
  }
  const words = VERDICT_WORDS[outcome](look.facts, question)
  if (look.kind === 'person' && look.verdict === outcome) return asSeenByPerson(outcome, words, look.sentence)
  if (look.kind === 'show-notes' && look.verdict === outcome) return asReadInNotes(words, look.sentence)
  if (outcome === 'lost')
    return { ...words, inYourHands: 'You may ask once, kindly, whether that was meant. Then let it be.' }
  if (outcome === 'page-gone')
    return { ...words, inYourHands: 'If you know the author, you may ask whether the piece has moved.' }
  return look.verdict === outcome ? { ...words, sentence: look.sentence } : words
}

/** What a person says about a page is not what its code says; and what one can do about it is the same as ever. */
function overruledWords(
  outcome: MentionOutcome,
  { by, outcome: decided }: NonNullable<Standing['overrule']>,
  question: LinkQuestion,
): VerdictWords {
  const said = OVERRULE_TABLE[decided as OverruleOutcome]
  if (!said || outcome === 'not-looked' || outcome === 'missing-looking-again') return NOT_LOOKED
  return {
    ...VERDICT_WORDS[outcome](NOTHING_KNOWN, question),
    sentence: `${said.label}: so says ${by.name}, against what the looks found.`,
    expert:
      'Overruled by a person. It holds until a look that can tell says something else than the look that was overruled.',
  }
}

/** A person sees a link, not how it is marked or what the page tells search engines. */
function asSeenByPerson(outcome: MentionOutcome, words: VerdictWords, sentence: string): VerdictWords {
  return {
    ...words,
    // The one outcome only a person can see has its own words.
    sentence: outcome === 'featured-not-named' ? words.sentence : sentence,
    expert:
      'Seen by a person. What the delivered HTML says (rel, page rules, canonical) was not read in this look.',
    inYourHands:
      outcome === 'linked'
        ? 'Say thank you. Let Rapport look too, where it can: it also sees how the link is marked.'
        : words.inYourHands,
  }
}

/** Notes in a feed reach listeners; what search engines make of them was not looked at. */
function asReadInNotes(words: VerdictWords, sentence: string): VerdictWords {
  return {
    ...words,
    sentence,
    expert:
      'Read in the show notes of the feed, as it carried them when the episode was first seen. The page was fetched too and has less.',
  }
}

const NOT_LOOKED: VerdictWords = {
  sentence: 'Nobody has looked at this page yet.',
  expert: 'No look is on record for this address.',
  inYourHands: 'Press "Look now", or open the page and record what you see.',
  notInYourHands: 'What stands there. Only looking is knowing.',
}

const ON_ITS_WAY: VerdictWords = {
  ...NOT_LOOKED,
  sentence: 'The first look at this page is on its way.',
  inYourHands: 'Nothing today. What is seen arrives here by itself.',
}

const DEMO_LOOKS_WHEN_ASKED =
  'This is a demo page, which the clock leaves alone: press "Look now" a day later.'

const LINK_MISSING: VerdictWords = {
  sentence: 'The link to you was not there in the last look. Once is not enough to call it lost.',
  expert:
    'The delivered HTML was read whole and holds no hyperlink to the target domains; it did before. A second look follows after 24 hours.',
  inYourHands: 'Nothing today. Rapport looks again a day after it first went missing.',
  notInYourHands: 'What an editor changes on their own page. Often it comes back by itself.',
}

const PAGE_MISSING: VerdictWords = {
  sentence: 'The page was not there in the last look. Once is not enough to call it gone.',
  expert: '404, 410 or a page that says "not found". A second look follows after 24 hours.',
  inYourHands: 'Nothing today. Rapport looks again a day later before it calls the page gone.',
  notInYourHands: 'What others keep online. Pages also vanish for an hour and return.',
}
