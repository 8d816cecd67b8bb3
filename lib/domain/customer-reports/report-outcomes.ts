import { VERDICT_KINDS } from '../link-check/link-verdict.ts'

/** What a mention comes to, as it is kept in its row. */
export const REPORT_OUTCOMES = [...VERDICT_KINDS, 'missing-looking-again', 'not-looked'] as const
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number]

/** How a report counts: each apart, and nothing ever added to anything else. */
export const REPORT_GROUPS = [
  'followed',
  'qualified',
  'not-indexable',
  'other-page',
  'unlinked',
  'featured',
  'lost',
  'pending',
  'cannot-tell',
  'not-there',
  'paid',
] as const
export type ReportGroup = (typeof REPORT_GROUPS)[number]

export const REPORT_GROUP_WORDS: Readonly<Record<ReportGroup, { label: string; meaning: string }>> = {
  followed: {
    label: 'Links that search engines may follow',
    meaning: 'Readers can click them, and search engines may follow them.',
  },
  qualified: {
    label: 'Links marked nofollow, sponsored or ugc',
    meaning: 'Readers can click them. The page asks search engines not to take them for a recommendation.',
  },
  'not-indexable': {
    label: 'Links on pages that search engines may pass over',
    meaning:
      'Readers can click them. The page hides from search, names another as the original, or builds the link its own way.',
  },
  'other-page': {
    label: 'Links to another page of yours',
    meaning: 'Readers can click them, and come to another page than the one hoped for.',
  },
  unlinked: {
    label: 'Named, without a link',
    meaning: 'The page names you. It is not counted among the links.',
  },
  featured: {
    label: 'Featured, not named',
    meaning: 'The page is about you, with neither link nor name. It is not counted among the links.',
  },
  lost: { label: 'Lost', meaning: 'The link was there and is not any more, or its page is gone.' },
  pending: { label: 'Still open', meaning: 'Not looked at yet, or being looked at again.' },
  'cannot-tell': {
    label: 'Nobody can tell',
    meaning: 'The page could not be read from here. That says nothing about a link.',
  },
  'not-there': {
    label: 'Looked at, nothing there',
    meaning: 'The page stands with nothing about you on it, or is gone and was never seen to link to you.',
  },
  paid: { label: 'Paid for elsewhere', meaning: 'Kept for the record, and counted with nothing else.' },
}

/** Outcomes as a customer reads them: the word, and a sentence that says it plainly. */
export const REPORT_OUTCOME_WORDS: Readonly<
  Record<
    ReportOutcome,
    {
      group: Exclude<ReportGroup, 'paid'>
      word: string
      sentence: string
      /** What makes it certain, where looks do. */
      byLooks?: string
    }
  >
> = {
  linked: {
    ...{ group: 'followed', word: 'Linked' },
    sentence: 'The page links to you, and search engines may follow the link.',
  },
  'linked-wrong-page': {
    ...{ group: 'other-page', word: 'Linked to another page' },
    sentence: 'The page links to you, to another page than the one hoped for.',
  },
  'linked-qualified': {
    ...{ group: 'qualified', word: 'Linked, marked' },
    sentence:
      'The page links to you, and marks the link so that search engines take it as no recommendation.',
  },
  'linked-not-crawlable': {
    ...{ group: 'not-indexable', word: 'Linked for readers' },
    sentence:
      'Readers can click through to you. The link is built in a way that search engines do not reliably read.',
  },
  'linked-not-indexable': {
    ...{ group: 'not-indexable', word: 'Linked, page hidden from search' },
    sentence: 'The page links to you, and asks search engines to stay away from it. Readers find you there.',
  },
  'linked-elsewhere-canonical': {
    ...{ group: 'not-indexable', word: 'Linked on a copy' },
    sentence: 'The page links to you, and names another page as the original.',
  },
  'mentioned-unlinked': {
    ...{ group: 'unlinked', word: 'Named, no link' },
    sentence: 'The page names you, without a link. Whether it links is up to its editors.',
  },
  'featured-not-named': {
    ...{ group: 'featured', word: 'Featured, not named' },
    sentence:
      'They ran it; neither your link nor your name is in it. That is out of anybody’s hands but theirs.',
  },
  lost: {
    ...{ group: 'lost', word: 'Link lost' },
    sentence: 'The link was there, and is not any more.',
    byLooks: 'Two looks a day apart say so.',
  },
  'page-gone': {
    ...{ group: 'lost', word: 'Page gone' },
    sentence: 'The page is not there any more.',
    byLooks: 'Two looks a day apart say so.',
  },
  'missing-looking-again': {
    ...{ group: 'pending', word: 'Missing, looking again' },
    sentence: 'The last look did not find it. Once is not enough to call it lost; a second look follows.',
  },
  'could-not-check': {
    ...{ group: 'cannot-tell', word: 'Could not check' },
    sentence: 'The page could not be read from here. This says nothing about the link.',
  },
  'looks-rendered-by-script': {
    ...{ group: 'cannot-tell', word: 'Cannot tell from here' },
    sentence: 'The page builds itself in the browser, so a look from here cannot tell.',
  },
  'not-looked': {
    group: 'pending',
    word: 'Not looked at yet',
    sentence: 'Nobody has looked at this page yet.',
  },
  'not-mentioned': {
    ...{ group: 'not-there', word: 'Not mentioned' },
    sentence: 'The page stands, with neither a link to you nor your name.',
  },
}

/** What an outcome means, and who knows it: looks, or a person against them. */
export function outcomeSentence({
  outcome,
  saidByPerson,
}: {
  outcome: ReportOutcome
  saidByPerson: boolean
}): string {
  const { sentence, byLooks } = REPORT_OUTCOME_WORDS[outcome]
  if (saidByPerson) return `${sentence} A person says so, and not a look.`
  return byLooks ? `${sentence} ${byLooks}` : sentence
}

/**
 * What was bought is counted with nothing else, whatever stands on the page. A page that is gone and never linked has lost
 * nothing.
 */
export function groupOf(
  outcome: ReportOutcome,
  { provenance, everLinked }: { provenance: string; everLinked: boolean },
): ReportGroup {
  if (provenance === 'paid-elsewhere') return 'paid'
  return outcome === 'page-gone' && !everLinked ? 'not-there' : REPORT_OUTCOME_WORDS[outcome].group
}

/** A value of the database that is none of ours counts as not looked at. */
export function asReportOutcome(outcome: string): ReportOutcome {
  return (REPORT_OUTCOMES as readonly string[]).includes(outcome) ? (outcome as ReportOutcome) : 'not-looked'
}

/** The link or the name stands on the page. */
export function isStanding(outcome: ReportOutcome): boolean {
  const { group } = REPORT_OUTCOME_WORDS[outcome]
  return !['lost', 'pending', 'cannot-tell', 'not-there'].includes(group)
}
