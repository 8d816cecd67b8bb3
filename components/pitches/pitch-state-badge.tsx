import { Check, MessageCircle, MoonStar, PenLine, Send, Trophy, Users } from 'lucide'
import { Badge, ToneBadge } from '#components/ui/badge.tsx'
import {
  CLOSING_REASON_TABLE,
  type ClosingReason,
  PITCH_STATE_TABLE,
  type PitchState,
} from '#lib/domain/pitch-states.ts'

const icons = {
  draft: PenLine,
  'in-review': Users,
  ready: Check,
  sent: Send,
  answered: MessageCircle,
  closed: MoonStar,
}

/** Where a pitch stands, in a word: its state, or how it ended. */
export function PitchStateBadge({ state, closedReason }: { state: string; closedReason?: string | null }) {
  const known = state as PitchState
  if (known === 'answered') {
    return (
      <ToneBadge tone="good" icon={icons.answered}>
        {PITCH_STATE_TABLE.answered.label}
      </ToneBadge>
    )
  }
  const label =
    known === 'closed' && closedReason
      ? `Closed: ${CLOSING_REASON_TABLE[closedReason as ClosingReason].label.toLowerCase()}`
      : PITCH_STATE_TABLE[known].label
  return <Badge icon={icons[known]}>{label}</Badge>
}

/** A pitch is won when something came of it: derived, never set. */
export function WonBadge() {
  return (
    <ToneBadge tone="good" icon={Trophy}>
      Mentioned
    </ToneBadge>
  )
}
