import { Minus } from 'lucide'
import type { ReactNode } from 'react'
import { Icon, type IconNode } from './icon.tsx'
import { type Tone, toneIcons, toneSurface } from './tone.tsx'

/** A small word on a thing: a kind, a state, a count. It says nothing about how things went. */
export function Badge({ children, icon }: { children: ReactNode; icon?: IconNode }) {
  return (
    <span className="badge">
      {icon ? <Icon of={icon} /> : null}
      {children}
    </span>
  )
}

/** A word with a tone: colour, picture and word together. */
export function ToneBadge({ tone, children, icon }: { tone: Tone; children: ReactNode; icon?: IconNode }) {
  const shown = icon ?? badgeIcons[tone]
  return (
    <span className={`badge ${toneSurface[tone]}`}>
      <Icon of={shown} />
      {children}
    </span>
  )
}

const badgeIcons: Record<Tone, IconNode> = { ...toneIcons, neutral: Minus }
