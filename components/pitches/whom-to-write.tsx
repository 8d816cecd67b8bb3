import { BookOpen, Telescope } from 'lucide'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch } from '#components/ui/filter-bar.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import type { getNewPitchChoices } from '#lib/features/pitches/new-pitch-queries.ts'

type WhomToWriteProps = {
  home: string
  prospects: Awaited<ReturnType<typeof getNewPitchChoices>>['prospects']
  search: string
  campaign: string
}

/** Choosing whom a pitch is for: those somebody has read stand out. */
export function WhomToWrite({ home, prospects, search, campaign }: WhomToWriteProps) {
  const rest = campaign ? `&campaign=${encodeURIComponent(campaign)}` : ''
  if (prospects.length === 0 && !search) {
    return (
      <EmptyState
        icon={Telescope}
        title="No prospect yet"
        actions={
          <ButtonLink href={`${home}/prospects/new`} tone="primary">
            Add a prospect
          </ButtonLink>
        }
      >
        Find somebody whose readers would care, add their site, and read something of theirs. Then write.
      </EmptyState>
    )
  }
  return (
    <>
      <FilterBar action={`${home}/pitches/new`} label="Find a prospect">
        {campaign ? <input type="hidden" name="campaign" value={campaign} /> : null}
        <FilterSearch label="Name of the prospect" defaultValue={search} />
      </FilterBar>
      {prospects.length === 0 ? (
        <EmptyState
          icon={Telescope}
          title="None by that name"
          actions={<ButtonLink href={`${home}/prospects/new`}>Add a prospect</ButtonLink>}
        >
          Try a part of the name, or add them.
        </EmptyState>
      ) : (
        <Table
          caption="Prospects, last changed first"
          head={
            <>
              <Th>Prospect</Th>
              <Th>Reading</Th>
            </>
          }
        >
          {prospects.map((prospect) => (
            <Tr key={prospect.id}>
              <Td>
                <RowLink href={`${home}/pitches/new?prospect=${prospect.id}${rest}`}>
                  <bdi className="wrap-anywhere">{prospect.name}</bdi>
                </RowLink>
              </Td>
              <Td label="Reading">
                {prospect.readingNotes.length > 0 ? (
                  <Badge icon={BookOpen}>Read</Badge>
                ) : (
                  <span className="text-ink-soft">Not read yet</span>
                )}
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </>
  )
}
