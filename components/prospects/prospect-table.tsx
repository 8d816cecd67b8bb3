import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { writtenDay } from '#components/ui/written.ts'
import { countryName } from '#lib/domain/countries.ts'
import { PROSPECT_KIND_TABLE, type ProspectKind } from '#lib/domain/prospect-kinds.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import {
  type ChosenColumn,
  columnsShown,
  PROSPECT_COLUMN_LABELS,
  type ProspectColumn,
} from '#lib/features/prospects/prospect-columns.ts'
import type { ProspectLine } from '#lib/features/prospects/prospect-line-queries.ts'
import {
  type ProspectList,
  type ProspectSort,
  prospectListHref,
} from '#lib/features/prospects/prospect-list.ts'
import { StageBadge } from './stage-badge.tsx'

type ProspectTableProps = {
  prospects: ProspectLine[]
  list: ProspectList
  /** The list's own address, without its query. */
  base: string
  now: Date
  timeZone: string
  /** The workspace's own fields, for their labels. */
  fields: readonly { key: string; label: string }[]
  /** Whether rows can be ticked; the table then stands in a form. */
  tickable?: boolean
  caption?: string
}

const SORTED_BY: Partial<Record<ChosenColumn | 'name', [first: ProspectSort, second: ProspectSort]>> = {
  name: ['name', '-name'],
  touch: ['-touch', 'touch'],
  next: ['next', 'next'],
  added: ['-added', 'added'],
}

/** One page of prospects in the columns chosen, sorted by its heads. */
export function ProspectTable({
  prospects,
  list,
  base,
  fields,
  tickable,
  caption,
  ...clock
}: ProspectTableProps) {
  const columns = columnsShown(list.columns)
  const sorting = (column: ChosenColumn | 'name') => {
    const sorts = SORTED_BY[column]
    if (!sorts) return {}
    const [first, second] = sorts
    return {
      sortHref: prospectListHref(base, list, { sort: list.sort === first ? second : first }),
      sorted: list.sort === first || list.sort === second ? directionOf(list.sort) : undefined,
    }
  }
  const labelOf = (column: ChosenColumn) =>
    isOwn(column)
      ? (fields.find(({ key }) => key === column.slice(2))?.label ?? column.slice(2))
      : PROSPECT_COLUMN_LABELS[column]
  return (
    <Table
      still
      caption={caption ?? 'Prospects'}
      head={
        <>
          {tickable ? (
            <Th>
              <span className="sr-only">Tick</span>
            </Th>
          ) : null}
          <Th {...sorting('name')}>Outlet</Th>
          {columns.map((column) => (
            <Th key={column} {...sorting(column)}>
              {labelOf(column)}
            </Th>
          ))}
        </>
      }
    >
      {prospects.map((prospect) => (
        <Tr key={prospect.id} quiet={prospect.stage === 'not-for-us'}>
          {tickable ? (
            <Td raised>
              <label className="row-tick">
                <input
                  type="checkbox"
                  name="ids[]"
                  value={prospect.id}
                  aria-label={`Tick ${prospect.name}`}
                  data-row-tick=""
                />
              </label>
            </Td>
          ) : null}
          <Td>
            <RowLink href={`${base}/${prospect.id}`}>{prospect.name}</RowLink>
            <div className="row-sub md:min-w-40">{readableAddress(prospect.outletKey)}</div>
            {columns.includes('tags') || prospect.tags.length === 0 ? null : (
              <div className="row-sub">{tagsInWords(prospect.tags)}</div>
            )}
          </Td>
          {columns.map((column) => (
            <Td key={column} label={labelOf(column)} raised={column === 'people'}>
              {isOwn(column) ? (
                <span className="wrap-anywhere">
                  {String(prospect.custom[column.slice(2)] ?? '') || <Nothing />}
                </span>
              ) : (
                CELLS[column](prospect, { ...clock, base })
              )}
            </Td>
          ))}
        </Tr>
      ))}
    </Table>
  )
}

type Around = { now: Date; timeZone: string; base: string }

const CELLS: Readonly<Record<ProspectColumn, (prospect: ProspectLine, around: Around) => ReactNode>> = {
  kind: ({ kind }) => PROSPECT_KIND_TABLE[kind as ProspectKind].label,
  stage: ({ stage }) => <StageBadge stage={stage} />,
  tags: ({ tags }) =>
    tags.length === 0 ? (
      <Nothing>None</Nothing>
    ) : (
      <bdi className="text-sm wrap-anywhere">{tagsInWords(tags)}</bdi>
    ),
  owner: ({ ownerName }) => (ownerName ? <bdi>{ownerName}</bdi> : <Nothing>Nobody yet</Nothing>),
  people: ({ people }, { base }) =>
    people && people.length > 0 ? (
      <ul>
        {people.map(({ id, name }) => (
          <li key={id}>
            <Link href={`${base.replace(/\/prospects$/, '')}/contacts/${id}`} className="ink-link">
              <bdi className="wrap-anywhere">{name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    ) : (
      <Nothing>Nobody yet</Nothing>
    ),
  touch: ({ lastTouchAt }, clock) =>
    lastTouchAt ? <RelativeTime then={lastTouchAt} {...clockOf(clock)} /> : <Nothing>None yet</Nothing>,
  next: ({ nextTouchOn }, { now }) =>
    nextTouchOn ? (
      <time
        dateTime={nextTouchOn.toISOString().slice(0, 10)}
        className={nextTouchOn < new Date(now.toISOString().slice(0, 10)) ? 'text-careful' : undefined}
      >
        {writtenDay(nextTouchOn, 'medium')}
      </time>
    ) : (
      <Nothing>None due</Nothing>
    ),
  mentions: ({ mentionCount, unlinkedCount }) =>
    mentionCount === 0 ? (
      <Nothing>None</Nothing>
    ) : (
      `${mentionCount}${unlinkedCount > 0 ? `, ${unlinkedCount} without a link` : ''}`
    ),
  links: ({ linkedCount }) => (linkedCount === 0 ? <Nothing>None</Nothing> : linkedCount),
  country: ({ country }) => (country ? countryName(country) : <Nothing />),
  language: ({ language }) => language ?? <Nothing />,
  added: ({ createdAt }, clock) => <RelativeTime then={createdAt} {...clockOf(clock)} />,
}

function Nothing({ children = 'Not said' }: { children?: ReactNode }) {
  return <span className="row-none">{children}</span>
}

function tagsInWords(tags: readonly string[]): string {
  return tags.slice(0, 6).join(', ') + (tags.length > 6 ? ' ...' : '')
}

function clockOf({ now, timeZone }: Around) {
  return { now, timeZone }
}

function isOwn(column: ChosenColumn): column is `f.${string}` {
  return column.startsWith('f.')
}

function directionOf(sort: ProspectSort): 'ascending' | 'descending' {
  return sort.startsWith('-') ? 'descending' : 'ascending'
}
