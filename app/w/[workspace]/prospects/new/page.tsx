import type { Metadata } from 'next'
import { ProspectForm } from '#components/prospects/prospect-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { searchText } from '#lib/features/page-params.ts'
import { listCustomFields } from '#lib/features/prospects/custom-field-queries.ts'
import { addProspectAction } from '#lib/features/prospects/prospect-actions.ts'
import { listTagNames } from '#lib/features/prospects/tag-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Add a prospect' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<{ address?: string | string[] }>
}

export default async function NewProspectPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.write')
  const [fields, tags] = await Promise.all([listCustomFields(scope, 'prospect'), listTagNames(scope)])
  const back = `/w/${workspace}/prospects`
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Prospects', href: back }]}
        title="Add a prospect"
        lead="An outlet whose readers would care. Its people come next."
      />
      <ProspectForm
        action={addProspectAction}
        workspace={workspace}
        back={back}
        {...{ fields, tags }}
        address={searchText((await searchParams).address)}
      />
    </>
  )
}
