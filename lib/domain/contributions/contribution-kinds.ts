import type { MentionProvenance } from '../mention-provenance.ts'

export const CONTRIBUTION_KINDS = ['podcast', 'interview', 'roundup', 'guest-post', 'directory'] as const
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number]

type Kind = {
  label: string
  plural: string
  meaning: string
  /** It is said rather than written: with a recording, and somebody who listens. */
  isSpoken: boolean
  /** What is done on the due day, as a heading: "The text you gave". */
  textLabel: string
  /** What the page it comes to is called. */
  pageLabel: string
  /** How the page came about, where nobody was paid. */
  provenance: MentionProvenance
}

/** What people read for each kind of work with an outlet, and how they differ. */
export const CONTRIBUTION_KIND_TABLE: Readonly<Record<ContributionKind, Kind>> = {
  podcast: {
    label: 'Podcast',
    plural: 'Podcasts',
    meaning: 'You are a guest. The episode comes out later, and its show notes carry the links.',
    isSpoken: true,
    textLabel: 'What you sent them',
    pageLabel: 'episode',
    provenance: 'guest',
  },
  interview: {
    label: 'Interview',
    plural: 'Interviews',
    meaning: 'They ask, you answer: for a paper, a blog, the radio. They write it.',
    isSpoken: true,
    textLabel: 'What you sent them',
    pageLabel: 'piece',
    provenance: 'quote',
  },
  roundup: {
    label: 'Roundup',
    plural: 'Roundups',
    meaning: 'One question, many voices. You give a few good sentences by a day.',
    isSpoken: false,
    textLabel: 'The words you gave',
    pageLabel: 'roundup',
    provenance: 'quote',
  },
  'guest-post': {
    label: 'Guest post',
    plural: 'Guest posts',
    meaning: 'You write for their readers, by their rules, under your name.',
    isSpoken: false,
    textLabel: 'The post',
    pageLabel: 'post',
    provenance: 'guest',
  },
  directory: {
    label: 'Directory',
    plural: 'Directories',
    meaning: 'A listing that people use to find somebody like you.',
    isSpoken: false,
    textLabel: 'The words of the listing',
    pageLabel: 'listing',
    provenance: 'listing',
  },
}

/** How the page came about: what was paid for says so, whatever else it is. */
export function provenanceOf({ kind, isPaid }: { kind: string; isPaid: boolean }): MentionProvenance {
  return isPaid ? 'paid-elsewhere' : CONTRIBUTION_KIND_TABLE[kind as ContributionKind].provenance
}
