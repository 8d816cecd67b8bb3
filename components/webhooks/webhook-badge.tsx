import { ToneBadge } from '#components/ui/badge.tsx'

type Standing = { offBecause: string | null; failingSince: Date | null; lastGoodAt: Date | null }

/** In one word how a webhook stands. */
export function WebhookBadge({ offBecause, failingSince, lastGoodAt }: Standing) {
  if (offBecause === 'person') return <ToneBadge tone="neutral">Off</ToneBadge>
  if (offBecause !== null) return <ToneBadge tone="careful">Off: nobody answered</ToneBadge>
  if (failingSince !== null) return <ToneBadge tone="careful">On, and failing</ToneBadge>
  if (lastGoodAt === null) return <ToneBadge tone="unknown">On, nothing sent yet</ToneBadge>
  return <ToneBadge tone="good">On</ToneBadge>
}
