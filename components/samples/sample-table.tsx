import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import type { ListedSample } from '#lib/features/samples/sample-list-queries.ts'
import { SampleStateBadge } from './sample-state-badge.tsx'

type SampleTableProps = { samples: ListedSample[]; base: string; now: Date; timeZone: string }

/** What was offered and given, to whom, and how each stands. */
export function SampleTable({ samples, base, now, timeZone }: SampleTableProps) {
  return (
    <Table
      still
      caption="Samples, newest offer first"
      head={
        <>
          <Th>What</Th>
          <Th>For</Th>
          <Th>Stands</Th>
          <Th>Since</Th>
        </>
      }
    >
      {samples.map((sample) => (
        <Tr key={sample.id}>
          <Td>
            <RowLink href={`${base}/${sample.id}`}>{sample.item.name}</RowLink>
          </Td>
          <Td label="For">
            <bdi>{sample.contact?.name ?? 'Somebody'}</bdi>
            <div className="row-sub">
              <bdi>{sample.prospect.name}</bdi>
            </div>
          </Td>
          <Td label="Stands">
            <SampleStateBadge state={sample.state} />
          </Td>
          <Td label="Since">
            <RelativeTime then={sinceOf(sample)} now={now} timeZone={timeZone} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

function sinceOf({ endedAt, arrivedAt, sentAt, acceptedAt, offeredAt }: ListedSample): Date {
  return endedAt ?? arrivedAt ?? sentAt ?? acceptedAt ?? offeredAt
}
