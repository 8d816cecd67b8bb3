import { KeepTyped } from '#components/pitches/keep-typed.tsx'
import { addressHref, sendingWays, wayLabel } from '#components/pitches/sending-ways.ts'
import { ActionForm } from '#components/ui/action-form.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { composeLinks } from '#lib/domain/compose-links.ts'
import { type AnswerProblem, mayBeSent } from '#lib/domain/requests/review-answer.ts'
import {
  answerSentAction,
  noteAnsweredAction,
  saveAnswerAction,
} from '#lib/features/requests/request-actions.ts'
import type { RequestSeen } from '#lib/features/requests/request-queries.ts'
import { AnswerProblems } from './answer-problems.tsx'

type AnswerDeskProps = {
  workspace: string
  memberId: string
  request: RequestSeen
  problems: readonly AnswerProblem[]
  mayWrite: boolean
  mayOverrule: boolean
  now: Date
  timeZone: string
}

/** The answer: written here, taken there by a person, and frozen once it is said to have gone. */
export function AnswerDesk(props: AnswerDeskProps) {
  const { request, mayWrite, problems } = props
  if (request.sentAt !== null) return <SentAnswer {...props} sentAt={request.sentAt} />
  if (request.state !== 'open' || !mayWrite) return null
  const isReady = mayBeSent(problems)
  const isFinal = problems.some(({ severity }) => severity === 'final')
  return (
    <>
      <Panel id="answer" title="Your answer" lead="In your own words, as short as they would print it.">
        <WriteForm {...props} />
      </Panel>
      <Panel
        id="gate"
        title={isReady ? 'It may go' : 'Before it goes'}
        lead="As saved last. Nothing is sent without your click, and Rapport sends nothing here itself."
      >
        <AnswerProblems problems={problems} />
      </Panel>
      {isReady || (props.mayOverrule && !isFinal && request.body.trim() !== '') ? (
        <Panel id="send" title="Take it there">
          <SendSteps {...props} isReady={isReady} />
        </Panel>
      ) : null}
      <Panel>
        <Elsewhere {...props} />
      </Panel>
    </>
  )
}

function WriteForm({ workspace, memberId, request }: AnswerDeskProps) {
  const { id, revision, subject, body, reply, topic } = request
  const isMail = reply?.kind === 'email'
  const heading = subject || `Re: ${topic}`.slice(0, 120)
  return (
    <ActionForm
      action={saveAnswerAction}
      hidden={{ workspace, requestId: id, revision }}
      id="write-answer"
      label="Write the answer"
    >
      <KeepTyped
        memberId={memberId}
        of={`request-${id}`}
        stands={[{ subject: isMail ? heading : '', body }]}
      />
      {isMail ? <TextField name="subject" label="Subject" defaultValue={heading} maxLength={300} /> : null}
      <TextAreaField
        name="body"
        label="Answer"
        rows={12}
        serif
        required
        defaultValue={body}
        hint="The answer first; then who you are, in the words of your short bio."
      />
      <div>
        <SubmitButton pendingLabel="Saving">Save and check</SubmitButton>
      </div>
    </ActionForm>
  )
}

function SendSteps({ workspace, request, isReady }: AnswerDeskProps & { isReady: boolean }) {
  const { id, revision, subject, body, reply, replyTo } = request
  const links = reply?.kind === 'email' ? composeLinks({ to: reply.address, subject, body }) : []
  const href = reply ? addressHref(reply.kind, reply.address) : null
  const ways = (
    reply ? sendingWays(reply.kind) : [{ value: 'copy', label: 'Copied into something else' }]
  ).filter(({ value }) => value !== 'draft-file')
  const choices = ways.some(({ value }) => value === 'copy')
    ? ways
    : [...ways, { value: 'copy', label: 'Copied into something else' }]
  return (
    <ol className="flex flex-col gap-6">
      <li>
        <h3 className="font-semibold">1. Take it there</h3>
        <p className="mb-3 text-sm text-ink-soft wrap-anywhere">
          {replyTo ? <>To {replyTo}</> : 'They did not say where to. The text has it, perhaps.'}
        </p>
        <div className="flex flex-wrap gap-2">
          <CopyButton text={body} label="Copy the answer" />
          {subject ? <CopyButton text={subject} label="Copy the subject" /> : null}
          {links.map((link) => (
            <a
              key={link.program}
              href={link.href}
              {...(link.program === 'mailto' ? {} : { target: '_blank', rel: 'noreferrer' })}
              className={buttonClass()}
            >
              {link.program === 'mailto' ? 'Open in my mail program' : `Open in ${link.label}`}
            </a>
          ))}
          {href ? (
            <a href={href} target="_blank" rel="noreferrer" className={buttonClass()}>
              {reply?.kind === 'form' ? 'Open the form' : 'Open the profile'}
            </a>
          ) : null}
        </div>
        <LinkNotes notes={links.flatMap(({ why, note }) => [why, note]).filter((each) => each !== null)} />
      </li>
      <li>
        <h3 className="font-semibold">2. Say that it went</h3>
        <p className="mb-3 text-sm text-ink-soft">The text is then kept as it was sent.</p>
        <ActionForm
          action={answerSentAction}
          hidden={{ workspace, requestId: id, revision }}
          label="I sent it"
          className="max-w-form gap-4!"
        >
          <SelectField
            name="via"
            label="How it went"
            required
            choices={choices}
            defaultValue={choices[0]?.value}
          />
          {isReady ? null : (
            <TextAreaField
              name="overruleReason"
              label="Why it may go in spite of what is listed"
              hint="Kept with the answer. Only an owner may do this."
              rows={2}
              required
              maxLength={2000}
            />
          )}
          <div>
            <SubmitButton pendingLabel="Noting it">I sent it</SubmitButton>
          </div>
        </ActionForm>
      </li>
    </ol>
  )
}

function LinkNotes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="mt-3 flex flex-col gap-1 text-sm text-ink-soft">
      {[...new Set(notes)].map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

function Elsewhere({ workspace, request }: AnswerDeskProps) {
  return (
    <Disclosure summary="I answered them another way">
      <ActionForm
        action={noteAnsweredAction}
        hidden={{ workspace, requestId: request.id }}
        label="Note that you answered"
        className="gap-4!"
      >
        <TextAreaField
          name="words"
          label="What you told them"
          rows={4}
          hint="If you still have it: so that nobody gives the same words twice."
        />
        <div>
          <SubmitButton tone="secondary" pendingLabel="Noting it">
            Note it
          </SubmitButton>
        </div>
      </ActionForm>
    </Disclosure>
  )
}

function SentAnswer({ request, sentAt, now, timeZone }: AnswerDeskProps & { sentAt: Date }) {
  const { subject, body, sentVia, sentBy, overruleReason } = request
  return (
    <Panel
      id="answer"
      title="Your answer"
      lead={
        <>
          Sent by {sentBy?.name ?? 'somebody'} <RelativeTime then={sentAt} now={now} timeZone={timeZone} />
          {sentVia && sentVia !== 'elsewhere' ? `, ${wayLabel(sentVia).toLowerCase()}` : ', another way'}
        </>
      }
      actions={body ? <CopyButton text={body} label="Copy it" /> : null}
    >
      {subject ? (
        <p className="mb-2 font-semibold wrap-anywhere">
          <bdi>{subject}</bdi>
        </p>
      ) : null}
      <div dir="auto" className="max-w-measure wrap-anywhere">
        {body ? <WrittenText>{body}</WrittenText> : <p className="text-ink-soft">The words were not kept.</p>}
      </div>
      {overruleReason ? (
        <p className="mt-3 text-sm text-ink-soft wrap-anywhere">
          It went in spite of what the gate said: <bdi>{overruleReason}</bdi>
        </p>
      ) : null}
    </Panel>
  )
}
