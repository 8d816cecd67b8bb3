export const REPORT_STATES = ['draft', 'in-review', 'given-back', 'approved'] as const
export type ReportState = (typeof REPORT_STATES)[number]

export const REPORT_STATE_WORDS: Readonly<Record<ReportState, { label: string; meaning: string }>> = {
  draft: { label: 'Draft', meaning: 'Being written. Nobody outside sees it.' },
  'in-review': { label: 'In review', meaning: 'Waits for somebody to read it before it goes out.' },
  'given-back': { label: 'Given back', meaning: 'Whoever read it asks for a change.' },
  approved: { label: 'Approved', meaning: 'It says for good what it says now, and can be shared.' },
}

/** It can still be written in. */
export const OPEN_STATES: readonly ReportState[] = ['draft', 'given-back']

/** What a report may consist of, in the order of its page. */
export const REPORT_SECTIONS = ['summary', 'numbers', 'changes', 'clips', 'note'] as const
export type ReportSection = (typeof REPORT_SECTIONS)[number]

export const REPORT_SECTION_WORDS: Readonly<Record<ReportSection, { label: string; meaning: string }>> = {
  summary: { label: 'Summary', meaning: 'What came of the time, in one sentence.' },
  numbers: {
    label: 'The numbers',
    meaning: 'Links, mentions without one, and what is lost: each counted apart.',
  },
  changes: { label: 'What changed', meaning: 'New, lost and changed since the last approved report.' },
  clips: { label: 'Clips', meaning: 'Each page, with the words around the link or the name as evidence.' },
  note: { label: 'What is not promised', meaning: 'What nobody can promise, said plainly.' },
}

/** The sections that were chosen, in the order of the page; what is unknown is left out. */
export function sectionsOf(chosen: readonly string[]): ReportSection[] {
  return REPORT_SECTIONS.filter((section) => chosen.includes(section))
}
