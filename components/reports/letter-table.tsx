import { PitchStateBadge } from '#components/pitches/pitch-state-badge.tsx'
import { ToneBadge } from '#components/ui/badge.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { OUTCOME_GROUP_LABELS } from '#lib/features/mentions/outcome-groups.ts'
import type { WorkedLetter } from '#lib/features/reports/worked-letter-queries.ts'

type LetterTableProps = { letters: readonly WorkedLetter[]; home: string; now: Date; timeZone: string }

/** Letters that were sent, one a row, each with what came of it. */
export function LetterTable({ letters, home, now, timeZone }: LetterTableProps) {
  return (
    <Table
      still
      caption="Letters, last sent first"
      head={
        <>
          <Th>To</Th>
          <Th>Subject</Th>
          <Th>What came of it</Th>
          <Th>Campaign</Th>
          <Th>Sent</Th>
        </>
      }
    >
      {letters.map((letter) => (
        <Tr key={letter.id}>
          <Td>
            <RowLink href={`${home}/pitches/${letter.id}`}>{letter.contactName}</RowLink>
            <span className="block text-sm text-ink-soft wrap-anywhere md:min-w-36">
              {letter.prospectName}
            </span>
          </Td>
          <Td label="Subject">
            <span dir="auto" className="line-clamp-2 font-serif wrap-anywhere">
              {letter.subject || <span className="font-sans text-ink-soft">No subject</span>}
            </span>
          </Td>
          <Td label="What came of it">
            <span className="flex flex-wrap gap-1">
              <PitchStateBadge state={letter.state} closedReason={letter.closedReason} />
              {letter.isLinked ? <ToneBadge tone="good">Linked</ToneBadge> : null}
              {!letter.isLinked && letter.isNamed ? (
                <ToneBadge tone="neutral">{OUTCOME_GROUP_LABELS.unlinked}</ToneBadge>
              ) : null}
            </span>
          </Td>
          <Td label="Campaign">
            <span className="line-clamp-2 text-sm wrap-anywhere">{letter.campaignName}</span>
          </Td>
          <Td label="Sent">
            <RelativeTime then={letter.sentAt} now={now} timeZone={timeZone} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}
