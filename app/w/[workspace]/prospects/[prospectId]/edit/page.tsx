import type { Metadata } from 'next'
import { ProspectForm } from '#components/prospects/prospect-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { foundOrMoved } from '#lib/features/duplicates/merged-page.ts'
import { pageId } from '#lib/features/page-params.ts'
import { listCustomFields } from '#lib/features/prospects/custom-field-queries.ts'
import { changeProspectAction } from '#lib/features/prospects/prospect-actions.ts'
import { getProspect, listPossibleOwners } from '#lib/features/prospects/prospect-queries.ts'
import { listTagNames } from '#lib/features/prospects/tag-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Change a prospect' }

type Props = { params: Promise<{ workspace: string; prospectId: string }> }

export default async function EditProspectPage({ params }: Props) {
  const { workspace, prospectId } = await params
  const scope = await requireWorkspace(workspace, 'prospects.write')
  const id = pageId(prospectId)
  const prospect = await foundOrMoved(getProspect(scope, id), scope, 'prospect', id, '/edit')
  const [fields, tags, owners] = await Promise.all([
    listCustomFields(scope, 'prospect'),
    listTagNames(scope),
    listPossibleOwners(scope),
  ])
  const home = `/w/${workspace}/prospects`
  const back = `${home}/${prospect.id}`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Prospects', href: home },
          { label: prospect.name, href: back },
        ]}
        title="Change this prospect"
      />
      <ProspectForm
        action={changeProspectAction}
        workspace={workspace}
        back={back}
        prospect={prospect}
        {...{ fields, tags, owners }}
      />
    </>
  )
}
