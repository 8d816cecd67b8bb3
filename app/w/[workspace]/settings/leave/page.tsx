import type { Metadata } from 'next'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { leaveAction } from '#lib/features/workspaces/member-actions.ts'
import { countUnfinishedWork, listHeirs } from '#lib/features/workspaces/member-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Leave this workspace' }

type Props = { params: Promise<{ workspace: string }> }

export default async function LeavePage({ params }: Props) {
  const { workspace: slug } = await params
  const scope = await requireWorkspace(slug)
  const [heirs, work] = await Promise.all([
    listHeirs(scope, scope.memberId),
    countUnfinishedWork(scope, scope.memberId),
  ])
  const hasWork = work.prospects + work.pitches > 0
  return (
    <>
      <PageHeader
        title="Leave this workspace"
        lead="You no longer see anything in it, and are signed out on your other devices. What you wrote stays, with your name beside it. To come back, you need a new invitation."
      />
      <div className="max-w-form">
        <ActionForm action={leaveAction} hidden={{ workspace: slug }} id="leave">
          {hasWork && heirs.length > 0 ? (
            <SelectField
              name="reassignToId"
              label="Who takes over"
              hint={`You look after ${work.prospects} prospects and ${work.pitches} unfinished pitches.`}
              emptyLabel="The owner who has been here longest"
              choices={heirs.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          <FormActions>
            <SubmitButton tone="danger" pendingLabel="Leaving">
              Leave this workspace
            </SubmitButton>
            <ButtonLink href={`/w/${slug}`} tone="quiet">
              Stay
            </ButtonLink>
          </FormActions>
        </ActionForm>
      </div>
    </>
  )
}
