import { CircleCheck, CircleDashed, CircleX } from 'lucide'
import { FormDisclosure } from '#components/prospects/form-disclosure.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { CONDITION_KIND_TABLE } from '#lib/domain/requests/condition-kinds.ts'
import { tickConditionAction } from '#lib/features/requests/request-actions.ts'
import type { RequestSeen } from '#lib/features/requests/request-queries.ts'
import type { FactSeen } from '#lib/features/sites/fact-queries.ts'

type Condition = RequestSeen['conditions'][number]
type ConditionListProps = {
  workspace: string
  request: RequestSeen
  facts: readonly FactSeen[]
  mayWrite: boolean
}

const FACES = {
  met: { icon: CircleCheck, colour: 'text-good', word: 'Met' },
  unmet: { icon: CircleX, colour: 'text-careful', word: 'Not met' },
  open: { icon: CircleDashed, colour: 'text-unknown', word: 'Nobody has looked yet' },
}

/** What they ask of whoever answers, each with a person's word on it and what that rests on. No sum, no score. */
export function ConditionList({ workspace, request, facts, mayWrite }: ConditionListProps) {
  const { conditions } = request
  const unmet = conditions.filter(({ tick }) => tick?.answer === 'unmet').length
  const isOpen = mayWrite && request.state === 'open'
  return (
    <Panel
      id="conditions"
      title="What they ask of whoever answers"
      lead={
        conditions.length === 0
          ? 'No condition was read. Look at the text yourself; you can add what was missed under “Change”.'
          : unmet > 0
            ? 'Not all of it is met. Better one request less than an answer that is not for them.'
            : 'Hold each against what is true, and say what shows it.'
      }
    >
      {conditions.length > 0 ? (
        <ul className="flex flex-col divide-y divide-line">
          {conditions.map((condition) => (
            <li key={condition.hash} className="flex gap-3 py-3 first:pt-0 last:pb-0">
              <Face condition={condition} />
              <div className="flex min-w-0 flex-1 flex-col gap-1 wrap-anywhere">
                <p>
                  <bdi className="font-semibold">“{condition.words}”</bdi>{' '}
                  <span className="text-sm text-ink-soft">{condition.label}</span>
                </p>
                <Said condition={condition} />
                {isOpen ? <SayForm {...{ workspace, request, condition, facts }} /> : null}
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  )
}

function Face({ condition: { tick } }: { condition: Condition }) {
  const { icon, colour } = FACES[tick?.answer ?? 'open']
  return <Icon of={icon} className={classNames('mt-1 size-4 shrink-0', colour)} />
}

function Said({ condition: { tick } }: { condition: Condition }) {
  const { word, colour } = FACES[tick?.answer ?? 'open']
  return (
    <div className="text-sm">
      <p className={colour}>
        {word}
        {tick ? <span className="text-ink-soft">, says {tick.by}</span> : null}
      </p>
      {tick?.evidence ? (
        <p className="whitespace-pre-line text-ink-soft">
          <bdi>{tick.evidence}</bdi>
        </p>
      ) : null}
    </div>
  )
}

type SayFormProps = {
  workspace: string
  request: RequestSeen
  condition: Condition
  facts: readonly FactSeen[]
}

function SayForm({ workspace, request, condition, facts }: SayFormProps) {
  const { tick, hash, kind, metBy } = condition
  return (
    <ActionForm
      id={`condition-${hash.slice(0, 12)}`}
      action={tickConditionAction}
      hidden={{ workspace, requestId: request.id, condition: hash }}
      label={`Say whether you meet: ${condition.words}`}
      className="gap-3!"
    >
      <FormDisclosure
        summary={
          <span className="text-sm">
            {tick ? 'Change this' : 'Say whether you meet it'}
            <span className="sr-only">: {condition.words}</span>
          </span>
        }
      >
        <p className="text-sm text-ink-soft">{CONDITION_KIND_TABLE[kind].remedy}</p>
        {metBy === 'evidence' && facts.length > 0 ? (
          <SelectField
            name="factId"
            label="From the fact sheet"
            emptyLabel="None of these"
            choices={facts.map((fact) => ({ value: fact.id, label: factLabel(fact) }))}
            defaultValue={tick?.fact?.id}
          />
        ) : null}
        <TextAreaField
          name="evidence"
          label={metBy === 'evidence' ? 'Who meets it, and what shows that' : 'How the answer keeps to it'}
          rows={2}
          maxLength={2000}
          defaultValue={tick && !tick.fact ? tick.evidence : ''}
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="answer" value="met" pendingLabel="Saving">
            We meet it
          </SubmitButton>
          <SubmitButton name="answer" value="unmet" tone="secondary" pendingLabel="Saving">
            We do not
          </SubmitButton>
          {tick ? (
            <SubmitButton name="answer" value="open" tone="quiet" pendingLabel="Saving">
              Take it back
            </SubmitButton>
          ) : null}
        </div>
      </FormDisclosure>
    </ActionForm>
  )
}

function factLabel({ title, person, text }: FactSeen): string {
  const words = [person, title, text].filter(Boolean).join(': ').replace(/\s+/g, ' ')
  return words.length <= 90 ? words : `${words.slice(0, 89).trimEnd()}…`
}
