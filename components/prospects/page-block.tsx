import type { ReactNode } from 'react'
import { classNames } from '#components/ui/class-names.ts'
import { Link } from '#components/ui/link.tsx'

type PageBlockProps = {
  title: ReactNode
  id?: string
  /** A link or two at the title's right. */
  actions?: ReactNode
  /** For rows that bring their own edges. */
  flush?: boolean
  children: ReactNode
}

/** One thing to know of a prospect, close set: a whole page of them is to be seen at once. */
export function PageBlock({ title, id, actions, flush = false, children }: PageBlockProps) {
  return (
    <section id={id} className="min-w-0 scroll-mt-4 rounded-lg border border-line bg-sheet">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 pt-2.5">
        <h2 className="text-base font-semibold">{title}</h2>
        {actions ? <div className="text-sm">{actions}</div> : null}
      </div>
      <div className={classNames(flush ? 'pt-0.5' : 'px-4 pt-1 pb-3')}>{children}</div>
    </section>
  )
}

type EmptyBlockProps = {
  title: string
  id?: string
  /** How little there is, in a word or two. */
  said?: string
  /** What it is for, and how to begin; unfolds. */
  children: ReactNode
  /** The one thing to do about it. */
  action?: ReactNode
}

/** A block with nothing in it: one line with its one action. */
export function EmptyBlock({ title, id, said = 'nothing yet', children, action }: EmptyBlockProps) {
  return (
    <section
      id={id}
      className="flex min-w-0 scroll-mt-4 flex-wrap items-center gap-x-3 rounded-lg border border-line bg-sheet px-4"
    >
      <h2 className="text-base font-semibold">{title}</h2>
      <details className="min-w-0 flex-1 open:order-last open:basis-full">
        <summary className="tap inline-flex items-center rounded-md text-sm text-ink-soft hover:text-ink">
          {said}
          <span className="sr-only">: {title}</span>
        </summary>
        <div className="pb-3 text-sm text-ink-soft">{children}</div>
      </details>
      {action ? <div className="has-[details[open]]:basis-full">{action}</div> : null}
    </section>
  )
}

/** Where the one action of an empty block leads. */
export function BlockLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="ink-link tap inline-flex items-center text-sm">
      {children}
    </Link>
  )
}

/** What a block says while it has nothing. */
export function NothingYet({ children }: { children: ReactNode }) {
  return <p className="text-sm text-ink-soft">{children}</p>
}

export const blockRowClass =
  'flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0'
