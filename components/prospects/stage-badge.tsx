import {
  BookCheck,
  BookOpen,
  CircleSlash,
  type LucideIcon,
  MessagesSquare,
  Moon,
  Quote,
  Send,
} from 'lucide-react'
import { Badge, ToneBadge } from '#components/ui/badge.tsx'
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

const icons: Record<ProspectStage, LucideIcon> = {
  'to-read': BookOpen,
  read: BookCheck,
  pitched: Send,
  talking: MessagesSquare,
  covered: Quote,
  resting: Moon,
  'not-for-us': CircleSlash,
}
