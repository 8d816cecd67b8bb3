import type { Metadata } from 'next'
import { AddFact, FactList, RemovedFacts } from '#components/sites/fact-list.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { FACT_KIND_TABLE, FACT_KINDS } from '#lib/domain/requests/fact-kinds.ts'
import { can } from '#lib/domain/roles.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { listFacts, listRemovedFacts } from '#lib/features/sites/fact-queries.ts'
import { getSite } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Fact sheet' }

type Props = { params: Promise<{ workspace: string; siteId: string }> }

export default async function FactSheetPage({ params }: Props) {
  const { workspace, siteId } = await params
  const scope = await requireWorkspace(workspace, 'facts.read')
  const site = await found(getSite(scope, pageId(siteId)))
  const mayWrite = can(scope.role, 'facts.write')
  const [facts, removed] = await Promise.all([
    listFacts(scope, site.id),
    mayWrite ? listRemovedFacts(scope, site.id) : [],
  ])
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Sites', href: `/w/${workspace}/sites` },
          { label: site.name, href: `/w/${workspace}/sites/${site.id}` },
        ]}
        title="Fact sheet"
        lead="What is true of you, said once and copied from here: into answers, letters, forms and notes for a show."
      />
      <div className="flex max-w-form flex-col gap-6">
        {FACT_KINDS.map((kind) => {
          const { many, label, hint } = FACT_KIND_TABLE[kind]
          return (
            <Panel key={kind} id={kind} title={many} lead={hint}>
              <div className="flex flex-col gap-4">
                <FactList
                  workspace={workspace}
                  facts={facts.filter((fact) => fact.kind === kind)}
                  mayWrite={mayWrite}
                />
                {mayWrite ? (
                  <AddFact workspace={workspace} siteId={site.id} kind={kind} label={label} />
                ) : null}
              </div>
            </Panel>
          )
        })}
        {removed.length > 0 ? (
          <Panel>
            <RemovedFacts workspace={workspace} removed={removed} />
          </Panel>
        ) : null}
      </div>
    </>
  )
}
