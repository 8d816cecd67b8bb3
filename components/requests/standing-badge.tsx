import {
  CalendarClock,
  CircleCheck,
  CircleDashed,
  Hourglass,
  Newspaper,
  Send,
  Type as TypeIcon,
  X,
} from 'lucide'
import { ToneBadge } from '#components/ui/badge.tsx'
import type { IconNode } from '#components/ui/icon.tsx'
import type { RequestStanding, StandingKind } from '#lib/domain/requests/request-states.ts'

const ICONS: Readonly<Record<StandingKind, IconNode>> = {
  ...{ open: CircleDashed, 'due-soon': CalendarClock, late: Hourglass, answered: Send },
  ...{ 'found-not-looked': CircleDashed, 'quoted-linked': CircleCheck, 'quoted-unlinked': TypeIcon },
  ...{ 'quoted-not-named': Newspaper, 'quoted-cannot-tell': CircleDashed },
  ...{ 'not-used': X, 'let-be': X, 'too-late': X },
}

/** Where a request stands: tone, picture and word together. */
export function RequestStandingBadge({ standing: { kind, label, tone } }: { standing: RequestStanding }) {
  return (
    <ToneBadge tone={tone} icon={ICONS[kind]}>
      {label}
    </ToneBadge>
  )
}
