import type { VerdictKind } from '#lib/domain/link-check/link-verdict.ts'
import type { MentionOutcome } from '#lib/features/mentions/outcome-groups.ts'

/** What mentions come to in a large workspace, how often, and the looks that say so, oldest first. */
export const LOOK_STORIES: readonly (readonly [
  { outcome: MentionOutcome; looks: readonly VerdictKind[]; forReview?: boolean },
  number,
])[] = [
  [{ outcome: 'linked', looks: ['linked', 'linked'] }, 28],
  [{ outcome: 'linked', looks: ['linked'] }, 12],
  [{ outcome: 'linked', looks: ['mentioned-unlinked', 'linked'], forReview: true }, 2],
  [{ outcome: 'linked-qualified', looks: ['linked-qualified'] }, 11],
  [{ outcome: 'linked-wrong-page', looks: ['linked-wrong-page'] }, 2],
  [{ outcome: 'linked-not-crawlable', looks: ['linked-not-crawlable'] }, 1],
  [{ outcome: 'linked-not-indexable', looks: ['linked-not-indexable'] }, 1],
  [{ outcome: 'linked-elsewhere-canonical', looks: ['linked-elsewhere-canonical'] }, 1],
  [{ outcome: 'mentioned-unlinked', looks: ['mentioned-unlinked'] }, 14],
  [{ outcome: 'featured-not-named', looks: ['featured-not-named'] }, 2],
  [{ outcome: 'missing-looking-again', looks: ['linked', 'lost'] }, 1],
  [{ outcome: 'lost', looks: ['linked', 'lost', 'lost'], forReview: true }, 3],
  [{ outcome: 'page-gone', looks: ['linked', 'page-gone', 'page-gone'], forReview: true }, 3],
  [{ outcome: 'not-mentioned', looks: ['not-mentioned'] }, 5],
  [
    {
      outcome: 'could-not-check',
      looks: ['could-not-check', 'could-not-check', 'could-not-check'],
      forReview: true,
    },
    2,
  ],
  [{ outcome: 'looks-rendered-by-script', looks: ['looks-rendered-by-script'] }, 2],
  [{ outcome: 'not-looked', looks: [] }, 10],
]
