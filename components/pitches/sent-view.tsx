import { PromisesBlock } from '#components/ledger/promises-block.tsx'
import type { SendingOfPitch } from '#components/sending/send-from-mailbox.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { CLOSING_REASON_TABLE, type ClosingReason } from '#lib/domain/pitch-states.ts'
import { can } from '#lib/domain/roles.ts'
import type { listPromisesOfConversation } from '#lib/features/ledger/promise-queries.ts'
import { closePitchAction, reopenPitchAction } from '#lib/features/pitches/pitch-actions.ts'
import type { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { AnswerDesk, WriteAgain } from './answer-desk.tsx'
import { Conversation } from './conversation.tsx'
import { FollowUpDesk } from './follow-up-desk.tsx'
import { LogForms } from './log-forms.tsx'
import { NextStep } from './next-step.tsx'
import { Overruled } from './ready-view.tsx'

type Pitch = Awaited<ReturnType<typeof getPitch>>
type SentViewProps = {
  scope: WorkspaceScope
  pitch: Pitch
  sending: SendingOfPitch
  lastWay: string
  promises: Awaited<ReturnType<typeof listPromisesOfConversation>>
  mayWrite: boolean
  /** New for each page drawn: what is pressed twice is logged once. */
  once: string
}

/** A letter that went out: what was said, what is due, and what came back. */
export function SentView({ scope, pitch, sending, lastWay, promises, mayWrite, once }: SentViewProps) {
  const workspace = scope.workspaceSlug
  const home = `/w/${workspace}`
  const isOpen = pitch.state === 'sent' || pitch.state === 'answered'
  const owesAnswer = pitch.state === 'answered' && pitch.answerHandledAt === null
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-6">
        {mayWrite ? <FollowUpDesk scope={scope} pitch={pitch} sending={sending} lastWay={lastWay} /> : null}
        {mayWrite && owesAnswer ? (
          <AnswerDesk
            workspace={workspace}
            memberId={scope.memberId}
            pitch={pitch}
            sending={sending}
            once={once}
          />
        ) : null}
        {mayWrite && !owesAnswer ? (
          <WriteAgain workspace={workspace} memberId={scope.memberId} pitch={pitch} sending={sending} />
        ) : null}
        <Panel title="What was said">
          <Conversation
            messages={pitch.messages}
            contactName={pitch.contact.name}
            promiseHref={
              can(scope.role, 'promises.write')
                ? `${home}/promises/new?prospect=${pitch.prospectId}&contact=${pitch.contactId}&pitch=${pitch.id}`
                : undefined
            }
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
        {promises.open.length + promises.settled.length > 0 ? (
          <PromisesBlock
            {...{ workspace, promises }}
            now={scope.now}
            timeZone={scope.timeZone}
            mayWrite={can(scope.role, 'promises.write')}
          />
        ) : null}
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
              <ButtonLink href={`${home}/samples/new?pitch=${pitch.id}`}>Offer a sample</ButtonLink>
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
