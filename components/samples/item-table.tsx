import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { writtenMoney } from '#components/ui/written.ts'
import type { ListedItem } from '#lib/features/samples/item-queries.ts'

type ItemTableProps = { items: ListedItem[]; home: string; mayWrite: boolean }

/** What may be given away, what each costs, and how many are left. */
export function ItemTable({ items, home, mayWrite }: ItemTableProps) {
  return (
    <Table
      caption="Items to give away, by name"
      head={
        <>
          <Th>Item</Th>
          <Th>Site</Th>
          <Th numeric>One costs</Th>
          <Th numeric>Left</Th>
          <Th numeric>Given</Th>
        </>
      }
    >
      {items.map(({ id, name, site, costMinor, currency, stock, given }) => (
        <Tr key={id}>
          <Td>
            {mayWrite ? (
              <RowLink href={`${home}/samples/items/${id}`}>{name}</RowLink>
            ) : (
              <bdi className="font-medium">{name}</bdi>
            )}
          </Td>
          <Td label="Site">
            <bdi>{site.name}</bdi>
          </Td>
          <Td label="One costs" numeric>
            {costMinor === null ? <Unsaid>not said</Unsaid> : writtenMoney(costMinor, currency)}
          </Td>
          <Td label="Left" numeric>
            <Left stock={stock} />
          </Td>
          <Td label="Given" numeric raised>
            {given > 0 ? (
              <Link href={`${home}/samples?item=${id}`} className="ink-link">
                {given}
                <span className="sr-only"> of {name} given</span>
              </Link>
            ) : (
              0
            )}
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

function Left({ stock }: { stock: number | null }) {
  if (stock === null) return <Unsaid>not counted</Unsaid>
  if (stock < 0) return <Badge>{-stock} more went out than were counted</Badge>
  return stock
}

function Unsaid({ children }: { children: string }) {
  return <span className="text-ink-soft">{children}</span>
}
