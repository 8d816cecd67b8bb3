import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'

/** One kind of thing that waits: its heading with how many there are, and a row for each. */
export function TodaySection({
  title,
  count,
  children,
}: {
  title: string
  count: number
  children: ReactNode
}) {
  if (count === 0) return null
  return (
    <Panel
      flush
      title={
        <>
          {title} <span className="text-base font-normal text-ink-soft">{count}</span>
        </>
      }
    >
      <ul className="divide-y divide-line">{children}</ul>
    </Panel>
  )
}

type TodayRowProps = {
  href: string
  /** Whom or what it is about. */
  who: ReactNode
  /** Where it belongs, when it began to wait. */
  facts?: ReactNode
  /** A line of the thing itself. */
  children?: ReactNode
  /** The one next step. */
  action: ReactNode
}

/** One thing to do, with the one step that does it. */
export function TodayRow({ href, who, facts, children, action }: TodayRowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-4 sm:px-6">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
          <Link href={href} data-row-link className="font-semibold underline-offset-4 hover:underline">
            <bdi>{who}</bdi>
          </Link>
          {facts ? <span className="text-sm text-ink-soft">{facts}</span> : null}
        </p>
        {children ? (
          <div dir="auto" className="mt-0.5 line-clamp-2 max-w-measure font-serif wrap-anywhere">
            {children}
          </div>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-2 max-sm:w-full">{action}</div>
    </li>
  )
}
