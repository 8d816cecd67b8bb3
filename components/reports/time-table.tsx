import { Counted } from '#components/charts/counted.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { howLong } from '#lib/domain/how-long.ts'
import { quartilesOf, type Weighed } from '#lib/domain/statistics/quartiles.ts'

type TimeTableProps = {
  rows: readonly { label: string; hours: readonly Weighed[]; href: string }[]
}

const ENOUGH_TO_SAY = 20

/** How long things took, of those that came: the middle one, and between which the middle half lies. */
export function TimeTable({ rows }: TimeTableProps) {
  return (
    <Table
      caption="How long things took"
      head={
        <>
          <Th>What</Th>
          <Th numeric>Of so many</Th>
          <Th>Half of them within</Th>
          <Th>A quarter within</Th>
          <Th>Three quarters within</Th>
        </>
      }
    >
      {rows.map(({ label, hours, href }) => {
        const found = quartilesOf(hours)
        const few = found !== null && found.count < ENOUGH_TO_SAY
        return (
          <Tr key={label}>
            <Td>{label}</Td>
            <Td label="Of so many" numeric>
              <Counted count={found?.count ?? 0} href={href} />
            </Td>
            <Td label="Half of them within">
              {found ? `${few ? 'too few to say: ' : ''}${howLong(found.median)}` : 'nothing yet'}
            </Td>
            <Td label="A quarter within">{found ? howLong(found.lower) : ''}</Td>
            <Td label="Three quarters within">{found ? howLong(found.upper) : ''}</Td>
          </Tr>
        )
      })}
    </Table>
  )
}
