import { BookOpen } from 'lucide'
import type { Metadata } from 'next'
import { StartReadingForm } from '#components/reading/start-reading-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch } from '#components/ui/filter-bar.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { listProspectsAtHand } from '#lib/features/ledger/touch-queries.ts'
import { found, pageId, searchText } from '#lib/features/page-params.ts'
import { findProspectByAddress, getProspect } from '#lib/features/prospects/prospect-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

export const metadata: Metadata = { title: 'Read a post' }

type Search = {
  prospect?: string | string[]
  url?: string | string[]
  q?: string | string[]
  quote?: string | string[]
}
type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Search> }

export default async function NewReadingPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'reading.write')
  const { prospect: chosen, url, q, quote } = await searchParams
  const address = addressText(url)
  const words = addressText(quote)
  const prospect = await prospectOf(scope, searchText(chosen), address)
  return (
    <>
      <PageHeader
        title="Read a post"
        lead="Paste the address of something they wrote. It comes up here to be read, with room for your note beside it."
        crumbs={[{ label: 'Reading', href: `/w/${workspace}/reading` }]}
      />
      {prospect ? (
        <Panel>
          <StartReadingForm workspace={workspace} prospect={prospect} url={address} quote={words} />
        </Panel>
      ) : (
        <ProspectChoice
          workspace={workspace}
          scope={scope}
          words={searchText(q)}
          address={address}
          quote={words}
        />
      )}
    </>
  )
}

async function prospectOf(scope: WorkspaceScope, chosen: string, address: string) {
  if (chosen) return found(getProspect(scope, pageId(chosen)))
  return address ? findProspectByAddress(scope, address) : null
}

type ProspectChoiceProps = {
  workspace: string
  scope: WorkspaceScope
  words: string
  address: string
  quote: string
}

async function ProspectChoice({ workspace, scope, words, address, quote }: ProspectChoiceProps) {
  const prospects = await listProspectsAtHand(scope, words)
  const here = `/w/${workspace}/reading/new`
  const along: Record<string, string> = { ...(address ? { url: address } : {}), ...(quote ? { quote } : {}) }
  const addProspect = <ButtonLink href={`/w/${workspace}/prospects/new`}>Add a prospect</ButtonLink>
  if (prospects.length === 0 && words === '') {
    return (
      <EmptyState icon={BookOpen} title="Whose post is it?" actions={addProspect}>
        There is no prospect yet. Add the blog, paper or podcast first, then read what they made.
      </EmptyState>
    )
  }
  return (
    <Panel
      title="Whose post is it?"
      lead={words ? undefined : 'Those you worked on last. Find any other by name or domain.'}
    >
      <FilterBar
        action={here}
        label="Find a prospect"
        clearHref={here}
        chips={words ? [{ label: `“${words}”`, href: here }] : []}
      >
        {Object.entries(along).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FilterSearch label="Name or domain" defaultValue={words} />
      </FilterBar>
      {prospects.length === 0 ? (
        <div className="flex flex-wrap items-center gap-4">
          <p>No prospect has that in its name or domain.</p>
          {addProspect}
        </div>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {prospects.map(({ id, name, outletKey }) => (
            <li key={id}>
              <Link
                href={`${here}?${new URLSearchParams({ prospect: id, ...along })}`}
                className="flex min-h-12 flex-wrap items-center gap-x-3 px-2 py-2 hover:bg-hover"
              >
                <span className="font-semibold" dir="auto">
                  {name}
                </span>
                <span className="text-sm text-ink-soft">{outletKey}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** Addresses and quotes are longer than other search parameters. */
function addressText(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value)?.replaceAll('\0', '').slice(0, 2_000) ?? ''
}
