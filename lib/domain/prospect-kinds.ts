export const PROSPECT_KINDS = ['blogger', 'journalist', 'podcast', 'directory', 'roundup'] as const
export type ProspectKind = (typeof PROSPECT_KINDS)[number]

/** What people read for each kind of outlet, and what tends to matter to it. */
export const PROSPECT_KIND_TABLE: Readonly<
  Record<ProspectKind, { label: string; plural: string; meaning: string }>
> = {
  blogger: {
    label: 'Blogger',
    plural: 'Bloggers',
    meaning: 'One person or a few, writing for readers who come back.',
  },
  journalist: {
    label: 'Journalist',
    plural: 'Journalists',
    meaning: 'Works for a paper or magazine, with an editor and a deadline.',
  },
  podcast: {
    label: 'Podcast',
    plural: 'Podcasts',
    meaning: 'Talks with guests; the show notes carry the links.',
  },
  directory: {
    label: 'Directory',
    plural: 'Directories',
    meaning:
      'A list readers use to choose. Worth it if you would want to be there without any search engine.',
  },
  roundup: {
    label: 'Roundup',
    plural: 'Roundups',
    meaning: 'Collects picks or expert voices, once or every week.',
  },
}
