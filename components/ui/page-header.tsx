import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'

type PageHeaderProps = {
  title: ReactNode
  /** One or two sentences: what this page is for, or how things stand. */
  lead?: ReactNode
  crumbs?: Crumb[]
  /** The main thing to do here, first. */
  actions?: ReactNode
  /** Badges and dates that go with the title. */
  facts?: ReactNode
}

/** The head of every page: its one h1, in the reading face. */
export function PageHeader({ title, lead, crumbs, actions, facts }: PageHeaderProps) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 flex-1 basis-64">
        {crumbs?.length ? <Breadcrumbs crumbs={crumbs} /> : null}
        <h1 className="font-serif text-title font-medium tracking-tight">{title}</h1>
        {facts ? (
          <div className="mt-2 flex flex-wrap items-center gap-2 text-sm text-ink-soft">{facts}</div>
        ) : null}
        {lead ? <p className="mt-2 max-w-measure text-ink-soft">{lead}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  )
}
