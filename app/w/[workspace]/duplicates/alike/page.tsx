import { SearchX } from 'lucide'
import type { Metadata } from 'next'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { CHANNEL_KINDS } from '#lib/domain/channel-kinds.ts'
import { reasonWords } from '#lib/domain/duplicates/duplicate-reasons.ts'
import { pageId, searchText } from '#lib/features/page-params.ts'
import { alikeContacts, alikeProspects } from '#lib/features/prospects/alike-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Like what you typed' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What a form shows while one types, as a page: for who has no scripts. */
export default async function AlikePage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const query = await searchParams
  const typed = { name: searchText(query.name), address: searchText(query.address) }
  const prospectId = searchText(query.prospectId)
  const kind = CHANNEL_KINDS.find((known) => known === searchText(query.channelKind)) ?? 'email'
  const alike = prospectId
    ? await alikeContacts(scope, { ...typed, kind, prospectId: pageId(prospectId) })
    : await alikeProspects(scope, typed)
  const home = `/w/${workspace}`
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Duplicates', href: `${home}/duplicates` }]}
        title="Like what you typed"
        lead="Open one to see whether it is the same. What you typed waits in the other tab."
      />
      {alike.length === 0 ? (
        <EmptyState icon={SearchX} title="Nothing here is like it">
          Go back and add it.
        </EmptyState>
      ) : (
        <Panel title="May be the same" flush>
          <ul className="divide-y divide-line">
            {alike.map((row) => (
              <li key={row.id} className="px-4 py-4 sm:px-6">
                <Link
                  href={`${home}/${prospectId ? 'contacts' : 'prospects'}/${row.id}`}
                  data-row-link
                  className="ink-link font-semibold wrap-anywhere"
                >
                  <bdi>{row.name}</bdi>
                </Link>
                <p className="text-sm text-ink-soft wrap-anywhere">
                  <bdi>{row.at}</bdi>
                </p>
                <p className="mt-1 wrap-anywhere">{row.reasons.map(reasonWords).join(' ')}</p>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}
