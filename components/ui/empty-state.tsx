import type { ReactNode } from 'react'
import { Icon, type IconNode } from './icon.tsx'

type EmptyStateProps = {
  icon: IconNode
  /** What is not here yet, in a few words. */
  title: string
  /** What this place is for, and what to do first. */
  children: ReactNode
  actions?: ReactNode
}

/** What a list says when it is empty: what it is for and where to begin. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center rounded-lg border border-dashed border-line-strong px-6 py-10 text-center">
      <span className="mb-4 rounded-full bg-accent-wash p-3 text-accent">
        <Icon of={icon} className="size-6" strokeWidth={1.5} />
      </span>
      <p className="font-serif text-xl font-medium">{title}</p>
      <div className="mt-1 max-w-lg text-ink-soft text-pretty">{children}</div>
      {actions ? <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  )
}
