import type { ReactNode } from 'react'
import { MentionOutcomeBadge } from '#components/mentions/outcome-badge.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { REQUEST_ENDING_TABLE, type RequestEnding } from '#lib/domain/requests/request-states.ts'
import {
  closeRequestAction,
  foundPageAction,
  notThatPageAction,
  takeUpRequestAction,
} from '#lib/features/requests/request-actions.ts'
import type { RequestSeen } from '#lib/features/requests/request-queries.ts'

type OutcomePanelProps = { workspace: string; request: RequestSeen; mayWrite: boolean }

/** What became of it. Where there is a page, a look at it says what the quote came to; nobody's word does. */
export function OutcomePanel(props: OutcomePanelProps) {
  const { request, mayWrite } = props
  const { state, mention } = request
  return (
    <Panel id="outcome" title={state === 'open' ? 'Not for you?' : 'What became of it'}>
      <div className="flex flex-col gap-5">
        {state === 'open' ? null : <Sentence request={request} />}
        {mention ? <Page {...props} mention={mention} /> : null}
        {mayWrite ? <Steps {...props} /> : null}
      </div>
    </Panel>
  )
}

function Sentence({
  request: { state, standing, closedReason, mention },
}: Pick<OutcomePanelProps, 'request'>) {
  const ending = closedReason ? REQUEST_ENDING_TABLE[closedReason as RequestEnding] : null
  const isKept = state === 'closed' && standing.kind === 'quoted-unlinked'
  return (
    <div className="flex max-w-measure flex-col gap-2">
      <p>{standing.sentence}</p>
      {state === 'closed' && ending && (mention || closedReason === 'quoted') ? <p>{ending.closed}</p> : null}
      {isKept ? <p>Nobody was asked for a link. It is kept as press, and counted apart from links.</p> : null}
    </div>
  )
}

type Mention = NonNullable<RequestSeen['mention']>

function Page({ workspace, request, mayWrite, mention }: OutcomePanelProps & { mention: Mention }) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Link href={`/w/${workspace}/mentions/${mention.id}`} className="ink-link min-w-0 wrap-anywhere">
        {readableAddress(mention.url)}
      </Link>
      <MentionOutcomeBadge outcome={mention.outcome} provenance={mention.provenance} />
      {mayWrite && request.state === 'answered' ? (
        <ActionForm
          action={notThatPageAction}
          hidden={{ workspace, requestId: request.id }}
          label="This page is not it"
        >
          <SubmitButton tone="quiet" pendingLabel="Saving">
            This page is not it
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  )
}

function Steps({ workspace, request }: OutcomePanelProps) {
  const { state, standing, mention } = request
  const close = (
    reason: RequestEnding,
    label: string,
    tone: 'primary' | 'secondary' | 'quiet' = 'secondary',
  ) => (
    <ActionForm
      action={closeRequestAction}
      hidden={{ workspace, requestId: request.id, reason }}
      label={label}
      id={`close-${reason}`}
    >
      <div>
        <SubmitButton tone={tone} pendingLabel="Closing it">
          {label}
        </SubmitButton>
      </div>
    </ActionForm>
  )
  if (state === 'open') {
    return standing.kind === 'late'
      ? close('too-late', 'Close it: too late')
      : close('let-be', 'Let it be: not one for us', 'quiet')
  }
  if (state === 'closed') {
    return (
      <ActionForm
        action={takeUpRequestAction}
        hidden={{ workspace, requestId: request.id }}
        label="Take it up again"
      >
        <SubmitButton tone="quiet" pendingLabel="Opening it">
          Take it up again
        </SubmitButton>
      </ActionForm>
    )
  }
  if (mention) return <CloseQuoted workspace={workspace} request={request} mention={mention} close={close} />
  return (
    <>
      <FoundForm workspace={workspace} requestId={request.id} hasSite={request.site !== null} />
      {close('not-used', 'They did not use it', 'quiet')}
    </>
  )
}

type CloseQuotedProps = {
  workspace: string
  request: RequestSeen
  mention: Mention
  close: (reason: RequestEnding, label: string, tone?: 'primary' | 'secondary' | 'quiet') => ReactNode
}

function CloseQuoted({ workspace, request, mention, close }: CloseQuotedProps) {
  if (request.standing.kind === 'found-not-looked') {
    return <p className="text-sm text-ink-soft">Wait for the look before you close it; it takes a moment.</p>
  }
  if (request.standing.kind !== 'quoted-unlinked') return close('quoted', 'Close it')
  return (
    <div className="flex flex-col gap-3">
      {close('quoted', 'Close it kindly, and keep it as press', 'primary')}
      {mention.askState === 'none' ? (
        <p className="text-sm">
          If their readers would have something of a link, you may{' '}
          <Link href={`/w/${workspace}/mentions/${mention.id}#ask`} className="ink-link">
            ask once, first
          </Link>
          .
        </p>
      ) : null}
    </div>
  )
}

type FoundFormProps = { workspace: string; requestId: string; hasSite: boolean }

function FoundForm({ workspace, requestId, hasSite }: FoundFormProps) {
  if (!hasSite)
    return (
      <p className="text-ink-soft">
        Say first whose answer it was: the page is looked through for its names.
      </p>
    )
  return (
    <ActionForm action={foundPageAction} hidden={{ workspace, requestId }} id="found" label="It ran">
      <TextField
        name="url"
        type="url"
        label="It ran here"
        required
        hint="The address of their page. Rapport looks whether you are named, and whether it links to you."
      />
      <div>
        <SubmitButton pendingLabel="Saving">Look at the page</SubmitButton>
      </div>
    </ActionForm>
  )
}
