import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { CLOSING_REASON_TABLE, type ClosingReason } from '#lib/domain/pitch-states.ts'
import {
  closePitchAction,
  leaveAnswerAction,
  logAnswerAction,
  reopenPitchAction,
} from '#lib/features/pitches/pitch-actions.ts'
import type { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { Conversation } from './conversation.tsx'
import { FollowUpDesk } from './follow-up-desk.tsx'
import { LogForms } from './log-forms.tsx'
import { NextStep } from './next-step.tsx'
import { Overruled } from './ready-view.tsx'

type Pitch = Awaited<ReturnType<typeof getPitch>>
type SentViewProps = {
  scope: WorkspaceScope
  pitch: Pitch
  lastWay: string
  mayWrite: boolean
  /** New for each page drawn: what is pressed twice is logged once. */
  once: string
}

/** A letter that went out: what was said, what is due, and what came back. */
export function SentView({ scope, pitch, lastWay, mayWrite, once }: SentViewProps) {
  const workspace = scope.workspaceSlug
  const home = `/w/${workspace}`
  const isOpen = pitch.state === 'sent' || pitch.state === 'answered'
  const owesAnswer = pitch.state === 'answered' && pitch.answerHandledAt === null
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-6">
        {mayWrite ? <FollowUpDesk workspace={workspace} pitch={pitch} lastWay={lastWay} /> : null}
        {mayWrite && owesAnswer ? <AnswerDesk workspace={workspace} pitch={pitch} once={once} /> : null}
        <Panel title="What was said">
          <Conversation
            messages={pitch.messages}
            contactName={pitch.contact.name}
            now={scope.now}
            timeZone={scope.timeZone}
          />
        </Panel>
        {pitch.overruleReason ? (
          <Overruled rules={pitch.overruledRules} reason={pitch.overruleReason} />
        ) : null}
      </div>
      <div className="flex min-w-0 flex-col gap-6 max-lg:order-first">
        <NextStep scope={scope} pitch={pitch} />
        {mayWrite && isOpen ? (
          <Panel title="What came back?">
            <LogForms
              workspace={workspace}
              pitchId={pitch.id}
              contactName={pitch.contact.name}
              once={once}
              isMail={pitch.channel.kind === 'email'}
            />
          </Panel>
        ) : null}
        {mayWrite ? (
          <Panel title="And besides">
            <div className="flex flex-wrap items-center gap-2">
              <ButtonLink href={`${home}/mentions/new?pitch=${pitch.id}`}>Record a mention</ButtonLink>
              <ButtonLink href={`${home}/touch?q=${encodeURIComponent(pitch.prospect.name)}`}>
                Log a touch
              </ButtonLink>
              {isOpen ? (
                <ActionForm
                  action={closePitchAction}
                  hidden={{ workspace, pitchId: pitch.id, reason: 'withdrawn' }}
                  label="Close it"
                >
                  <SubmitButton tone="quiet">Close it</SubmitButton>
                </ActionForm>
              ) : null}
            </div>
          </Panel>
        ) : null}
      </div>
    </div>
  )
}

function AnswerDesk({ workspace, pitch, once }: { workspace: string; pitch: Pitch; once: string }) {
  const hidden = { workspace, pitchId: pitch.id }
  return (
    <Panel
      id="answer"
      title={`${pitch.contact.name} is waiting for your answer`}
      lead="Write it in your own mail program, then note here that you did. The words help later; they may be left out."
    >
      <ActionForm
        action={logAnswerAction}
        hidden={{ ...hidden, once }}
        label="Your answer"
        className="gap-4!"
      >
        <TextAreaField name="body" label="What you wrote" serif rows={4} dir="auto" />
        <FormActions>
          <SubmitButton pendingLabel="Logging it">I answered</SubmitButton>
          <SubmitButton form={`leave-${pitch.id}`} tone="quiet">
            No answer needed
          </SubmitButton>
        </FormActions>
      </ActionForm>
      <ActionForm
        id={`leave-${pitch.id}`}
        action={leaveAnswerAction}
        hidden={hidden}
        label="No answer needed"
      />
    </Panel>
  )
}

/** How it ended, and the way back where there is one. */
export function ClosedNotice({
  scope,
  pitch,
  mayWrite,
}: {
  scope: WorkspaceScope
  pitch: Pitch
  mayWrite: boolean
}) {
  if (pitch.state !== 'closed') return null
  const reason = CLOSING_REASON_TABLE[(pitch.closedReason ?? 'withdrawn') as ClosingReason]
  const mayReopen = mayWrite && pitch.closedReason !== 'stopped'
  return (
    <Notice
      tone="neutral"
      title={`Closed: ${reason.label.toLowerCase()}`}
      actions={
        mayReopen ? (
          <ActionForm
            action={reopenPitchAction}
            hidden={{ workspace: scope.workspaceSlug, pitchId: pitch.id }}
            label="Open it again"
          >
            <SubmitButton tone="secondary">
              {pitch.sentAt ? 'Open it again' : 'Take up the draft again'}
            </SubmitButton>
          </ActionForm>
        ) : null
      }
    >
      {reason.meaning}
      {pitch.closedAt ? (
        <>
          {' Closed '}
          <RelativeTime then={pitch.closedAt} now={scope.now} timeZone={scope.timeZone} />.
        </>
      ) : null}
    </Notice>
  )
}
