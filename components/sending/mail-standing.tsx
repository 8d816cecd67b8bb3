import type { ReactNode } from 'react'
import { RefreshWhileWaiting } from '#components/jobs/refresh-while-waiting.tsx'
import { WorkerNotice } from '#components/jobs/worker-notice.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import type { ButtonTone } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { written } from '#components/ui/written.ts'
import type { FormAction } from '#lib/features/form-state.ts'
import {
  confirmWasSentAction,
  dismissMailAction,
  leaveUnsentAction,
  sendNowAction,
  undoSendAction,
} from '#lib/features/sending/sending-actions.ts'
import type { MailOfPitch } from '#lib/features/sending/sending-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type Standing = Omit<MailOfPitch, 'pitchId'>
type Props = { scope: WorkspaceScope; mail: Standing; mayAct: boolean }

const REFRESH_AT_MOST_EVERY_MS = 3000

/** How every mail of a pitch that is on its way stands, and what a person has to say of those that are not. */
export function MailStandings({
  scope,
  mails,
  mayAct,
}: {
  scope: WorkspaceScope
  mails: Standing[]
  mayAct: boolean
}) {
  const shown = mails.filter((mail) => isUnderWay(mail) || mail.attention)
  if (shown.length === 0) return null
  const isMoving = shown.some(({ state }) => state !== 'held' && state !== 'unknown' && state !== 'not-sent')
  return (
    <section aria-label="From your mailbox" aria-live="polite" className="flex flex-col gap-4">
      {isMoving ? (
        <>
          <RefreshWhileWaiting atMostEveryMs={REFRESH_AT_MOST_EVERY_MS} />
          <WorkerNotice now={scope.now} timeZone={scope.timeZone} waiting="The mail" />
        </>
      ) : null}
      {shown.map((mail) => (
        <MailStanding key={mail.id} scope={scope} mail={mail} mayAct={mayAct} />
      ))}
    </section>
  )
}

/** Whether a step of the conversation is taken: nothing else is sent for it until it is known how this one went. */
export function isUnderWay({ state, settledAt }: { state: string; settledAt: Date | null }): boolean {
  return settledAt === null && state !== 'undone' && state !== 'not-sent'
}

/** One mail: calm while it goes, plain where a person has to decide. */
export function MailStanding({ scope, mail, mayAct }: Props) {
  const workspace = scope.workspaceSlug
  const press = (action: FormAction, words: string, tone: ButtonTone = 'secondary') => (
    <ActionForm key={words} action={action} hidden={{ workspace, mailId: mail.id }} label={words}>
      <SubmitButton tone={tone}>{words}</SubmitButton>
    </ActionForm>
  )
  const acts = (...buttons: ReactNode[]) => (mayAct ? buttons : null)
  const what = `${WHAT[mail.purpose] ?? 'The mail'} to ${mail.toName}`
  switch (mail.state) {
    case 'queued':
    case 'claimed':
      return (
        <Notice tone="neutral" title={whenItGoes(mail, scope)} actions={acts(press(undoSendAction, 'Undo'))}>
          <p>
            {what}, from {mail.fromAddress}.
          </p>
          {mail.tries > 0 && mail.response ? <Said words={mail.response} /> : null}
        </Notice>
      )
    case 'held':
      return (
        <Notice
          tone="careful"
          title={`${what} waits for your word`}
          actions={acts(
            mail.isOwn ? press(sendNowAction, 'Send it now', 'primary') : null,
            press(leaveUnsentAction, 'Do not send it'),
          )}
        >
          <Why mail={mail} />
        </Notice>
      )
    case 'unknown':
      return (
        <Notice
          tone="unknown"
          title="We cannot tell whether this went out"
          actions={acts(
            press(confirmWasSentAction, 'It was sent', 'primary'),
            mail.isOwn ? press(sendNowAction, 'It was not: send it now') : null,
            press(leaveUnsentAction, 'It was not: leave it', 'quiet'),
          )}
        >
          <p>
            {what}. {mail.why} Look into the Sent folder of {mail.fromAddress}: is it there?
          </p>
        </Notice>
      )
    case 'not-sent':
      return (
        <Notice
          tone="careful"
          title={`${what} was not sent`}
          actions={acts(press(dismissMailAction, 'I have seen it', 'quiet'))}
        >
          <Why mail={mail} />
        </Notice>
      )
    default:
      return (
        <Notice tone="neutral" title="On its way">
          {what}, from {mail.fromAddress}.
        </Notice>
      )
  }
}

const WHAT: Readonly<Record<string, string>> = {
  first: 'The letter',
  'follow-up': 'The follow-up',
  reply: 'Your answer',
}

function Why({ mail: { why, remedy, response } }: { mail: Standing }) {
  return (
    <>
      <p className="wrap-anywhere">
        {why} {remedy}
      </p>
      {response ? <Said words={response} /> : null}
    </>
  )
}

function Said({ words }: { words: string }) {
  return (
    <p className="mt-1 text-sm text-ink-soft wrap-anywhere">
      The server’s own words: <q>{words}</q>
    </p>
  )
}

function whenItGoes({ state, tries, notBefore }: Standing, { now, timeZone }: WorkspaceScope): string {
  if (state === 'claimed' || notBefore <= now) return 'Going out now'
  const clock = written(notBefore, 'clock-seconds', timeZone)
  return tries === 0 ? `Goes out at ${clock}` : `The server put it off. Next try at ${clock}`
}
