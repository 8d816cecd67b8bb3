import { ActionForm } from '#components/ui/action-form.tsx'
import { FoldedFields } from '#components/ui/folded-fields.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { recordOwnLookAction } from '#lib/features/mentions/mention-actions.ts'
import { OwnLookFields } from './own-look-fields.tsx'

/** For pages that a program cannot read: what a person saw, marked as seen by a person. */
export function OwnLookForm({
  workspace,
  mentionId,
  open,
}: {
  workspace: string
  mentionId: string
  open: boolean
}) {
  return (
    <Panel>
      <ActionForm
        action={recordOwnLookAction}
        hidden={{ workspace, mentionId }}
        id="own-look"
        label="What you saw"
      >
        <FoldedFields summary="I looked myself" open={open}>
          <p className="max-w-measure text-ink-soft">
            Some pages let people in and programs not. What you saw counts as a look, and is shown as yours.
          </p>
          <OwnLookFields />
          <div>
            <SubmitButton tone="secondary" pendingLabel="Saving">
              Record what I saw
            </SubmitButton>
          </div>
        </FoldedFields>
      </ActionForm>
    </Panel>
  )
}
