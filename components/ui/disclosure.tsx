import { ChevronRight } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean; name?: string }

/** More, for who wants it: the browser's own details. Those with the same `name` close each other. */
export function Disclosure({ summary, children, open, name }: DisclosureProps) {
  return (
    <details open={open} name={name} className="group">
      <summary className="tap inline-flex items-center gap-2 rounded-md font-medium text-accent hover:text-accent-deep">
        <Icon of={ChevronRight} className="size-4 shrink-0 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="pt-1 pb-2 pl-6">{children}</div>
    </details>
  )
}
