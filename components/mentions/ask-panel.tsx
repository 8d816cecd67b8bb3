import { MessageCircleQuestionMark } from 'lucide'
import type { ReactNode } from 'react'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { Quote } from '#components/ui/quote.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { writtenDay } from '#components/ui/written.ts'
import {
  ASK_ANSWER_WORDS,
  ASK_WITHIN_DAYS,
  type AskAnswer,
  type AskKind,
  type AskStanding,
} from '#lib/domain/link-ask.ts'
import { MENTION_PROVENANCE_TABLE, type MentionProvenance } from '#lib/domain/mention-provenance.ts'
import { OVERDUE_REMEDY } from '#lib/domain/promises.ts'
import { closeAskAction, recordAskAction } from '#lib/features/mentions/ask-actions.ts'
import type { MentionWithLooks } from '#lib/features/mentions/mention-queries.ts'
import { PublishedOnForm } from './published-on-form.tsx'

type AskPanelProps = {
  workspace: string
  mention: MentionWithLooks
  standing: AskStanding
  mayWrite: boolean
  now: Date
  timeZone: string
}

const ANSWERS_OF_ASK = ['added', 'declined', 'no-answer'] as const satisfies AskAnswer[]

/** The one polite ask for a link: whether it is open, how it stands, and when to let it be. */
export function AskPanel(props: AskPanelProps) {
  const { standing, mention, workspace, mayWrite } = props
  if (standing.kind === 'no-question') return null
  return (
    <Panel title="Asking for a link">
      <div className="flex flex-col gap-5">
        <p className="max-w-measure">{wordsOf(standing, mention)}</p>
        <AskSoFar {...props} />
        {mayWrite ? <NextStep {...props} /> : null}
        {standing.kind === 'closed' || standing.kind === 'out-of-your-hands' ? (
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={`/w/${workspace}/press?site=${mention.siteId}`}>In the press list</ButtonLink>
          </div>
        ) : null}
      </div>
    </Panel>
  )
}

function NextStep(props: AskPanelProps): ReactNode {
  const { kind, suggests } = props.standing
  if (kind === 'not-dated') return <PublishedOnForm {...props} id="published" />
  if (kind === 'open') {
    return (
      <>
        <AskForm {...props} />
        <LetItBe {...props} />
      </>
    )
  }
  if (kind === 'asked') return <CloseForm {...props} />
  if (kind === 'promise-owed') {
    const { mention, workspace } = props
    return mention.prospect ? (
      <div>
        <ButtonLink href={`/w/${workspace}/prospects/${mention.prospect.id}#promises`}>
          To what you promised
        </ButtonLink>
      </div>
    ) : null
  }
  return suggests === 'not-asked' ? <LetItBe {...props} /> : null
}

function AskSoFar({ mention, now, timeZone }: AskPanelProps) {
  if (mention.askState === 'none' || mention.askReason === '') return null
  return (
    <Quote
      source={
        mention.askedAt ? (
          <>
            Asked <RelativeTime then={mention.askedAt} now={now} timeZone={timeZone} />
          </>
        ) : null
      }
    >
      <bdi className="wrap-anywhere">{mention.askReason}</bdi>
    </Quote>
  )
}

function AskForm({ workspace, mention }: AskPanelProps) {
  return (
    <ActionForm
      action={recordAskAction}
      hidden={{ workspace, mentionId: mention.id }}
      id="ask"
      label="Note that you asked"
    >
      <TextAreaField
        name="reason"
        label="What would their readers have of the link?"
        rows={2}
        maxLength={1000}
        required
        hint="If nothing comes to mind, let it be. You write to them yourself, where you wrote before."
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton tone="secondary" pendingLabel="Saving">
          <Icon of={MessageCircleQuestionMark} />I asked, once
        </SubmitButton>
        {mention.pitch ? (
          <ButtonLink href={`/w/${workspace}/pitches/${mention.pitch.id}`} tone="quiet">
            To the conversation
          </ButtonLink>
        ) : null}
      </div>
    </ActionForm>
  )
}

function CloseForm({ workspace, mention, standing }: AskPanelProps) {
  return (
    <ActionForm
      action={closeAskAction}
      hidden={{ workspace, mentionId: mention.id }}
      id="close-ask"
      label="How the ask ended"
    >
      <SelectField
        name="answer"
        label="How it ended"
        required
        emptyLabel="Choose one"
        choices={ANSWERS_OF_ASK.map((value) => ({ value, label: ASK_ANSWER_WORDS[value].label }))}
        defaultValue={standing.suggests ?? undefined}
        hint={standing.suggests ? SUGGESTION_WORDS[standing.suggests] : undefined}
      />
      <div>
        <SubmitButton tone={standing.suggests ? 'primary' : 'secondary'} pendingLabel="Saving">
          Close it
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

function LetItBe({ workspace, mention }: AskPanelProps) {
  return (
    <ActionForm
      action={closeAskAction}
      hidden={{ workspace, mentionId: mention.id, answer: 'not-asked' }}
      id="let-be"
      label="Let it be"
    >
      <div>
        <SubmitButton tone="quiet" pendingLabel="Saving">
          Let it be, and keep it as press
        </SubmitButton>
      </div>
    </ActionForm>
  )
}

const SUGGESTION_WORDS: Partial<Record<AskAnswer, string>> = {
  added: 'The last look saw a link.',
  'no-answer': 'The time for asking is over, and nothing came. That is an answer too.',
}

type Words = (standing: AskStanding, mention: MentionWithLooks) => ReactNode

function wordsOf(standing: AskStanding, mention: MentionWithLooks): ReactNode {
  return WORDS[standing.kind](standing, mention)
}

const WORDS: Readonly<Record<AskKind, Words>> = {
  'no-question': () => null,
  'out-of-your-hands': () =>
    'They ran it; neither your link nor your name is in it. That is out of your hands, and asking rarely changes it. Say thank you, and keep it as press.',
  'not-dated': () =>
    `They name you without a link. You may ask once, within ${ASK_WITHIN_DAYS} days, if their readers would have something of it. First, when did their page come out?`,
  open: ({ lastDay }, { provenance }) => (
    <>
      They name you without a link. If their readers would have something of it, you may ask once, kindly,
      until {lastDay ? writtenDay(lastDay) : 'the window ends'}. Whether they do is up to them.
      {MENTION_PROVENANCE_TABLE[provenance as MentionProvenance].expectedRel === 'any'
        ? null
        : ' It came with a gift or a payment, so never make the link a condition, and say that it should be marked sponsored.'}
    </>
  ),
  'promise-owed': ({ owed }) => (
    <>
      You owe them something first, and it is overdue: <bdi>{owed}</bdi>. {OVERDUE_REMEDY} Then you may ask.
    </>
  ),
  'too-late': () =>
    `Their page has been out for more than ${ASK_WITHIN_DAYS} days. Asking now would be a bother. It is good press as it stands.`,
  stopped: () =>
    'They asked not to be written to, and asking for a link is writing. It is good press as it stands.',
  asked: () => 'You asked once, and once is all. The rest is out of your hands.',
  closed: (_standing, { askAnswer }) => (
    <>
      {ASK_ANSWER_WORDS[askAnswer as AskAnswer]?.closed} There is no second ask. Say thank you if you have not
      yet.
    </>
  ),
}
