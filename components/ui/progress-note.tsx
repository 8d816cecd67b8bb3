import { LoaderCircle } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

type ProgressNoteProps = {
  /** What is going on: "Looking at 40 pages". */
  title: string
  /** Parts done and parts there are; leave out where nobody can tell. */
  done?: number
  total?: number
  children?: ReactNode
}

/** Work that goes on without this page. It is fine to leave; it says so. */
export function ProgressNote({ title, done, total, children }: ProgressNoteProps) {
  const counted = done !== undefined && total !== undefined && total > 0
  return (
    <div role="status" className="rounded-md border border-line bg-sheet px-4 py-3">
      <p className="flex items-center gap-3 font-medium">
        <Icon of={LoaderCircle} className="size-4 shrink-0 animate-spin text-accent" />
        <span className="min-w-0 flex-1">{title}</span>
        {counted ? (
          <span className="text-sm font-normal text-ink-soft">
            {done} of {total}
          </span>
        ) : null}
      </p>
      {counted ? (
        <progress value={done} max={total} aria-label={title} className="progress-bar mt-3" />
      ) : null}
      <div className="mt-1 pl-7 text-sm text-ink-soft">
        {children ?? 'You can leave this page. It carries on.'}
      </div>
    </div>
  )
}
