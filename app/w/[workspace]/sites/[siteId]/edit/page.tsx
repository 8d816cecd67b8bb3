import type { Metadata } from 'next'
import { SiteForm } from '#components/sites/site-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { found, pageId } from '#lib/features/page-params.ts'
import { changeSiteAction } from '#lib/features/sites/site-actions.ts'
import { getSite } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Change a site' }

type Props = { params: Promise<{ workspace: string; siteId: string }> }

export default async function EditSitePage({ params }: Props) {
  const { workspace, siteId } = await params
  const scope = await requireWorkspace(workspace, 'sites.write')
  const site = await found(getSite(scope, pageId(siteId)))
  const home = `/w/${workspace}/sites`
  const back = `${home}/${site.id}`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Sites', href: home },
          { label: site.name, href: back },
        ]}
        title="Change this site"
      />
      <SiteForm
        action={changeSiteAction}
        workspace={workspace}
        back={back}
        timeZone={site.timeZone}
        site={site}
      />
    </>
  )
}
