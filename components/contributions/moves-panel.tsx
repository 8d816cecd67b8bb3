import { ActionForm } from '#components/ui/action-form.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import {
  CONTRIBUTION_KIND_TABLE,
  type ContributionKind,
} from '#lib/domain/contributions/contribution-kinds.ts'
import {
  CONTRIBUTION_STATE_TABLE,
  type ContributionState,
  movesOf,
} from '#lib/domain/contributions/contribution-states.ts'
import {
  moveContributionAction,
  publishContributionAction,
} from '#lib/features/contributions/contribution-actions.ts'

type MovesPanelProps = {
  workspace: string
  work: { id: string; kind: string; state: string }
  mayWrite: boolean
}

/** How far it is, and where it can go from here, each with one press; coming out needs its page. */
export function MovesPanel({ workspace, work, mayWrite }: MovesPanelProps) {
  const kind = work.kind as ContributionKind
  const state = work.state as ContributionState
  const moves = movesOf(kind, state)
  const mayComeOut = moves.some(({ to }) => to === 'published')
  const { meaning } = CONTRIBUTION_STATE_TABLE[state]
  const { pageLabel } = CONTRIBUTION_KIND_TABLE[kind]
  return (
    <Panel title="How far it is" lead={meaning} id="state">
      {mayWrite ? (
        <div className="flex flex-col gap-5">
          <div className="flex flex-wrap gap-2">
            {moves
              .filter(({ to }) => to !== 'published')
              .map(({ to, words }, index) => (
                <ActionForm
                  key={to}
                  action={moveContributionAction}
                  hidden={{ workspace, contributionId: work.id, from: state, to }}
                  label={words}
                >
                  <SubmitButton
                    tone={index === 0 && state !== 'published' ? 'primary' : 'secondary'}
                    pendingLabel="Noting"
                  >
                    {words}
                  </SubmitButton>
                </ActionForm>
              ))}
          </div>
          {mayComeOut ? (
            <ActionForm
              action={publishContributionAction}
              hidden={{ workspace, contributionId: work.id }}
              label={`The ${pageLabel} is out`}
            >
              <div className="grid items-start gap-4 sm:grid-cols-[2fr_1fr]">
                <TextField
                  name="url"
                  label={`Address of the ${pageLabel}`}
                  inputMode="url"
                  autoComplete="off"
                  spellCheck={false}
                  required
                />
                <TextField name="publishedOn" type="date" label="Out since" />
              </div>
              <div>
                <SubmitButton tone="secondary" pendingLabel="Noting">
                  It is out
                </SubmitButton>
              </div>
            </ActionForm>
          ) : null}
        </div>
      ) : null}
    </Panel>
  )
}
