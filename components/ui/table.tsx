import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide'
import { Fragment, isValidElement, type ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { Still } from './still.tsx'

type TableProps = {
  /** What the table shows; read aloud, not seen, as a heading stands above it. */
  caption: string
  /** The Th cells. */
  head: ReactNode
  /** The Tr rows. */
  children: ReactNode
  /** Nothing in its rows waits for scripts (still.tsx): for the long ones. */
  still?: boolean
}

/** A table that turns its rows into stacked cards on a phone. Give every Td but the first a label. */
export function Table({ caption, head, children, still = false }: TableProps) {
  const Around = still ? Still : 'div'
  return (
    <Around className="overflow-x-auto rounded-lg border border-line bg-sheet">
      <table {...role('table')} className="stack-table">
        <caption className="sr-only">{caption}</caption>
        <thead {...role('rowgroup')}>
          <tr {...role('row')}>{head}</tr>
        </thead>
        <tbody {...role('rowgroup')}>{children}</tbody>
      </table>
    </Around>
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
  const arrow = sorted === 'ascending' ? ArrowUp : sorted === 'descending' ? ArrowDown : ChevronsUpDown
  return (
    <th
      {...role('columnheader')}
      scope="col"
      aria-sort={sorted}
      className={numeric ? 'md:text-right' : undefined}
    >
      {sortHref ? (
        <Link
          href={sortHref}
          className="inline-flex min-h-8 items-center gap-1 hover:text-ink max-md:min-h-11 hover:underline"
        >
          {children}
          <Icon
            of={arrow}
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
    <tr {...role('row')} {...(quiet ? { className: 'text-ink-soft' } : undefined)}>
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

/**
 * A cell. Its look is in tables.css, and what is not said is left out: a list has hundreds of cells, and every word of theirs
 * ("undefined" too) goes over the wire twice.
 */
export function Td({ children, label, numeric, raised }: TdProps) {
  return (
    <td
      {...role('cell')}
      {...(label ? { 'data-label': label } : undefined)}
      {...(raised ? { 'data-raised': label ? 'in-place' : '' } : undefined)}
      {...(numeric ? { className: 'md:text-right' } : undefined)}
    >
      {label && isSeveral(children) ? <div>{children}</div> : children}
    </td>
  )
}

/** Beside its label on a phone, a value of several parts must be one. */
function isSeveral(children: ReactNode): boolean {
  return Array.isArray(children) || (isValidElement(children) && children.type === Fragment)
}

/** The link that opens a row; the whole row is its target. Its words keep their own direction. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} data-row-link="" dir="auto">
      {children}
    </Link>
  )
}

// Stacked, the parts are no longer laid out as a table, and browsers then forget what they are; the roles remind them.
function role(name: 'table' | 'rowgroup' | 'row' | 'cell' | 'columnheader') {
  return { role: name }
}
