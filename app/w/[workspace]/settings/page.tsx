import type { Metadata } from 'next'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { CheckboxField } from '#components/ui/choice-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { can } from '#lib/domain/roles.ts'
import { changeRawPageDaysAction } from '#lib/features/mentions/mention-actions.ts'
import { RAW_PAGE_MAX_DAYS } from '#lib/features/mentions/mention-schema.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { changeWorkspaceAction, letWritersReviewAction } from '#lib/features/workspaces/workspace-actions.ts'
import { getWorkspaceSettings } from '#lib/features/workspaces/workspace-queries.ts'

export const metadata: Metadata = { title: 'Settings' }

type Props = { params: Promise<{ workspace: string }> }

export default async function SettingsPage({ params }: Props) {
  const { workspace: slug } = await params
  const scope = await requireWorkspace(slug, 'workspace.settings')
  const { name, postalAddress, rawPageDays } = await getWorkspaceSettings(scope)
  return (
    <>
      <PageHeader
        title="Settings"
        lead="What everybody in this workspace shares."
        actions={
          <>
            <ButtonLink href={`/w/${slug}/settings/fields`}>Your own fields</ButtonLink>
            <ButtonLink href={`/w/${slug}/settings/tags`}>Tags</ButtonLink>
            <ButtonLink href={`/w/${slug}/settings/blocks`}>Building blocks</ButtonLink>
            {can(scope.role, 'members.manage') ? (
              <ButtonLink href={`/w/${slug}/settings/members`}>Members</ButtonLink>
            ) : null}
          </>
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
        {can(scope.role, 'members.manage') ? (
          <Panel
            title="Review"
            lead="Owners, managers and reviewers look over pitches and outcomes. In a small team writers may have to."
          >
            <ActionForm action={letWritersReviewAction} hidden={{ workspace: slug }} id="review">
              <CheckboxField
                name="writersMayReview"
                label="Writers may review pitches and outcomes too"
                hint="Nobody but an owner or a manager passes their own letters."
                defaultChecked={scope.grants.writersMayReview}
              />
              <div>
                <SubmitButton pendingLabel="Saving">Save</SubmitButton>
              </div>
            </ActionForm>
          </Panel>
        ) : null}
        <Panel
          title="A second pair of eyes"
          lead="Whose letters, and in which campaigns, somebody else reads before they go."
          actions={<ButtonLink href={`/w/${slug}/settings/review`}>Choose them</ButtonLink>}
        />
        <Panel
          title="Reports for customers"
          lead="What stands over them, beside the name of this workspace."
          actions={<ButtonLink href={`/w/${slug}/settings/logo`}>Logo</ButtonLink>}
        />
        <Panel
          title="Programs"
          lead="Tokens for your own scripts and sheets, and webhooks that tell them what happened."
          actions={
            <>
              <ButtonLink href={`/w/${slug}/settings/tokens`}>Tokens</ButtonLink>
              <ButtonLink href={`/w/${slug}/settings/webhooks`}>Webhooks</ButtonLink>
            </>
          }
        />
        <Panel
          title="Privacy"
          lead="What is let go after a time, and what was erased."
          actions={<ButtonLink href={`/w/${slug}/settings/privacy`}>Privacy</ButtonLink>}
        />
        <Panel
          title="Audit log"
          lead="Who signed in, changed a role, took data out, shared or overruled something. Nobody can change it."
          actions={<ButtonLink href={`/w/${slug}/settings/audit`}>Audit log</ButtonLink>}
        />
        <Panel
          title="Evidence"
          lead="Each look keeps what it found. Beside that, the page itself is kept as it came, for those who ask to see it."
        >
          {can(scope.role, 'evidence.manage') ? (
            <ActionForm action={changeRawPageDaysAction} hidden={{ workspace: slug }} id="evidence">
              <TextField
                name="rawPageDays"
                label="Days to keep pages as they came"
                hint="0 keeps none. Fewer days count for pages kept already; more days count for new ones."
                type="number"
                min={0}
                max={RAW_PAGE_MAX_DAYS}
                defaultValue={rawPageDays}
                required
              />
              <div>
                <SubmitButton pendingLabel="Saving">Save</SubmitButton>
              </div>
            </ActionForm>
          ) : (
            <p className="max-w-measure">{keptFor(rawPageDays)} An owner can change that.</p>
          )}
        </Panel>
        {can(scope.role, 'workspace.export') ? (
          <Panel
            title="In and out"
            lead="All of this workspace as one file, and a whole workspace from elsewhere into an empty one."
          >
            <div className="flex flex-wrap gap-2">
              <ButtonLink href={`/w/${slug}/settings/export`}>Take it all with you</ButtonLink>
              <ButtonLink href={`/w/${slug}/settings/import`} tone="quiet">
                Bring a workspace in
              </ButtonLink>
            </div>
          </Panel>
        ) : null}
      </div>
    </>
  )
}

function keptFor(days: number): string {
  if (days === 0) return 'Pages are not kept as they came.'
  return `Pages are kept as they came for ${days} ${days === 1 ? 'day' : 'days'}.`
}
