import { RelativeTime } from '#components/ui/relative-time.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { LIMITS, limitWords } from '#lib/domain/workspace-limits.ts'
import type { LimitInForce } from '#lib/features/pitches/limit-queries.ts'

type LimitsTableProps = { limits: readonly LimitInForce[]; now: Date; timeZone: string }

/** What holds now, what it is by itself, and who made it stricter. */
export function LimitsTable({ limits, now, timeZone }: LimitsTableProps) {
  return (
    <Table
      caption="The limits of this workspace"
      head={
        <>
          <Th>Limit</Th>
          <Th>Holds now</Th>
          <Th>Default</Th>
          <Th>Where it comes from</Th>
        </>
      }
    >
      {limits.map(({ name, inForce, asked, setBy }) => (
        <Tr key={name}>
          <Td>
            <span className="font-semibold">{LIMITS[name].label}</span>
            <span className="block max-w-measure text-sm text-ink-soft">{LIMITS[name].meaning}</span>
          </Td>
          <Td label="Holds now">
            <span className="font-semibold whitespace-nowrap">{limitWords(name, inForce)}</span>
          </Td>
          <Td label="Default">
            <span className="whitespace-nowrap">{limitWords(name, LIMITS[name].default)}</span>
          </Td>
          <Td label="Where it comes from">
            {asked === null ? (
              'Rapport'
            ) : setBy ? (
              <>
                <bdi className="wrap-anywhere">{setBy.name}</bdi>,{' '}
                <RelativeTime then={setBy.at} now={now} timeZone={timeZone} />
              </>
            ) : (
              'This workspace'
            )}
          </Td>
        </Tr>
      ))}
    </Table>
  )
}
