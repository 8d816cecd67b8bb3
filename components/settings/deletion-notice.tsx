import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { ExactTime } from '#components/ui/exact-time.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { can } from '#lib/domain/roles.ts'
import { takeDeletionBackAction } from '#lib/features/workspaces/workspace-deletion-actions.ts'
import { findDeletion } from '#lib/features/workspaces/workspace-deletion-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** Over every page of a workspace that is going to be deleted: when, by whom, and for an owner the way back. */
export async function DeletionNotice({ scope }: { scope: WorkspaceScope }) {
  const deletion = await findDeletion(scope)
  if (!deletion) return null
  const isOwner = can(scope.role, 'workspace.delete')
  const workspace = scope.workspaceSlug
  return (
    <Notice
      tone="careful"
      title={
        <>
          This workspace is deleted on <ExactTime then={deletion.dueAt} timeZone={scope.timeZone} />
        </>
      }
      actions={
        isOwner ? (
          <>
            <ActionForm
              action={takeDeletionBackAction}
              hidden={{ workspace }}
              id="take-back"
              label="Take the deletion back"
            >
              <SubmitButton tone="secondary" pendingLabel="Taking it back">
                Take it back
              </SubmitButton>
            </ActionForm>
            <ButtonLink href={`/w/${workspace}/settings/danger`} tone="quiet">
              More
            </ButtonLink>
          </>
        ) : undefined
      }
    >
      <bdi className="wrap-anywhere">{deletion.askedBy}</bdi> asked for it. Until then nothing is sent, looked
      up or changed. {isOwner ? 'You can take it back until the last minute.' : 'An owner can take it back.'}
    </Notice>
  )
}
