import type { Metadata } from 'next'
import { ActionForm } from '#components/ui/action-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { changeWorkspaceAction } from '#lib/features/workspaces/workspace-actions.ts'
import { getWorkspaceSettings } from '#lib/features/workspaces/workspace-queries.ts'

export const metadata: Metadata = { title: 'Name and address' }

type Props = { params: Promise<{ workspace: string }> }

export default async function WorkspaceSettingsPage({ params }: Props) {
  const { workspace: slug } = await params
  const scope = await requireWorkspace(slug, 'workspace.settings')
  const { name, postalAddress } = await getWorkspaceSettings(scope)
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', href: `/w/${slug}/settings` }]}
        title="Name and address"
        lead="What everybody in this workspace shares."
      />
      <div className="max-w-form">
        <Panel>
          <ActionForm action={changeWorkspaceAction} hidden={{ workspace: slug }} id="settings">
            <TextField
              name="name"
              label="Name"
              hint={`Its address stays /w/${slug}, so that bookmarks keep working.`}
              defaultValue={name}
              maxLength={80}
              required
            />
            <TextAreaField
              name="postalAddress"
              label="Postal address"
              hint="Where people can reach you on paper. Some countries ask for it in a first mail to a company."
              defaultValue={postalAddress}
              rows={4}
              autoComplete="street-address"
            />
            <div>
              <SubmitButton pendingLabel="Saving">Save</SubmitButton>
            </div>
          </ActionForm>
        </Panel>
      </div>
    </>
  )
}
