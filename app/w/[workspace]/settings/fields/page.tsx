import type { Metadata } from 'next'
import { AddFieldForm } from '#components/prospects/add-field-form.tsx'
import { FieldList, RemovedFields } from '#components/prospects/field-list.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { CUSTOM_FIELDS_MAX, CUSTOM_NOUNS, type CustomNoun } from '#lib/domain/custom-fields.ts'
import { listCustomFields, listRemovedCustomFields } from '#lib/features/prospects/custom-field-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Your own fields' }

type Props = { params: Promise<{ workspace: string }> }

const WHOSE: Record<CustomNoun, { title: string; lead: string }> = {
  prospect: { title: 'Of prospects', lead: 'Asked for when a prospect is added or changed.' },
  contact: { title: 'Of contacts', lead: 'Asked for when a person is added or changed.' },
}

export default async function FieldsPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'workspace.settings')
  const lists = await Promise.all(
    CUSTOM_NOUNS.map(async (noun) => ({
      noun,
      fields: await listCustomFields(scope, noun),
      removed: await listRemovedCustomFields(scope, noun),
    })),
  )
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', href: `/w/${workspace}/settings` }]}
        title="Your own fields"
        lead="What you want to know of an outlet or a person that Rapport does not ask for."
      />
      <div className="flex max-w-form flex-col gap-6">
        {lists.map(({ noun, fields, removed }) => (
          <Panel key={noun} title={WHOSE[noun].title} lead={WHOSE[noun].lead}>
            <div className="flex flex-col gap-4">
              <FieldList workspace={workspace} fields={fields} />
              {fields.length < CUSTOM_FIELDS_MAX ? (
                <AddFieldForm workspace={workspace} noun={noun} />
              ) : (
                <p className="text-sm text-ink-soft">
                  {CUSTOM_FIELDS_MAX} fields is as many as there can be.
                </p>
              )}
              <RemovedFields workspace={workspace} removed={removed} />
            </div>
          </Panel>
        ))}
      </div>
    </>
  )
}
