import { ActionForm } from '#components/ui/action-form.tsx'
import { RadioCardsField } from '#components/ui/choice-fields.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { OWN_LOOK_TABLE, OWN_LOOKS } from '#lib/domain/own-look.ts'
import { recordOwnLookAction } from '#lib/features/mentions/mention-actions.ts'

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
      <Disclosure summary="I looked myself" open={open}>
        <p className="mb-4 max-w-measure text-ink-soft">
          Some pages let people in and programs not. What you saw counts as a look, and is shown as yours.
        </p>
        <ActionForm
          action={recordOwnLookAction}
          hidden={{ workspace, mentionId }}
          id="own-look"
          label="What you saw"
        >
          <RadioCardsField
            name="saw"
            label="What did you see?"
            required
            choices={OWN_LOOKS.map((value) => ({
              value,
              label: OWN_LOOK_TABLE[value].label,
              hint: OWN_LOOK_TABLE[value].meaning,
            }))}
          />
          <TextAreaField
            name="words"
            label="In your words"
            rows={3}
            maxLength={5000}
            hint="Where on the page, what it says. Kept as evidence."
          />
          <div>
            <SubmitButton tone="secondary" pendingLabel="Saving">
              Record what I saw
            </SubmitButton>
          </div>
        </ActionForm>
      </Disclosure>
    </Panel>
  )
}
