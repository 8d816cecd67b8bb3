import { X } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { MentionWithLooks } from '#lib/features/mentions/mention-queries.ts'
import { sayNotAboutUsAction } from '#lib/features/trash/trash-actions.ts'
import { ConfirmForm } from './decision-forms.tsx'

type CandidateQuestionProps = { workspace: string; mention: MentionWithLooks; withKeys?: boolean }

/** A page that came in by somebody's feed: only a person can say whether it is about us. */
export function CandidateQuestion({ workspace, mention, withKeys }: CandidateQuestionProps) {
  const keys = withKeys ? { 'data-shortcut': 'n', 'data-shortcut-does': 'Not about us' } : {}
  return (
    <Panel
      title="Found in their feed: is this about us?"
      lead="A name can be somebody else’s. If it is yours, confirm it; if not, it goes to the trash and does not come back."
    >
      <div className="flex flex-col gap-4">
        {mention.note ? (
          <div className="max-w-measure font-serif wrap-anywhere" dir="auto">
            <WrittenText>{mention.note}</WrittenText>
          </div>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <ConfirmForm {...{ workspace, mention, withKeys }} words="Yes, about us" />
          <ActionForm
            action={sayNotAboutUsAction}
            hidden={{ workspace, mentionId: mention.id }}
            id="not-about-us"
            label="Not about us"
          >
            <SubmitButton tone="secondary" pendingLabel="Moving it to the trash" {...keys}>
              <Icon of={X} />
              Not about us
            </SubmitButton>
          </ActionForm>
        </div>
      </div>
    </Panel>
  )
}
