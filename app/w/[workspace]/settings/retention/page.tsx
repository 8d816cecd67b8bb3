import type { Metadata } from 'next'
import { KeptTable } from '#components/settings/kept-table.tsx'
import { RawPagesForm } from '#components/settings/raw-pages-form.tsx'
import { whatIsKept } from '#components/settings/what-is-kept.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { can } from '#lib/domain/roles.ts'
import { rawPageDaysSchema } from '#lib/features/mentions/mention-schema.ts'
import { countRawPages } from '#lib/features/mentions/raw-page-queries.ts'
import { searchText } from '#lib/features/page-params.ts'
import { getRetention } from '#lib/features/privacy/retention-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { getWorkspaceSettings } from '#lib/features/workspaces/workspace-queries.ts'

export const metadata: Metadata = { title: 'How long things are kept' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function RetentionPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'exports.run')
  const search = await searchParams
  const typed = 'rawPageDays' in search ? searchText(search.rawPageDays) : null
  const tried = typed === null ? null : rawPageDaysSchema.safeParse({ rawPageDays: typed })
  const [{ rawPageDays }, retention] = await Promise.all([getWorkspaceSettings(scope), getRetention(scope)])
  const days = tried?.success ? tried.data.rawPageDays : rawPageDays
  const counts = await countRawPages(scope, days)
  const home = `/w/${workspace}`
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', href: `${home}/settings` }]}
        title="How long things are kept"
        lead="Everything that is stored here, and when it goes by itself."
      />
      <div className="flex flex-col gap-8">
        <KeptTable kept={whatIsKept(retention, rawPageDays)} home={home} />
        <div className="max-w-form">
          <Panel
            id="pages"
            title="Pages as they came"
            lead="Each look keeps what it found. Beside that, the page itself is kept for a while, for those who ask to see it."
          >
            <RawPagesForm
              workspace={workspace}
              saved={rawPageDays}
              tried={tried === null ? null : { typed: typed ?? '', days: tried.success ? days : null }}
              errors={tried?.success === false ? tried.error.issues.map(({ message }) => message) : []}
              counts={counts}
              mayChange={can(scope.role, 'evidence.manage')}
            />
          </Panel>
        </div>
      </div>
    </>
  )
}
