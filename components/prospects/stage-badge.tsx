import { BookCheck, BookOpen, CircleSlash, MessagesSquare, Moon, Quote, Send } from 'lucide'
import { Badge, ToneBadge } from '#components/ui/badge.tsx'
import type { IconNode } from '#components/ui/icon.tsx'
import { PROSPECT_STAGE_TABLE, type ProspectStage } from '#lib/domain/prospect-stage.ts'

/** Where things stand with a prospect. Only being covered is an outcome; the rest is merely how far we are. */
export function StageBadge({ stage }: { stage: ProspectStage }) {
  const { label } = PROSPECT_STAGE_TABLE[stage]
  if (stage === 'covered') {
    return (
      <ToneBadge tone="good" icon={icons[stage]}>
        {label}
      </ToneBadge>
    )
  }
  return <Badge icon={icons[stage]}>{label}</Badge>
}

const icons: Record<ProspectStage, IconNode> = {
  'to-read': BookOpen,
  read: BookCheck,
  pitched: Send,
  talking: MessagesSquare,
  covered: Quote,
  resting: Moon,
  'not-for-us': CircleSlash,
}
