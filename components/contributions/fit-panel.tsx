import { FormDisclosure } from '#components/prospects/form-disclosure.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ToneBadge } from '#components/ui/badge.tsx'
import { RadioCardsField } from '#components/ui/choice-fields.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import {
  FIT_ANSWER_LABELS,
  FIT_ANSWERS,
  FIT_QUESTIONS,
  FIT_TABLE,
  readFit,
} from '#lib/domain/contributions/fit.ts'
import { answerFitAction } from '#lib/features/contributions/contribution-actions.ts'

type FitPanelProps = { workspace: string; contributionId: string; fit: unknown; mayWrite: boolean }

/** Who listens, and what one can say there: a short list to answer before asking to be a guest. */
export function FitPanel({ workspace, contributionId, fit, mayWrite }: FitPanelProps) {
  const given = readFit(fit)
  return (
    <Panel title="Does it fit?" lead="Answer before you ask them. Nothing is added up." flush id="fit">
      <ul className="divide-y divide-line">
        {FIT_QUESTIONS.map((question) => {
          const { question: words, lookFor, means } = FIT_TABLE[question]
          const answered = given[question]
          return (
            <li key={question} className="px-4 py-2 sm:px-6">
              <div className="flex flex-wrap items-center justify-between gap-x-3">
                <h3 className="flex min-w-0 flex-1 basis-56 flex-wrap items-center gap-x-2 font-medium">
                  {words}
                  {answered ? (
                    <ToneBadge tone={means[answered.answer].tone}>
                      {FIT_ANSWER_LABELS[answered.answer]}
                    </ToneBadge>
                  ) : null}
                </h3>
                {mayWrite ? (
                  <div className="has-[details[open]]:basis-full">
                    <ActionForm
                      action={answerFitAction}
                      hidden={{ workspace, contributionId, question }}
                      label={words}
                      className="gap-2!"
                    >
                      <FormDisclosure
                        summary={
                          <span className="text-sm">
                            {answered ? 'Change' : 'Answer'}
                            <span className="sr-only">: {words}</span>
                          </span>
                        }
                      >
                        <p className="text-sm text-ink-soft">{lookFor}</p>
                        <RadioCardsField
                          name="answer"
                          label="Your answer"
                          required
                          columns={3}
                          choices={FIT_ANSWERS.map((value) => ({ value, label: FIT_ANSWER_LABELS[value] }))}
                          defaultValue={answered?.answer}
                        />
                        <TextAreaField
                          name="words"
                          label="In a few words"
                          rows={2}
                          defaultValue={answered?.words}
                        />
                        <div>
                          <SubmitButton pendingLabel="Keeping it">Keep the answer</SubmitButton>
                        </div>
                      </FormDisclosure>
                    </ActionForm>
                  </div>
                ) : null}
              </div>
              {answered ? (
                <p className="text-sm text-ink-soft">
                  {answered.words ? <bdi>{answered.words} </bdi> : null}
                  {means[answered.answer].words}
                </p>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
