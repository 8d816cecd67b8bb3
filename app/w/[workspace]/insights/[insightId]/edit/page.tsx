import type { Metadata } from 'next'
import { InsightForm } from '#components/insights/insight-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { dayText } from '#lib/domain/calendar-day.ts'
import { changeInsightAction } from '#lib/features/insights/insight-actions.ts'
import { getInsight } from '#lib/features/insights/insight-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Change the insight' }

type Props = { params: Promise<{ workspace: string; insightId: string }> }

export default async function EditInsightPage({ params }: Props) {
  const { workspace, insightId } = await params
  const scope = await requireWorkspace(workspace, 'insights.write')
  const insight = await found(getInsight(scope, pageId(insightId)))
  const sites = await listSites(scope)
  const base = `/w/${workspace}/insights`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Insights', href: base },
          { label: insight.title, href: `${base}/${insight.id}` },
        ]}
        title="Change the insight"
      />
      <InsightForm
        action={changeInsightAction}
        workspace={workspace}
        hidden={{ insightId: insight.id }}
        sites={sites}
        known={{ ...insight, publishedOn: dayText(insight.publishedOn) }}
        back={`${base}/${insight.id}`}
        submitLabel="Save"
      />
    </>
  )
}
