import type { ReactNode } from 'react'
import { ActionForm } from '#components/ui/action-form.tsx'
import type { ButtonTone } from '#components/ui/button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import {
  movesFrom,
  SAMPLE_MOVE_TABLE,
  type SampleMove,
  type SampleState,
} from '#lib/domain/samples/sample-states.ts'
import type { FormAction } from '#lib/features/form-state.ts'
import {
  acceptSampleAction,
  closeWithNothingAction,
  declineSampleAction,
  leaveSampleOpenAction,
  markArrivedAction,
  markCameBackAction,
  takeBackSampleAction,
  unshipSampleAction,
} from '#lib/features/samples/sample-actions.ts'

type ByButton = Exclude<SampleMove, 'ship' | 'mention' | 'untie'>

const STEPS: Readonly<Record<ByButton, { action: FormAction; tone: ButtonTone }>> = {
  accept: { action: acceptSampleAction, tone: 'primary' },
  decline: { action: declineSampleAction, tone: 'secondary' },
  arrive: { action: markArrivedAction, tone: 'primary' },
  'come-back': { action: markCameBackAction, tone: 'quiet' },
  unship: { action: unshipSampleAction, tone: 'quiet' },
  'take-back': { action: takeBackSampleAction, tone: 'quiet' },
  nothing: { action: closeWithNothingAction, tone: 'secondary' },
}

type SampleStepsProps = { workspace: string; sampleId: string; state: SampleState; mayLeaveOpen: boolean }

/** What may be said of a sample from here, one press each. Sending it asks more, and has a form of its own. */
export function SampleSteps({ workspace, sampleId, state, mayLeaveOpen }: SampleStepsProps) {
  const steps = movesFrom(state).filter((move): move is ByButton => move in STEPS)
  const hidden = { workspace, sampleId }
  if (steps.length === 0 && !mayLeaveOpen) return null
  return (
    <ul className="flex flex-wrap gap-2 max-sm:flex-col">
      {steps.map((move) => (
        <li key={move}>
          <Step action={STEPS[move].action} hidden={hidden} tone={STEPS[move].tone}>
            {SAMPLE_MOVE_TABLE[move].label}
          </Step>
        </li>
      ))}
      {mayLeaveOpen ? (
        <li>
          <Step action={leaveSampleOpenAction} hidden={hidden} tone="quiet">
            Not yet, leave it open
          </Step>
        </li>
      ) : null}
    </ul>
  )
}

type StepProps = {
  action: FormAction
  hidden: { workspace: string; sampleId: string }
  tone: ButtonTone
  children: ReactNode
}

function Step({ action, hidden, tone, children }: StepProps) {
  return (
    <ActionForm action={action} hidden={hidden}>
      <SubmitButton tone={tone} wide pendingLabel="Noting it">
        {children}
      </SubmitButton>
    </ActionForm>
  )
}
