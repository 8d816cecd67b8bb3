import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { PROSPECT_KIND_TABLE, type ProspectKind } from '#lib/domain/prospect-kinds.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import {
  type ProspectList,
  type ProspectSort,
  prospectListHref,
} from '#lib/features/prospects/prospect-list.ts'
import type { listProspects } from '#lib/features/prospects/prospect-queries.ts'
import { StageBadge } from './stage-badge.tsx'

type ProspectTableProps = {
  prospects: Awaited<ReturnType<typeof listProspects>>['prospects']
  list: ProspectList
  /** The list's own address, without its query. */
  base: string
  now: Date
  timeZone: string
}

/** One page of prospects, sorted by its heads. */
export function ProspectTable({ prospects, list, base, now, timeZone }: ProspectTableProps) {
  const sorting = (first: ProspectSort, second: ProspectSort) => ({
    sortHref: prospectListHref(base, list, { sort: list.sort === first ? second : first }),
    sorted: list.sort === first || list.sort === second ? directionOf(list.sort) : undefined,
  })
  return (
    <Table
      caption="Prospects"
      head={
        <>
          <Th {...sorting('name', '-name')}>Outlet</Th>
          <Th>Kind</Th>
          <Th>Stage</Th>
          <Th>Looked after by</Th>
          <Th {...sorting('-touch', 'touch')}>
            <span className="whitespace-nowrap">Last touch</span>
          </Th>
          <Th {...sorting('-added', 'added')}>Added</Th>
        </>
      }
    >
      {prospects.map((prospect) => (
        <Tr key={prospect.id} quiet={prospect.stage === 'not-for-us'}>
          <Td>
            <RowLink href={`${base}/${prospect.id}`}>
              <bdi className="wrap-anywhere">{prospect.name}</bdi>
            </RowLink>
            <div className="text-sm text-ink-soft wrap-anywhere">{readableAddress(prospect.outletKey)}</div>
          </Td>
          <Td label="Kind">{PROSPECT_KIND_TABLE[prospect.kind as ProspectKind].label}</Td>
          <Td label="Stage">
            <span className="whitespace-nowrap">
              <StageBadge stage={prospect.stage} />
            </span>
          </Td>
          <Td label="Looked after by">
            {prospect.owner ? (
              <bdi>{prospect.owner.name}</bdi>
            ) : (
              <span className="whitespace-nowrap text-ink-soft">Nobody yet</span>
            )}
          </Td>
          <Td label="Last touch">
            {prospect.lastTouchAt ? (
              <RelativeTime then={prospect.lastTouchAt} now={now} timeZone={timeZone} />
            ) : (
              <span className="whitespace-nowrap text-ink-soft">None yet</span>
            )}
          </Td>
          <Td label="Added">
            <RelativeTime then={prospect.createdAt} now={now} timeZone={timeZone} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

function directionOf(sort: ProspectSort): 'ascending' | 'descending' {
  return sort.startsWith('-') ? 'descending' : 'ascending'
}
