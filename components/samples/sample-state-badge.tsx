import { Gift, Hand, House, Inbox, PackageCheck, PackageOpen, Quote, Truck, Undo2 } from 'lucide'
import { ToneBadge } from '#components/ui/badge.tsx'
import type { IconNode } from '#components/ui/icon.tsx'
import { SAMPLE_STATE_TABLE, type SampleState } from '#lib/domain/samples/sample-states.ts'

/** How a sample stands. Only a mention is an outcome one hoped for; every other end is as fine. */
export function SampleStateBadge({ state }: { state: SampleState }) {
  const { label, tone } = SAMPLE_STATE_TABLE[state]
  return (
    <ToneBadge tone={tone} icon={icons[state]}>
      {label}
    </ToneBadge>
  )
}

const icons: Readonly<Record<SampleState, IconNode>> = {
  offered: Hand,
  accepted: PackageOpen,
  sent: Truck,
  arrived: PackageCheck,
  'mention-came': Quote,
  'nothing-came': Gift,
  declined: Inbox,
  'taken-back': Undo2,
  'came-back': House,
}
