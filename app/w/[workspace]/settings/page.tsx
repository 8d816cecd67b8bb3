import type { Metadata } from 'next'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { can } from '#lib/domain/roles.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { changeWorkspaceAction } from '#lib/features/workspaces/workspace-actions.ts'
import { getWorkspaceSettings } from '#lib/features/workspaces/workspace-queries.ts'

export const metadata: Metadata = { title: 'Settings' }

type Props = { params: Promise<{ workspace: string }> }

export default async function SettingsPage({ params }: Props) {
  const { workspace: slug } = await params
  const scope = await requireWorkspace(slug, 'workspace.settings')
  const { name, postalAddress } = await getWorkspaceSettings(scope)
  return (
    <>
      <PageHeader
        title="Settings"
        lead="What everybody in this workspace shares."
        actions={
          can(scope.role, 'members.manage') ? (
            <ButtonLink href={`/w/${slug}/settings/members`}>Members</ButtonLink>
          ) : undefined
        }
      />
      <div className="flex max-w-form flex-col gap-6">
        <Panel title="This workspace">
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
