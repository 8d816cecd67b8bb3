import type { LinkFacts } from './link-facts.ts'
import { isCannotTell } from './review-rule.ts'
import { STAND_IN_WORDS } from './stand-in-words.ts'

/**
 * The two looks a reviewer lays side by side: the newest one, and the last before it that said something else.
 *
 * @param isUntold it waits because nobody can tell: then the newest look of all is the one in question, otherwise the
 *   newest that could tell
 */
export function looksToCompare<Look extends { verdict: string }>(
  newestFirst: readonly Look[],
  isUntold: boolean,
): { now: Look | null; before: Look | null } {
  const tells = ({ verdict }: Look) => !isCannotTell(verdict)
  const now = (isUntold ? newestFirst[0] : newestFirst.find(tells)) ?? newestFirst[0] ?? null
  if (now === null) return { now, before: null }
  const earlier = newestFirst.slice(newestFirst.indexOf(now) + 1).filter(tells)
  return { now, before: earlier.find(({ verdict }) => verdict !== now.verdict) ?? earlier[0] ?? null }
}

type ComparedLook = {
  /** `person`: what only the page's code tells was not read. */
  kind: string
  sentence: string
  linkHtml: string | null
  facts: LinkFacts
}

export type ComparedRow = {
  term: string
  /** How the text is to be set: code as code, words of their page as such. */
  isCode: boolean
  before: string
  now: string
  isDifferent: boolean
}

/** The evidence of two looks, point by point. What neither of them has to say is left out. */
export function compareLooks(before: ComparedLook | null, now: ComparedLook): ComparedRow[] {
  return POINTS.flatMap(({ term, of, isCode = false }) => {
    const texts = { before: before === null ? '' : of(before), now: of(now) }
    if (texts.before === '' && texts.now === '') return []
    return [{ term, isCode, ...texts, isDifferent: before !== null && texts.before !== texts.now }]
  })
}

const POINTS: readonly { term: string; of: (look: ComparedLook) => string; isCode?: boolean }[] = [
  { term: 'What it says', of: ({ sentence }) => sentence },
  { term: 'Link text', of: ({ facts }) => facts.anchorText ?? '' },
  { term: 'Leads to', of: ({ facts }) => facts.redirectTo ?? facts.resolvedUrl ?? facts.matchedHref ?? '' },
  { term: 'How it is marked (rel)', of: relWords },
  { term: 'The link in the page’s code', of: ({ linkHtml }) => linkHtml ?? '', isCode: true },
  { term: 'Our name on the page', of: nameWords },
  { term: 'Named as the original', of: ({ facts }) => facts.canonicalUrl ?? '' },
  { term: 'Rules for search engines', of: ruleWords },
  { term: 'Answer', of: answerWords },
]

function relWords({ facts }: ComparedLook): string {
  if (facts.linked !== true || facts.rel === null) return ''
  return facts.rel.length === 0 ? 'not marked' : facts.rel.join(', ')
}

function nameWords({ facts }: ComparedLook): string {
  if (facts.mentioned === null) return ''
  return facts.mentioned ? `“${facts.mentionedAs ?? 'yes'}”` : 'not there'
}

function ruleWords({ facts, kind }: ComparedLook): string {
  if (kind === 'person' || facts.noindex === null) return ''
  const rules = [
    facts.noindex ? 'noindex' : '',
    facts.pageNofollow === true ? 'nofollow for the whole page' : '',
    facts.googlebotAllowed === false ? 'robots.txt keeps Google away' : '',
  ].filter(Boolean)
  return rules.length === 0 ? 'none' : rules.join(', ')
}

function answerWords({ facts, kind }: ComparedLook): string {
  if (kind === 'person') return ''
  if (facts.robotsUnavailable === true) return 'not asked for: their robots.txt could not be read'
  if (facts.forbiddenByRobots) return 'not asked for: robots.txt keeps programs like ours out'
  const parts = [
    facts.httpStatus === null ? 'no answer' : `HTTP ${facts.httpStatus}`,
    facts.failure ?? '',
    facts.botWall === true ? 'a wall against programs' : '',
    facts.instead ? `${STAND_IN_WORDS[facts.instead]} in its place` : '',
  ]
  return parts.filter(Boolean).join(', ')
}
