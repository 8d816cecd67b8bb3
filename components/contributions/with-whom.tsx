import { Telescope } from 'lucide'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch } from '#components/ui/filter-bar.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { PROSPECT_KIND_TABLE, type ProspectKind } from '#lib/domain/prospect-kinds.ts'

type WithWhomProps = {
  home: string
  prospects: { id: string; name: string; kind: string }[]
  search: string
}

/** Choosing the outlet a piece of work is for. */
export function WithWhom({ home, prospects, search }: WithWhomProps) {
  const add = (
    <ButtonLink href={`${home}/prospects/new`} tone={search ? 'secondary' : 'primary'}>
      Add a prospect
    </ButtonLink>
  )
  if (prospects.length === 0 && !search) {
    return (
      <EmptyState icon={Telescope} title="No prospect yet" actions={add}>
        A show, a paper, a blog or a directory is a prospect first. Add its site, then come back.
      </EmptyState>
    )
  }
  return (
    <>
      <FilterBar action={`${home}/contributions/new`} label="Find a prospect">
        <FilterSearch label="Name of the prospect" defaultValue={search} />
      </FilterBar>
      {prospects.length === 0 ? (
        <EmptyState icon={Telescope} title="None by that name" actions={add}>
          Try a part of the name, or add them.
        </EmptyState>
      ) : (
        <Table
          caption="Prospects, by name"
          head={
            <>
              <Th>Prospect</Th>
              <Th>Kind</Th>
            </>
          }
        >
          {prospects.map(({ id, name, kind }) => (
            <Tr key={id}>
              <Td>
                <RowLink href={`${home}/contributions/new?prospect=${id}`}>
                  <bdi>{name}</bdi>
                </RowLink>
              </Td>
              <Td label="Kind">
                <Badge>{PROSPECT_KIND_TABLE[kind as ProspectKind].label}</Badge>
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </>
  )
}
