import { Check, Newspaper } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { acknowledgeOutcomeAction, sayAboutUsAction } from '#lib/features/mentions/mention-actions.ts'
import type { MentionWithLooks } from '#lib/features/mentions/mention-queries.ts'
import type { Standing } from '#lib/features/mentions/mention-standing.ts'

type MentionAnswersProps = { workspace: string; mention: MentionWithLooks; standing: Standing }

/** What a person can say to an outcome: that the page is about us all the same, or that they have seen it. */
export function MentionAnswers({ workspace, mention, standing }: MentionAnswersProps) {
  const { outcome } = standing
  const hidden = { workspace, mentionId: mention.id }
  return (
    <>
      {outcome === 'not-mentioned' ? (
        <ActionForm action={sayAboutUsAction} hidden={hidden} label="About us, not named">
          <SubmitButton tone="secondary" pendingLabel="Saving">
            <Icon of={Newspaper} />
            It is about us, but does not name us
          </SubmitButton>
        </ActionForm>
      ) : null}
      {outcome !== 'not-looked' && mention.seenOutcome !== outcome ? (
        <ActionForm action={acknowledgeOutcomeAction} hidden={{ ...hidden, outcome }} label="Seen">
          <SubmitButton tone="quiet" pendingLabel="Saving">
            <Icon of={Check} />I have seen this
          </SubmitButton>
        </ActionForm>
      ) : null}
    </>
  )
}
