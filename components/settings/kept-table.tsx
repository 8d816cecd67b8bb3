import { Link } from '#components/ui/link.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import type { Kept } from './what-is-kept.ts'

type KeptTableProps = { kept: readonly Kept[]; home: string }

/** What is kept, how long, and where that is set. */
export function KeptTable({ kept, home }: KeptTableProps) {
  const places = { here: '#pages', privacy: `${home}/settings/privacy` }
  return (
    <Table
      caption="What is kept, and how long"
      head={
        <>
          <Th>What</Th>
          <Th>Kept for</Th>
          <Th>And then</Th>
          <Th>Set by</Th>
        </>
      }
    >
      {kept.map(({ what, howLong, after, change }) => (
        <Tr key={what}>
          <Td>
            <span className="font-semibold">{what}</span>
          </Td>
          <Td label="Kept for">{howLong}</Td>
          <Td label="And then">
            <span className="text-sm text-ink-soft">{after}</span>
          </Td>
          <Td label="Set by">
            {change === null ? (
              'Rapport'
            ) : (
              <Link href={places[change]} className="ink-link whitespace-nowrap">
                An owner<span className="sr-only">: change {what}</span>
              </Link>
            )}
          </Td>
        </Tr>
      ))}
    </Table>
  )
}
