import { OwnPageBadge } from '#components/campaigns/own-page-list.tsx'
import { WorkKindBadge } from '#components/contributions/work-badges.tsx'
import { MentionOutcomeBadge } from '#components/mentions/outcome-badge.tsx'
import { PitchStateBadge } from '#components/pitches/pitch-state-badge.tsx'
import { SampleStateBadge } from '#components/samples/sample-state-badge.tsx'
import type { TodayItem } from '#lib/features/today/today-kinds.ts'

/** How a thing on Today stands, in its own picture and word. */
export function TodayBadge({ badge }: { badge: NonNullable<TodayItem['badge']> }) {
  if (badge.of === 'pitch') return <PitchStateBadge state={badge.state} />
  if (badge.of === 'work') return <WorkKindBadge kind={badge.kind} isPaid={badge.isPaid} />
  if (badge.of === 'own-page') return <OwnPageBadge state={badge.state} />
  if (badge.of === 'sample') return <SampleStateBadge state={badge.state} />
  return <MentionOutcomeBadge outcome={badge.outcome} provenance={badge.provenance} />
}
