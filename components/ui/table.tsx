import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'
import { classNames } from './class-names.ts'

type TableProps = {
  /** What the table shows; read aloud, not seen, as a heading stands above it. */
  caption: string
  /** The Th cells. */
  head: ReactNode
  /** The Tr rows. */
  children: ReactNode
}

/** A table that turns its rows into stacked cards on a phone. Give every Td but the first a label. */
export function Table({ caption, head, children }: TableProps) {
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-sheet">
      <table {...role('table')} className="stack-table w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead {...role('rowgroup')} className="border-b border-line bg-desk text-left">
          <tr {...role('row')}>{head}</tr>
        </thead>
        <tbody {...role('rowgroup')} className="divide-y divide-line">
          {children}
        </tbody>
      </table>
    </div>
  )
}

type ThProps = {
  children: ReactNode
  /** Where a click sorts by this column. */
  sortHref?: string
  sorted?: 'ascending' | 'descending'
  numeric?: boolean
}

/** A column's head; with `sortHref`, a link that sorts by it. */
export function Th({ children, sortHref, sorted, numeric }: ThProps) {
  const Arrow = sorted === 'ascending' ? ArrowUp : sorted === 'descending' ? ArrowDown : ChevronsUpDown
  return (
    <th
      {...role('columnheader')}
      scope="col"
      aria-sort={sorted}
      className={classNames(
        'text-left text-sm font-semibold text-ink-soft md:px-4 md:py-1.5',
        numeric && 'md:text-right',
      )}
    >
      {sortHref ? (
        <Link
          href={sortHref}
          className="inline-flex min-h-8 items-center gap-1 hover:text-ink max-md:min-h-11 hover:underline"
        >
          {children}
          <Arrow
            aria-hidden
            className={classNames('size-3.5 shrink-0', sorted ? 'text-ink' : 'text-ink-faint')}
          />
        </Link>
      ) : (
        children
      )}
    </th>
  )
}

/** A row. `j` and `k` walk over rows that hold a RowLink. */
export function Tr({ children, quiet = false }: { children: ReactNode; quiet?: boolean }) {
  return (
    <tr
      {...role('row')}
      className={classNames(
        'relative align-top transition-colors hover:bg-hover/60 has-[a[data-row-link]:focus-visible]:bg-accent-wash',
        quiet && 'text-ink-soft',
      )}
    >
      {children}
    </tr>
  )
}

type TdProps = {
  children?: ReactNode
  /** The column's name, shown beside the value on a phone. Leave it out for the first cell and for actions. */
  label?: string
  numeric?: boolean
  /** For cells with their own links and buttons: lifts them above the row's link. */
  raised?: boolean
}

/** A cell. */
export function Td({ children, label, numeric, raised }: TdProps) {
  return (
    <td
      {...role('cell')}
      data-label={label}
      data-raised={raised && !label ? '' : undefined}
      className={classNames('md:px-4 md:py-3', numeric && 'md:text-right', raised && 'z-1 md:relative')}
    >
      {label ? <div className="min-w-0">{children}</div> : children}
    </td>
  )
}

/** The link that opens a row; the whole row is its target. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      data-row-link
      className="font-semibold text-ink underline-offset-4 after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
    >
      {children}
    </Link>
  )
}

// Stacked, the parts are no longer laid out as a table, and browsers then forget what they are; the roles remind them.
function role(name: 'table' | 'rowgroup' | 'row' | 'cell' | 'columnheader') {
  return { role: name }
}
