import { SearchX } from 'lucide'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch } from '#components/ui/filter-bar.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import type { MergeKind } from '#lib/domain/duplicates/merge-fields.ts'
import { found } from '#lib/features/page-params.ts'
import { getContact, searchContacts } from '#lib/features/prospects/contact-queries.ts'
import { getProspect, searchProspects } from '#lib/features/prospects/prospect-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

const MOST_SHOWN = 20

type ChooseOtherProps = { scope: WorkspaceScope; kind: MergeKind; keptId: string; q: string }

/** Which other one is the same: found by its name or address. Without one to begin with, the first is found the same way. */
export async function ChooseOther({ scope, kind, keptId, q }: ChooseOtherProps) {
  const first = keptId
    ? kind === 'prospect'
      ? await found(getProspect(scope, keptId))
      : await found(getContact(scope, keptId))
    : null
  const words = q || first?.name || ''
  const rows = words ? await search(scope, kind, words) : []
  const others = rows.filter((row) => row.id !== keptId)
  const base = `/w/${scope.workspaceSlug}/duplicates/merge`
  const hrefOf = (id: string) =>
    keptId ? `${base}?kind=${kind}&keep=${keptId}&gone=${id}` : `${base}?kind=${kind}&keep=${id}`
  return (
    <div className="flex flex-col gap-6">
      {first ? (
        <p>
          What is the same as <bdi className="font-semibold">{first.name}</bdi>?
        </p>
      ) : null}
      <FilterBar action={base} label="Find the other one" chips={[]} clearHref={base}>
        <input type="hidden" name="kind" value={kind} />
        {keptId ? <input type="hidden" name="keep" value={keptId} /> : null}
        <FilterSearch label={kind === 'prospect' ? 'Name or address' : 'Name'} defaultValue={words} />
      </FilterBar>
      {others.length > 0 ? (
        <Panel title="Found" flush>
          <ul className="divide-y divide-line">
            {others.map((row) => (
              <li key={row.id} className="px-4 py-3 sm:px-6">
                <Link href={hrefOf(row.id)} data-row-link className="ink-link font-semibold wrap-anywhere">
                  <bdi>{row.name}</bdi>
                </Link>
                <p className="text-sm text-ink-soft wrap-anywhere">
                  <bdi>{row.at}</bdi>
                </p>
              </li>
            ))}
          </ul>
        </Panel>
      ) : (
        <EmptyState icon={SearchX} title="Nobody else found">
          Try a part of the name{kind === 'prospect' ? ', or of the address' : ''}.
        </EmptyState>
      )}
    </div>
  )
}

async function search(scope: WorkspaceScope, kind: MergeKind, words: string) {
  if (kind === 'prospect') {
    const rows = await searchProspects(scope, words, MOST_SHOWN)
    return rows.map(({ id, name, outletKey }) => ({ id, name, at: outletKey }))
  }
  const rows = await searchContacts(scope, words, MOST_SHOWN)
  return rows.map(({ id, name, outlets }) => ({
    id,
    name,
    at: outlets[0]?.name ?? 'At no outlet',
  }))
}
