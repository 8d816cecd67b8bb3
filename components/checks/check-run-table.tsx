import { CircleCheck, CircleStop, Hourglass } from 'lucide'
import { ToneBadge } from '#components/ui/badge.tsx'
import type { IconNode } from '#components/ui/icon.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import type { Tone } from '#components/ui/tone.tsx'
import type { listCheckRuns } from '#lib/features/mentions/check-run-queries.ts'
import { inDigits } from './count-words.ts'

type CheckRunTableProps = {
  runs: Awaited<ReturnType<typeof listCheckRuns>>['runs']
  base: string
  now: Date
  timeZone: string
}

/** Checks of many mentions, and how far each came. */
export function CheckRunTable({ runs, base, now, timeZone }: CheckRunTableProps) {
  return (
    <Table
      caption="Checks, newest first"
      head={
        <>
          <Th>What was checked</Th>
          <Th>How it stands</Th>
          <Th numeric>Looked at</Th>
          <Th>Asked for by</Th>
          <Th>When</Th>
        </>
      }
    >
      {runs.map((run) => {
        const { tone, icon, word } = FACES[run.state] ?? FINISHED
        return (
          <Tr key={run.id}>
            <Td>
              <RowLink href={`${base}/${run.id}`}>
                <bdi className="wrap-anywhere">{run.words}</bdi>
              </RowLink>
            </Td>
            <Td label="How it stands">
              <ToneBadge tone={tone} icon={icon}>
                {word}
              </ToneBadge>
            </Td>
            <Td label="Looked at" numeric>
              {inDigits(run.done)} of {inDigits(run.total)}
            </Td>
            <Td label="Asked for by">
              <bdi>{run.askedBy.name}</bdi>
            </Td>
            <Td label="When">
              <RelativeTime then={run.at} now={now} timeZone={timeZone} />
            </Td>
          </Tr>
        )
      })}
    </Table>
  )
}

type Face = { tone: Tone; icon: IconNode; word: string }

const FINISHED: Face = { tone: 'good', icon: CircleCheck, word: 'Finished' }
const FACES: Record<string, Face> = {
  running: { tone: 'unknown', icon: Hourglass, word: 'Under way' },
  stopped: { tone: 'neutral', icon: CircleStop, word: 'Stopped' },
  finished: FINISHED,
}
