import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import type { listPitches } from '#lib/features/pitches/pitch-list-queries.ts'
import { PitchStateBadge, WonBadge } from './pitch-state-badge.tsx'

type Row = Awaited<ReturnType<typeof listPitches>>['pitches'][number]

/** Pitches, one a row: whom, where it stands, and what happened last. */
export function PitchTable({
  pitches,
  home,
  now,
  timeZone,
}: {
  pitches: Row[]
  home: string
  now: Date
  timeZone: string
}) {
  return (
    <Table
      still
      caption="Pitches, last changed first"
      head={
        <>
          <Th>To</Th>
          <Th>Subject</Th>
          <Th>Where it stands</Th>
          <Th>Campaign</Th>
          <Th>Last change</Th>
        </>
      }
    >
      {pitches.map((pitch) => (
        <Tr key={pitch.id} quiet={pitch.state === 'closed'}>
          <Td>
            <RowLink href={`${home}/pitches/${pitch.id}`}>{pitch.contactName}</RowLink>
            <div className="row-sub">{pitch.prospectName}</div>
          </Td>
          <Td label="Subject">
            <span dir="auto" className="line-clamp-2 font-serif wrap-anywhere">
              {pitch.subject || <span className="font-sans text-ink-soft">No subject yet</span>}
            </span>
          </Td>
          <Td label="Where it stands">
            {pitch.isWon ? (
              <span className="flex flex-wrap gap-1">
                <PitchStateBadge state={pitch.state} closedReason={pitch.closedReason} />
                <WonBadge />
              </span>
            ) : (
              <PitchStateBadge state={pitch.state} closedReason={pitch.closedReason} />
            )}
          </Td>
          <Td label="Campaign">
            <span className="line-clamp-2 text-sm wrap-anywhere">{pitch.campaignName}</span>
            <div className="row-sub">{pitch.writerName}</div>
          </Td>
          <Td label="Last change">
            <RelativeTime then={pitch.updatedAt} now={now} timeZone={timeZone} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}
