import { VERDICT_KINDS } from '#lib/domain/link-check/link-verdict.ts'

/** What a mention comes to, as it is kept in its row. */
export const MENTION_OUTCOMES = [...VERDICT_KINDS, 'missing-looking-again', 'not-looked'] as const
export type MentionOutcome = (typeof MENTION_OUTCOMES)[number]

/** How outcomes are counted: links apart from mentions without one, and nothing added to anything. */
export const OUTCOME_GROUPS = [
  'links',
  'unlinked',
  'featured',
  'missing',
  'not-there',
  'cannot-tell',
  'not-looked',
] as const
export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number]

/** What a list of mentions can be narrowed to. */
export type OutcomeChoice = OutcomeGroup | MentionOutcome

export const OUTCOME_GROUP_LABELS: Readonly<Record<OutcomeGroup, string>> = {
  links: 'Links',
  unlinked: 'Named, no link',
  featured: 'Featured, not named',
  missing: 'Missing',
  'not-there': 'Not mentioned',
  'cannot-tell': 'Cannot tell',
  'not-looked': 'Not looked at',
}

const GROUP_OF: Readonly<Record<MentionOutcome, OutcomeGroup>> = {
  linked: 'links',
  'linked-qualified': 'links',
  'linked-wrong-page': 'links',
  'linked-not-crawlable': 'links',
  'linked-not-indexable': 'links',
  'linked-elsewhere-canonical': 'links',
  'mentioned-unlinked': 'unlinked',
  'featured-not-named': 'featured',
  'missing-looking-again': 'missing',
  lost: 'missing',
  'page-gone': 'missing',
  'not-mentioned': 'not-there',
  'could-not-check': 'cannot-tell',
  'looks-rendered-by-script': 'cannot-tell',
  'not-looked': 'not-looked',
}

/** A choice as it stands in an address; null when it is none. */
export function outcomeChoiceOf(text: string): OutcomeChoice | null {
  const groups: readonly string[] = OUTCOME_GROUPS
  const outcomes: readonly string[] = MENTION_OUTCOMES
  return groups.includes(text) || outcomes.includes(text) ? (text as OutcomeChoice) : null
}

export function outcomesOf(choice: OutcomeChoice): MentionOutcome[] {
  const ofGroup = MENTION_OUTCOMES.filter((outcome) => GROUP_OF[outcome] === choice)
  return ofGroup.length > 0 ? ofGroup : [choice as MentionOutcome]
}
