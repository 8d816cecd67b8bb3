import { ActionForm } from '#components/ui/action-form.tsx'
import { ToneBadge } from '#components/ui/badge.tsx'
import { RadioCardsField } from '#components/ui/choice-fields.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { readableAddress } from '#lib/domain/readable-address.ts'
import {
  meaningOf,
  VETTING_ANSWER_LABELS,
  VETTING_ANSWERS,
  VETTING_TABLE,
  type VettingAnswer,
  type VettingQuestion,
} from '#lib/domain/vetting.ts'
import { answerVettingAction, takeBackVettingAction } from '#lib/features/prospects/vetting-actions.ts'
import type { EarlierVetting, VettingAnswered } from '#lib/features/prospects/vetting-queries.ts'
import { FormDisclosure } from './form-disclosure.tsx'
import { PageBlock } from './page-block.tsx'

type VettingBlockProps = {
  workspace: string
  prospectId: string
  questions: VettingQuestion[]
  answered: VettingAnswered[]
  /** What was answered before, the latest first. */
  earlier: EarlierVetting[]
  now: Date
  timeZone: string
  mayWrite: boolean
}

/** The short list a person answers with what they saw. Nothing is added up: there is no score. */
export function VettingBlock({ questions, answered, earlier, ...rest }: VettingBlockProps) {
  return (
    <PageBlock title="Worth writing to?" id="vetting" flush>
      <ul>
        {questions.map((question) => (
          <li key={question} className="border-t border-line px-4 py-1 first:border-t-0">
            <Question
              question={question}
              given={answered.find((each) => each.question === question)}
              earlier={earlier.filter((each) => each.question === question)}
              {...rest}
            />
          </li>
        ))}
      </ul>
    </PageBlock>
  )
}

type QuestionProps = Omit<VettingBlockProps, 'questions' | 'answered'> & {
  question: VettingQuestion
  given?: VettingAnswered
}

function Question(props: QuestionProps) {
  const { question, given, earlier, workspace, prospectId, now, timeZone, mayWrite } = props
  const { question: words, lookFor } = VETTING_TABLE[question]
  const meaning = given ? meaningOf(question, given.answer) : null
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <h3 className="flex min-w-0 flex-1 basis-40 flex-wrap items-center gap-x-2 font-medium">
          {words}
          {given && meaning ? (
            <ToneBadge tone={meaning.tone}>{VETTING_ANSWER_LABELS[given.answer as VettingAnswer]}</ToneBadge>
          ) : null}
        </h3>
        {mayWrite ? (
          <div className="has-[details[open]]:basis-full">
            <ActionForm
              action={answerVettingAction}
              hidden={{ workspace, prospectId, question }}
              label={words}
              className="gap-2!"
            >
              <FormDisclosure
                summary={
                  <span className="text-sm">
                    {given ? 'Change' : 'Answer'}
                    <span className="sr-only">: {words}</span>
                  </span>
                }
              >
                <p className="text-sm text-ink-soft">{lookFor}</p>
                <RadioCardsField
                  name="answer"
                  label="Your answer"
                  required
                  choices={VETTING_ANSWERS.map((value) => ({ value, label: VETTING_ANSWER_LABELS[value] }))}
                  defaultValue={given?.answer}
                />
                <TextAreaField name="evidence" label="What you saw" rows={2} defaultValue={given?.evidence} />
                <TextField
                  name="evidenceUrl"
                  label="Where you saw it"
                  inputMode="url"
                  autoComplete="off"
                  spellCheck={false}
                  defaultValue={given?.evidenceUrl}
                />
                <div className="flex flex-wrap gap-2">
                  <SubmitButton pendingLabel="Keeping it">Keep the answer</SubmitButton>
                  {given ? (
                    <SubmitButton tone="quiet" form={`take-back-${question}`}>
                      Take it back
                    </SubmitButton>
                  ) : null}
                </div>
              </FormDisclosure>
            </ActionForm>
          </div>
        ) : null}
      </div>
      {given ? (
        <>
          {given.evidence ? (
            <p dir="auto" className="line-clamp-4 font-serif wrap-anywhere">
              {given.evidence}
            </p>
          ) : null}
          <p className="text-sm text-ink-soft wrap-anywhere">
            {given.evidenceUrl ? (
              <>
                <a href={given.evidenceUrl} rel="noreferrer" className="ink-link">
                  {readableAddress(given.evidenceUrl)}
                </a>
                {', '}
              </>
            ) : null}
            <bdi>{given.by.name}</bdi>, <RelativeTime then={given.at} now={now} timeZone={timeZone} />
          </p>
          {meaning ? (
            <p className="text-sm">
              {meaning.words}
              {meaning.source ? (
                <>
                  {' '}
                  <a href={meaning.source.url} rel="noreferrer" className="ink-link">
                    {meaning.source.name}
                  </a>
                </>
              ) : null}
            </p>
          ) : null}
        </>
      ) : null}
      {earlier.length > 0 ? <EarlierAnswers {...{ earlier, now, timeZone, words }} /> : null}
      {mayWrite && given ? (
        <ActionForm
          id={`take-back-${question}`}
          action={takeBackVettingAction}
          hidden={{ workspace, prospectId, question }}
          label={`Take back: ${words}`}
        />
      ) : null}
    </>
  )
}

type EarlierAnswersProps = Pick<VettingBlockProps, 'earlier' | 'now' | 'timeZone'> & { words: string }

/** Who said what before, when, and what they saw then. */
function EarlierAnswers({ earlier, now, timeZone, words }: EarlierAnswersProps) {
  return (
    <Disclosure
      summary={
        <span className="text-sm">
          {earlier.length === 1 ? '1 earlier answer' : `${earlier.length} earlier answers`}
          <span className="sr-only">: {words}</span>
        </span>
      }
    >
      <ul className="flex flex-col gap-3 text-sm">
        {earlier.map(({ id, answer, evidence, evidenceUrl, at, endedAt, ending, by }) => (
          <li key={id} className="wrap-anywhere">
            <p>
              {VETTING_ANSWER_LABELS[answer as VettingAnswer]}, said <bdi>{by.name}</bdi>{' '}
              <RelativeTime then={at} now={now} timeZone={timeZone} />.
            </p>
            {evidence ? (
              <p dir="auto" className="font-serif text-base">
                {evidence}
              </p>
            ) : null}
            {evidenceUrl ? (
              <p>
                <a href={evidenceUrl} rel="noreferrer" className="ink-link">
                  {readableAddress(evidenceUrl)}
                </a>
              </p>
            ) : null}
            <p className="text-ink-soft">
              {ending === 'taken-back' ? 'Taken back' : 'Changed'}{' '}
              <RelativeTime then={endedAt} now={now} timeZone={timeZone} />
            </p>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
