import type { Metadata } from 'next'
import { SiteForm } from '#components/sites/site-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { addSiteAction } from '#lib/features/sites/site-actions.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Add a site' }

export default async function NewSitePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'sites.write')
  const back = `/w/${workspace}/sites`
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Sites', href: back }]}
        title="Add a site"
        lead="What you earn links for. The domains and names are what pages are looked through for."
      />
      <SiteForm action={addSiteAction} workspace={workspace} back={back} timeZone={scope.timeZone} />
    </>
  )
}
