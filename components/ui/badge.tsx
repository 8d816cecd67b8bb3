import { type LucideIcon, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { type Tone, toneIcons, toneSurface } from './tone.tsx'

/** A small word on a thing: a kind, a state, a count. It says nothing about how things went. */
export function Badge({ children, icon: Icon }: { children: ReactNode; icon?: LucideIcon }) {
  return (
    <span className={classNames(shape, 'border-line bg-sheet text-ink-soft')}>
      {Icon ? <Icon aria-hidden className="size-3.5 shrink-0" /> : null}
      {children}
    </span>
  )
}

/** A word with a tone: colour, picture and word together. */
export function ToneBadge({ tone, children, icon }: { tone: Tone; children: ReactNode; icon?: LucideIcon }) {
  const Icon = icon ?? badgeIcons[tone]
  return (
    <span className={classNames(shape, toneSurface[tone])}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {children}
    </span>
  )
}

const badgeIcons: Record<Tone, LucideIcon> = { ...toneIcons, neutral: Minus }

const shape = 'inline-flex max-w-full items-center gap-1 rounded-sm border px-1.5 text-sm font-medium'
