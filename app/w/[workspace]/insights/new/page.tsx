import { Globe } from 'lucide'
import type { Metadata } from 'next'
import { InsightForm } from '#components/insights/insight-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { can } from '#lib/domain/roles.ts'
import { addInsightAction } from '#lib/features/insights/insight-actions.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Add an insight' }

type Props = { params: Promise<{ workspace: string }> }

export default async function NewInsightPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'insights.write')
  const sites = await listSites(scope)
  const home = `/w/${workspace}`
  const crumbs = [{ label: 'Insights', href: `${home}/insights` }]
  if (sites.length === 0) {
    const add = can(scope.role, 'sites.write') ? (
      <ButtonLink href={`${home}/sites/new`} tone="primary">
        Add a site
      </ButtonLink>
    ) : null
    return (
      <>
        <PageHeader crumbs={crumbs} title="Add an insight" />
        <EmptyState icon={Globe} title="First, a site" actions={add}>
          An insight is a page of one of your sites.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title="Add an insight"
        lead="A page of yours that others may cite. The mentions you have are gone through for it at once."
      />
      <InsightForm
        action={addInsightAction}
        workspace={workspace}
        sites={sites}
        known={{ siteId: sites.length === 1 ? sites[0]?.id : undefined }}
        back={`${home}/insights`}
        submitLabel="Add it"
      />
    </>
  )
}
