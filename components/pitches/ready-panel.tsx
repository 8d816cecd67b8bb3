import { Field, fieldAria } from '#components/ui/field.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-input.tsx'
import type { PitchProblem } from '#lib/domain/pitch-gate/pitch-rules.ts'
import { ProblemList, problemSummary } from './problem-list.tsx'
import type { RemedyWays } from './remedy-ways.ts'

type ReadyPanelProps = {
  problems: readonly PitchProblem[]
  /** Where each can be mended. */
  ways: RemedyWays
  mayOverrule: boolean
  /** Somebody else has to say that it may go. */
  isReadFirst?: boolean
  errors?: string[]
  /** The reason as it was typed, where the form came back. */
  kept?: string
}

/** What stands between a draft and "ready", and the buttons of the editor's form. */
export function ReadyPanel({
  problems,
  ways,
  mayOverrule,
  isReadFirst = false,
  errors,
  kept,
}: ReadyPanelProps) {
  const isBlocked = problems.some((problem) => problem.severity === 'final')
  const isMendable = problems.some((problem) => problem.severity === 'mendable')
  return (
    <Panel title="Before it can go" lead={<span aria-live="polite">{problemSummary(problems)}</span>}>
      <div className="flex flex-col gap-5">
        {problems.length > 0 ? <ProblemList problems={problems} ways={ways} /> : null}
        <div className="flex flex-wrap items-center gap-2 max-sm:flex-col max-sm:items-stretch">
          {isReadFirst ? null : (
            <SubmitButton
              name="intent"
              value="ready"
              tone={isBlocked || isMendable ? 'secondary' : 'primary'}
            >
              Mark as ready
            </SubmitButton>
          )}
          <SubmitButton name="intent" value="review" tone={isReadFirst ? 'primary' : 'quiet'}>
            Ask for a second pair of eyes
          </SubmitButton>
          <SubmitButton name="intent" value="save" tone="quiet">
            Save
          </SubmitButton>
        </div>
        {mayOverrule && !isReadFirst && isMendable && !isBlocked ? (
          <details>
            <summary className="tap inline-flex items-center text-sm font-medium text-accent hover:text-accent-deep">
              Let it go out in spite of this
            </summary>
            <div className="mt-2 flex max-w-form flex-col items-start gap-3">
              <Field
                id="overrule-reason"
                label="Why this may go out as it is"
                hint="As an owner you may overrule what can be mended. Your reason is kept with the pitch and counted."
                required
                errors={errors}
              >
                <TextArea
                  name="overruleReason"
                  rows={2}
                  maxLength={500}
                  defaultValue={kept}
                  {...fieldAria('overrule-reason', { hint: true, errors: errors })}
                />
              </Field>
              <SubmitButton name="intent" value="overrule" tone="danger">
                Overrule and mark as ready
              </SubmitButton>
            </div>
          </details>
        ) : null}
      </div>
    </Panel>
  )
}
