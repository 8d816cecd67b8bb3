import { BookUser, CircleDollarSign, ListChecks, MessageSquareQuote, Mic, PenLine } from 'lucide'
import { Badge, ToneBadge } from '#components/ui/badge.tsx'
import {
  CONTRIBUTION_KIND_TABLE,
  type ContributionKind,
} from '#lib/domain/contributions/contribution-kinds.ts'
import {
  CONTRIBUTION_STATE_TABLE,
  type ContributionState,
} from '#lib/domain/contributions/contribution-states.ts'

const ICONS = {
  podcast: Mic,
  interview: MessageSquareQuote,
  roundup: ListChecks,
  'guest-post': PenLine,
  directory: BookUser,
} as const

/** What kind of work it is; what was paid for says so wherever it stands. */
export function WorkKindBadge({ kind, isPaid = false }: { kind: string; isPaid?: boolean }) {
  const known = kind as ContributionKind
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge icon={ICONS[known]}>{CONTRIBUTION_KIND_TABLE[known].label}</Badge>
      {isPaid ? (
        <ToneBadge tone="careful" icon={CircleDollarSign}>
          Paid
        </ToneBadge>
      ) : null}
    </span>
  )
}

/** How far it is. */
export function WorkStateBadge({ state }: { state: string }) {
  const { tone, label } = CONTRIBUTION_STATE_TABLE[state as ContributionState]
  return <ToneBadge tone={tone}>{label}</ToneBadge>
}
