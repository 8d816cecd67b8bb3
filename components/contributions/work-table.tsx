import { MentionOutcomeBadge } from '#components/mentions/outcome-badge.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { dayText } from '#lib/domain/calendar-day.ts'
import type { ContributionRow } from '#lib/features/contributions/contribution-list-queries.ts'
import { Day, NextDay } from './day-of-work.tsx'
import { WorkKindBadge, WorkStateBadge } from './work-badges.tsx'

type WorkTableProps = {
  works: ContributionRow[]
  base: string
  showSite: boolean
  now: Date
  timeZone: string
}

/** Work with outlets, by the next day something is due. */
export function WorkTable({ works, base, showSite, now, timeZone }: WorkTableProps) {
  return (
    <Table
      still
      caption="Work with outlets, the next day first"
      head={
        <>
          <Th>What</Th>
          <Th>Kind</Th>
          <Th>How far</Th>
          <Th>Next</Th>
          {showSite ? <Th>Site</Th> : null}
        </>
      }
    >
      {works.map((work) => (
        <Tr key={work.id}>
          <Td>
            <RowLink href={`${base}/${work.id}`}>
              <bdi>{work.title}</bdi>
            </RowLink>
            <div className="row-sub">
              <bdi>{work.prospectName}</bdi>
              {work.contactName ? (
                <>
                  , <bdi>{work.contactName}</bdi>
                </>
              ) : null}
            </div>
          </Td>
          <Td label="Kind">
            <WorkKindBadge kind={work.kind} isPaid={work.isPaid} />
          </Td>
          <Td label="How far">
            <span className="inline-flex flex-wrap gap-1">
              <WorkStateBadge state={work.state} />
              {work.outcome && work.provenance ? (
                <MentionOutcomeBadge outcome={work.outcome} provenance={work.provenance} />
              ) : null}
            </span>
          </Td>
          <Td label="Next">
            <WhenOf work={work} now={now} timeZone={timeZone} />
          </Td>
          {showSite ? (
            <Td label="Site">
              <bdi>{work.siteName}</bdi>
            </Td>
          ) : null}
        </Tr>
      ))}
    </Table>
  )
}

function WhenOf({ work, now, timeZone }: { work: ContributionRow; now: Date; timeZone: string }) {
  const out = dayText(work.publishedOn)
  if (work.state === 'published')
    return out ? (
      <>
        out since <Day date={out} />
      </>
    ) : (
      'out'
    )
  return <NextDay work={work} now={now} timeZone={timeZone} />
}
