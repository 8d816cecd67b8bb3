import { outcomeFace } from '#components/mentions/outcome-badge.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { ASK_ANSWER_WORDS, type AskAnswer } from '#lib/domain/link-ask.ts'
import { keepPromiseAction } from '#lib/features/ledger/promise-actions.ts'
import { closeAskAction } from '#lib/features/mentions/ask-actions.ts'
import { acknowledgeOutcomeAction } from '#lib/features/mentions/mention-actions.ts'
import { acknowledgeOwnPageAction } from '#lib/features/mentions/own-page-actions.ts'
import type { TodayStep as Step, TodayItem } from '#lib/features/today/today-kinds.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type TodayStepProps = {
  scope: WorkspaceScope
  home: string
  item: TodayItem
  step: Step
  /** Of its list; a queue is entered once, at its beginning. */
  isFirst: boolean
}

/** The one next step with a thing on Today: a link, or one press. */
export function TodayStep({ scope, home, item, step, isFirst }: TodayStepProps) {
  const workspace = scope.workspaceSlug
  switch (step.does) {
    case 'go':
      if (step.path === '/review' && !isFirst) return null
      return (
        <ButtonLink href={home + step.path} tone={step.isNext ? 'primary' : 'secondary'}>
          {step.label}
        </ButtonLink>
      )
    case 'close-ask':
      return (
        <ActionForm
          action={closeAskAction}
          hidden={{ workspace, mentionId: item.id, answer: step.answer }}
          label={`${ASK_ANSWER_WORDS[step.answer as AskAnswer].label}: ${item.who}`}
        >
          <SubmitButton tone="secondary" pendingLabel="Closing it">
            Close it
          </SubmitButton>
        </ActionForm>
      )
    case 'keep-promise':
      return (
        <ActionForm
          action={keepPromiseAction}
          hidden={{ workspace, promiseId: item.id }}
          label={`We kept it: ${item.who}`}
        >
          <SubmitButton tone="secondary" pendingLabel="Noting it">
            We kept it
          </SubmitButton>
        </ActionForm>
      )
    case 'see-outcome': {
      const badge = item.badge?.of === 'outcome' ? item.badge : null
      return (
        <ActionForm
          action={acknowledgeOutcomeAction}
          hidden={{ workspace, mentionId: item.id, outcome: step.outcome }}
          label={`Seen: ${outcomeFace(step.outcome, badge?.provenance).word}, ${item.who}`}
        >
          <SeenIt />
        </ActionForm>
      )
    }
    case 'see-own-page':
      return (
        <ActionForm
          action={acknowledgeOwnPageAction}
          hidden={{ workspace, ownPageId: item.id, state: step.state }}
          label={`Seen: ${item.who}`}
        >
          <SeenIt />
        </ActionForm>
      )
  }
}

function SeenIt() {
  return (
    <SubmitButton tone="secondary" pendingLabel="Noting it">
      Seen it
    </SubmitButton>
  )
}
