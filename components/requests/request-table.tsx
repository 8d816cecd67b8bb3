import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { timeLeft } from '#lib/domain/requests/request-states.ts'
import type { RequestListed } from '#lib/features/requests/request-list-queries.ts'
import { RequestStandingBadge } from './standing-badge.tsx'

type RequestTableProps = {
  requests: readonly RequestListed[]
  caption: string
  home: string
  now: Date
  timeZone: string
}

/** Calls for sources, one a row: what about, who asks, until when, and where it stands. */
export function RequestTable({ requests, caption, home, now, timeZone }: RequestTableProps) {
  return (
    <Table
      still
      caption={caption}
      head={
        <>
          <Th>About</Th>
          <Th>Who asks</Th>
          <Th>Deadline</Th>
          <Th>Where it stands</Th>
          <Th>Came in</Th>
        </>
      }
    >
      {requests.map((request) => (
        <Tr key={request.id} quiet={request.state === 'closed'}>
          <Td>
            <RowLink href={`${home}/${request.id}`}>
              <bdi className="line-clamp-2 wrap-anywhere">{request.topic}</bdi>
            </RowLink>
            {request.site ? <div className="row-sub">{request.site}</div> : null}
          </Td>
          <Td label="Who asks">
            <bdi className="wrap-anywhere">{request.outlet || request.journalist || 'Not said'}</bdi>
            {request.outlet && request.journalist ? (
              <div className="row-sub">{request.journalist}</div>
            ) : null}
          </Td>
          <Td label="Deadline">
            {request.deadlineAt ? (
              <>
                <RelativeTime then={request.deadlineAt} now={now} timeZone={timeZone} />
                {request.state === 'open' ? (
                  <div className="row-sub">{timeLeft(request.deadlineAt, now)}</div>
                ) : null}
              </>
            ) : (
              <span className="text-ink-soft">Not said</span>
            )}
          </Td>
          <Td label="Where it stands">
            <RequestStandingBadge standing={request.standing} />
          </Td>
          <Td label="Came in">
            <RelativeTime then={request.createdAt} now={now} timeZone={timeZone} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}
