import type { LinkFacts } from './link-facts.ts'
import type { LinkQuestion } from './link-question.ts'
import { brokenTargetOf } from './target-trouble.ts'
import { VERDICT_WORDS, type VerdictWords } from './verdict-words.ts'

export const VERDICT_KINDS = [
  'linked',
  'linked-wrong-page',
  'linked-not-crawlable',
  'linked-not-indexable',
  'linked-elsewhere-canonical',
  'linked-qualified',
  'page-gone',
  'could-not-check',
  'looks-rendered-by-script',
  'lost',
  'mentioned-unlinked',
  'not-mentioned',
  'featured-not-named',
] as const
export type VerdictKind = (typeof VERDICT_KINDS)[number]

/** What a look means: one kind, and words for the people who read it. */
export type Verdict = { kind: VerdictKind } & VerdictWords

export function verdictOf(facts: LinkFacts, question: LinkQuestion): Verdict {
  const kind = verdictKindOf(facts, question)
  return { kind, ...VERDICT_WORDS[kind](facts, question) }
}

/** The first kind that applies, in the order of the rules: what was seen counts even on a page that was cut off. */
export function verdictKindOf(
  facts: LinkFacts,
  question: Pick<LinkQuestion, 'saidAboutUs' | 'previously'>,
): VerdictKind {
  if (facts.linked === true) return linkedKindOf(facts)
  if (facts.gone === true || facts.soft404 === true) return 'page-gone'
  if (!facts.reachable || facts.botWall === true) return 'could-not-check'
  if (facts.linked === null)
    return facts.scriptRendered === true ? 'looks-rendered-by-script' : 'could-not-check'
  // An empty page, or one that now leads to the front page, is no page without the link.
  if (question.previously === 'linked') return isElsewhere(facts) ? 'could-not-check' : 'lost'
  if (facts.mentioned === true) return 'mentioned-unlinked'
  if (facts.mentioned === null) return 'looks-rendered-by-script'
  return question.saidAboutUs === true ? 'featured-not-named' : 'not-mentioned'
}

function isElsewhere({ instead }: LinkFacts): boolean {
  return instead !== null && instead !== undefined
}

function linkedKindOf(facts: LinkFacts): VerdictKind {
  if (brokenTargetOf(facts) !== null || facts.targetUrlLinked === false) return 'linked-wrong-page'
  if (facts.crawlable === false) return 'linked-not-crawlable'
  if (facts.indexable === false) return 'linked-not-indexable'
  if (facts.canonicalElsewhere === true) return 'linked-elsewhere-canonical'
  if (facts.followed === false || (facts.followed === null && isMarked(facts))) return 'linked-qualified'
  return 'linked'
}

function isMarked({ rel }: LinkFacts): boolean {
  return (rel ?? []).some((token) => token === 'nofollow' || token === 'sponsored' || token === 'ugc')
}
