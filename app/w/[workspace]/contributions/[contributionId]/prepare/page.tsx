import type { Metadata } from 'next'
import { PreparationForm } from '#components/contributions/preparation-form.tsx'
import { PreparationSheet } from '#components/contributions/preparation-sheet.tsx'
import { FactDrawer } from '#components/sites/fact-drawer.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { can } from '#lib/domain/roles.ts'
import { getContribution } from '#lib/features/contributions/contribution-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { listReadingNotesOfProspect } from '#lib/features/reading/reading-queries.ts'
import { listFacts } from '#lib/features/sites/fact-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

const NOTES_ON_THE_SHEET = 5

type Props = { params: Promise<{ workspace: string; contributionId: string }> }

async function workOf(params: Props['params']) {
  const { workspace, contributionId } = await params
  const scope = await requireWorkspace(workspace, 'contributions.read')
  return { workspace, scope, work: await found(getContribution(scope, pageId(contributionId))) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Prepare: ${(await workOf(params)).work.title}` }
}

export default async function PreparePage({ params }: Props) {
  const { workspace, scope, work } = await workOf(params)
  const notes = await listReadingNotesOfProspect(scope, work.prospectId, NOTES_ON_THE_SHEET)
  const base = `/w/${workspace}/contributions`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Work with outlets', href: base },
          { label: work.title, href: `${base}/${work.id}` },
        ]}
        title={<bdi className="wrap-anywhere">{work.title}</bdi>}
        lead={
          <>
            With <bdi>{work.prospect.name}</bdi>. One sheet to have beside you; print it from your browser.
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <PreparationSheet work={work} notes={notes} timeZone={scope.timeZone} />
        {can(scope.role, 'contributions.write') ? (
          <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] print:hidden">
            <Panel title="Fill in the sheet">
              <PreparationForm workspace={workspace} work={work} />
            </Panel>
            {can(scope.role, 'facts.read') ? (
              <FactDrawer
                href={`/w/${workspace}/sites/${work.siteId}/facts`}
                siteName={work.site.name}
                facts={await listFacts(scope, work.siteId)}
              />
            ) : null}
          </div>
        ) : null}
      </div>
    </>
  )
}
