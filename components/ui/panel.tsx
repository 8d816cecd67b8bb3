import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type PanelProps = {
  title?: ReactNode
  /** One line under the title. */
  lead?: ReactNode
  /** Links or small forms at the title's right. */
  actions?: ReactNode
  children?: ReactNode
  /** For content that brings its own edges (tables, lists of rows). */
  flush?: boolean
  id?: string
  level?: 2 | 3
}

/** A sheet of paper on the desk: one section of a page. */
export function Panel({ title, lead, actions, children, flush = false, id, level = 2 }: PanelProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section id={id} className="min-w-0 rounded-lg border border-line bg-sheet">
      {title ? (
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-4 last:pb-4 sm:px-6 sm:pt-5 sm:last:pb-5">
          <div className="min-w-0">
            <Heading className="text-lg font-semibold">{title}</Heading>
            {lead ? <p className="max-w-measure text-sm text-ink-soft">{lead}</p> : null}
          </div>
          {actions ? <div className="-my-1.5 flex flex-wrap gap-2">{actions}</div> : null}
        </div>
      ) : null}
      {children ? (
        <div className={classNames(flush ? flushBody(title) : 'px-4 py-4 sm:px-6 sm:py-5')}>{children}</div>
      ) : null}
    </section>
  )
}

/** A section without a sheet, where a page is mostly reading. */
export function Section({
  title,
  actions,
  children,
  id,
}: Pick<PanelProps, 'title' | 'actions' | 'children' | 'id'>) {
  return (
    <section id={id} className="min-w-0">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <h2 className="text-lg font-semibold">{title}</h2>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {children}
    </section>
  )
}

function flushBody(title: ReactNode): string {
  return title ? 'mt-4 border-t border-line' : ''
}
