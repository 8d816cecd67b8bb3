import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconNode } from './icon.tsx'
import { type Tone, toneText } from './tone.tsx'

/** What happened, in order. Fill it with TimelineItem parts. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {children}
    </ol>
  )
}

type TimelineItemProps = {
  icon: IconNode
  tone?: Tone
  /** What happened, in one sentence. */
  title: ReactNode
  /** When: a RelativeTime. */
  time: ReactNode
  /** Who did it. */
  by?: string
  children?: ReactNode
}

/** One event, with what was written or seen below it. */
export function TimelineItem({ icon, tone, title, time, by, children }: TimelineItemProps) {
  return (
    <li className="group relative flex gap-4 pb-6 last:pb-0">
      <span aria-hidden className="absolute top-8 bottom-0 left-4 w-px bg-line group-last:hidden" />
      <span
        className={classNames(
          'z-1 flex size-8 shrink-0 items-center justify-center rounded-full border border-line bg-sheet',
          tone ? toneText[tone] : 'text-ink-soft',
        )}
      >
        <Icon of={icon} className="size-4" />
      </span>
      <div className="min-w-0 flex-1 pt-1">
        <p>
          <span className="font-medium">{title}</span>
          <span className="text-sm text-ink-soft">
            {' '}
            <span aria-hidden>·</span> {time}
            {by ? <> by {by}</> : null}
          </span>
        </p>
        {children ? <div className="mt-2">{children}</div> : null}
      </div>
    </li>
  )
}
