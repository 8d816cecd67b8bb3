import type { DecisionKind } from './decided-outcome.ts'

/** What a person may say instead of what the looks say, in the words of the form. */
export const OVERRULE_TABLE = {
  linked: { label: 'It links to us', meaning: 'A plain link that one can click.' },
  'linked-qualified': {
    label: 'It links to us, marked',
    meaning: 'The link says nofollow, sponsored or ugc.',
  },
  'mentioned-unlinked': { label: 'It names us, without a link', meaning: 'Our name, and nothing to click.' },
  'featured-not-named': {
    label: 'It is about us, without our name',
    meaning: 'Our story or our words, with neither name nor link.',
  },
  'not-mentioned': { label: 'It has nothing to do with us', meaning: 'No link, no name, not our story.' },
  lost: { label: 'The link was there and is gone', meaning: 'The page stands, without the link.' },
  'page-gone': { label: 'The page is gone', meaning: 'Nothing of it is left at this address.' },
} as const satisfies Record<string, { label: string; meaning: string }>

export type OverruleOutcome = keyof typeof OVERRULE_TABLE
export const OVERRULE_OUTCOMES = Object.keys(OVERRULE_TABLE) as [OverruleOutcome, ...OverruleOutcome[]]

/** "Noor Haddad confirmed it". */
export const DECISION_VERBS: Readonly<Record<DecisionKind, string>> = {
  confirmed: 'confirmed it',
  overruled: 'overruled it',
  'seen-by-person': 'opened the page and said what they saw',
}
