import {
  Coffee,
  Ellipsis,
  HandHelping,
  Heart,
  Link2,
  type LucideIcon,
  MessageCircle,
  Share2,
  ShoppingBag,
} from 'lucide-react'
import type { TouchKind } from '#lib/domain/touch-kinds.ts'

export const touchKindIcons: Record<TouchKind, LucideIcon> = {
  commented: MessageCircle,
  shared: Share2,
  met: Coffee,
  linked: Link2,
  bought: ShoppingBag,
  thanked: Heart,
  helped: HandHelping,
  other: Ellipsis,
}
