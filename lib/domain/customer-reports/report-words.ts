import { MENTION_PROVENANCE_TABLE, type MentionProvenance } from '../mention-provenance.ts'
import type { ReportChange, ReportContent } from './report-content.ts'
import { REPORT_OUTCOME_WORDS, type ReportGroup } from './report-outcomes.ts'

const LINKS: readonly ReportGroup[] = ['followed', 'qualified', 'not-indexable', 'other-page']

/**
 * What came of the time, in one sentence. Links are told with their kinds, and what is no link in a part of its own: the two
 * are never one number.
 */
export function summarySentence({
  numbers,
  from,
  to,
}: Pick<ReportContent, 'numbers' | 'from' | 'to'>): string {
  const links = LINKS.reduce((sum, group) => sum + numbers[group], 0)
  const kinds = [
    ...(numbers.followed > 0 ? [`${numbers.followed} that search engines may follow`] : []),
    ...(numbers.qualified > 0 ? [`${numbers.qualified} marked nofollow, sponsored or ugc`] : []),
    ...(numbers['not-indexable'] > 0
      ? [`${numbers['not-indexable']} on pages search engines may pass over`]
      : []),
    ...(numbers['other-page'] > 0 ? [`${numbers['other-page']} to another page of yours`] : []),
  ]
  const linked = links === 0 ? 'no page linked to you' : `${counted(links, 'page')} linked to you`
  const apart = [
    ...(numbers.unlinked > 0 ? [`${counted(numbers.unlinked, 'page')} named you without a link`] : []),
    ...(numbers.featured > 0
      ? [`${counted(numbers.featured, 'page')} told your story without naming you`]
      : []),
    ...(numbers.lost > 0
      ? [`${counted(numbers.lost, 'link')} ${numbers.lost === 1 ? 'was' : 'were'} lost`]
      : []),
    ...(numbers.pending > 0
      ? [`${counted(numbers.pending, 'page')} ${numbers.pending === 1 ? 'is' : 'are'} still open`]
      : []),
  ]
  const first = `From ${dayInWords(from)} to ${dayInWords(to)}, ${linked}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}.`
  return apart.length > 0 ? `${first} Counted apart from these: ${apart.join('; ')}.` : first
}

/** What nobody can promise. */
export const NOT_PROMISED: readonly string[] = [
  'Nobody can promise a link, how it is marked, or how long it stays: that is for those who run the page.',
  'What stands here was seen on the page on the day it names. It may be otherwise tomorrow, and a link says nothing yet about rankings or sales.',
  'Where a page could not be read, it says so. It is not counted as lost.',
]

export function changeInWords({
  kind,
  outcome,
  before,
}: Pick<ReportChange, 'kind' | 'outcome' | 'before'>): string {
  const now = REPORT_OUTCOME_WORDS[outcome].word
  if (kind === 'new' || before === null) return now
  return `${now}; before: ${REPORT_OUTCOME_WORDS[before].word}`
}

export const CHANGE_LABELS: Readonly<Record<ReportChange['kind'], string>> = {
  new: 'New',
  lost: 'Lost',
  changed: 'Changed',
}

export function provenanceInWords(provenance: string): string {
  return MENTION_PROVENANCE_TABLE[provenance as MentionProvenance]?.label ?? provenance
}

/** "3 November 2026". */
export function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}
