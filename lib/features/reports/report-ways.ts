import { CONTRIBUTION_KINDS } from '#lib/domain/contributions/contribution-kinds.ts'

/** Other ways to a page than letters and nobody's asking. */
export const REPORT_WAYS = ['samples', 'requests', ...CONTRIBUTION_KINDS, 'insights'] as const
export type ReportWay = (typeof REPORT_WAYS)[number]

export const WAY_NUMBERS = {
  tried: { label: 'Tried', title: 'What was tried' },
  reached: { label: 'Named or linked us', title: 'What a page came of that names or links us' },
  linked: { label: 'Linked us', title: 'What a link came of' },
} as const
export type WayNumber = keyof typeof WAY_NUMBERS

type Way = {
  label: string
  /** What one try is. */
  tries: string
}

/** What people read for each way, and what counts as one try. */
export const REPORT_WAY_TABLE: Readonly<Record<ReportWay, Way>> = {
  samples: { label: 'Samples', tries: 'sent off' },
  requests: { label: 'Requests', tries: 'answered' },
  podcast: work('Podcasts'),
  interview: work('Interviews'),
  roundup: work('Roundups'),
  'guest-post': work('Guest posts'),
  directory: work('Directories'),
  insights: { label: 'Insights', tries: 'published' },
}

function work(label: string): Way {
  return { label, tries: 'begun' }
}
