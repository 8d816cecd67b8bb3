import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { CheckboxField } from '#components/ui/choice-fields.tsx'
import { FoldedFields } from '#components/ui/folded-fields.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import type { MentionWithLooks } from '#lib/features/mentions/mention-queries.ts'
import { setOnPressAction } from '#lib/features/mentions/press-page-actions.ts'

type PressPagePanelProps = { workspace: string; mention: MentionWithLooks }

/** How this mention stands on its Site's public press page. */
export function PressPagePanel({ workspace, mention }: PressPagePanelProps) {
  const { id, offPressAt, pressTitle, siteId } = mention
  return (
    <Panel title="On the press page" id="press-page">
      <ActionForm
        action={setOnPressAction}
        hidden={{ workspace, mentionId: id }}
        label="On the press page"
        className="gap-3!"
      >
        <FoldedFields summary={offPressAt ? 'Left off' : pressTitle ? 'With a title of its own' : 'As it is'}>
          <TextField
            name="title"
            label="What the piece is called"
            maxLength={200}
            dir="auto"
            defaultValue={pressTitle}
            hint="Left empty, what the page calls itself stands there, or else its address."
          />
          <CheckboxField
            name="isOff"
            label="Not on the press page"
            defaultChecked={offPressAt !== null}
            hint="It stays among your mentions and in the press list."
          />
          <FormActions>
            <SubmitButton tone="secondary" pendingLabel="Saving">
              Save
            </SubmitButton>
            <ButtonLink href={`/w/${workspace}/press/${siteId}`} tone="quiet">
              The press page
            </ButtonLink>
          </FormActions>
        </FoldedFields>
      </ActionForm>
    </Panel>
  )
}
