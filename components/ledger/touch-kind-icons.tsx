import {
  Coffee,
  Ellipsis,
  HandHelping,
  Heart,
  Link2,
  MessageCircle,
  Share2,
  ShoppingBag,
  UsersRound,
} from 'lucide'
import type { IconNode } from '#components/ui/icon.tsx'
import type { TouchKind } from '#lib/domain/touch-kinds.ts'

export const touchKindIcons: Record<TouchKind, IconNode> = {
  commented: MessageCircle,
  shared: Share2,
  met: Coffee,
  linked: Link2,
  introduced: UsersRound,
  bought: ShoppingBag,
  thanked: Heart,
  helped: HandHelping,
  other: Ellipsis,
}
