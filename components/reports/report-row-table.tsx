import { MentionOutcomeBadge } from '#components/mentions/outcome-badge.tsx'
import { pageName } from '#components/mentions/page-name.ts'
import { PitchStateBadge } from '#components/pitches/pitch-state-badge.tsx'
import { ToneBadge } from '#components/ui/badge.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import type { ReportRow } from '#lib/features/reports/report-row-queries.ts'
import { REPORT_WAY_TABLE } from '#lib/features/reports/report-ways.ts'

type ReportRowTableProps = { rows: readonly ReportRow[]; home: string; now: Date; timeZone: string }

/** Rows behind a number of a report: letters, pages, or what was done another way. */
export function ReportRowTable({ rows, home, now, timeZone }: ReportRowTableProps) {
  const arePages = rows[0]?.what === 'mention'
  const hasOutlets = rows.some(({ outlet }) => outlet !== null)
  return (
    <Table
      still
      caption="Rows, newest first"
      head={
        <>
          <Th>{arePages ? 'Page' : 'What'}</Th>
          <Th>How it stands</Th>
          {hasOutlets ? <Th>Outlet</Th> : null}
          <Th>Site</Th>
          {arePages ? <Th>Link seen</Th> : null}
          <Th>Counted at</Th>
        </>
      }
    >
      {rows.map((row) => (
        <Tr key={row.id}>
          <Td>
            <RowName row={row} home={home} />
          </Td>
          <Td label="How it stands">
            <Standing row={row} />
          </Td>
          {hasOutlets ? (
            <Td label="Outlet">
              <span className="wrap-anywhere">{row.outlet ?? ''}</span>
            </Td>
          ) : null}
          <Td label="Site">
            <bdi>{row.site ?? ''}</bdi>
          </Td>
          {arePages ? (
            <Td label="Link seen">
              <Life row={row} now={now} timeZone={timeZone} />
            </Td>
          ) : null}
          <Td label="Counted at">
            <RelativeTime then={row.at} now={now} timeZone={timeZone} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

function RowName({ row, home }: { row: ReportRow; home: string }) {
  const { what, id, title } = row
  if (what === 'mention') {
    const { host, path } = pageName(title)
    return (
      <>
        <RowLink href={`${home}/mentions/${id}`}>{host}</RowLink>
        {path ? <div className="row-sub line-clamp-2">{path}</div> : null}
      </>
    )
  }
  if (what === 'letter') return <RowLink href={`${home}/pitches/${id}`}>{title || 'No subject'}</RowLink>
  return (
    <>
      <RowLink href={`${home}/${FOLDERS[what] ?? 'contributions'}/${id}`}>{title}</RowLink>
      <div className="row-sub">{REPORT_WAY_TABLE[what].label}</div>
    </>
  )
}

const FOLDERS: Partial<Record<ReportRow['what'], string>> = {
  samples: 'samples',
  requests: 'requests',
  insights: 'insights',
}

function Standing({ row }: { row: ReportRow }) {
  const { what, state, closedReason, provenance, isLinked, isNamed } = row
  if (what === 'mention')
    return <MentionOutcomeBadge outcome={state ?? ''} provenance={provenance ?? undefined} />
  return (
    <span className="flex flex-wrap gap-1">
      {what === 'letter' ? <PitchStateBadge state={state ?? ''} closedReason={closedReason} /> : null}
      {isLinked ? <ToneBadge tone="good">Linked</ToneBadge> : null}
      {!isLinked && isNamed ? <ToneBadge tone="neutral">Named, no link</ToneBadge> : null}
      {what !== 'letter' && !isLinked && !isNamed ? <span className="text-ink-soft">No page yet</span> : null}
    </span>
  )
}

/** From when to when looks saw the link. */
function Life({ row, now, timeZone }: { row: ReportRow; now: Date; timeZone: string }) {
  const { firstLinkedAt, lastSeenAt, lostAt } = row
  if (!firstLinkedAt) return <span className="text-ink-soft">Never</span>
  return (
    <span className="flex flex-col text-sm">
      <span>
        first <RelativeTime then={firstLinkedAt} now={now} timeZone={timeZone} />
      </span>
      {lastSeenAt ? (
        <span>
          last <RelativeTime then={lastSeenAt} now={now} timeZone={timeZone} />
        </span>
      ) : null}
      {lostAt ? (
        <span>
          missing since <RelativeTime then={lostAt} now={now} timeZone={timeZone} />
        </span>
      ) : null}
    </span>
  )
}
