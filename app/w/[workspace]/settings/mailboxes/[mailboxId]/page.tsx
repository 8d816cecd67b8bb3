import type { Metadata } from 'next'
import { SendingHeld } from '#components/answers/sending-held.tsx'
import { RefreshWhileWaiting } from '#components/jobs/refresh-while-waiting.tsx'
import { WorkerNotice } from '#components/jobs/worker-notice.tsx'
import { CheckSteps } from '#components/mailboxes/check-steps.tsx'
import { MailboxFields } from '#components/mailboxes/mailbox-fields.tsx'
import { MailboxStanding } from '#components/mailboxes/mailbox-standing.tsx'
import { SenderDnsPanel } from '#components/mailboxes/sender-dns-panel.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import {
  changeMailboxAction,
  disconnectMailboxAction,
  pauseMailboxAction,
  resumeMailboxAction,
  testMailboxAction,
} from '#lib/features/mailboxes/mailbox-actions.ts'
import { getMailbox } from '#lib/features/mailboxes/mailbox-queries.ts'
import { DAILY_CAP_MOST } from '#lib/features/mailboxes/mailbox-schema.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Mailbox' }

type Props = { params: Promise<{ workspace: string; mailboxId: string }> }

export default async function MailboxPage({ params }: Props) {
  const { workspace: slug, mailboxId } = await params
  const scope = await requireWorkspace(slug, 'pitches.send')
  const mailbox = await found(getMailbox(scope, pageId(mailboxId)))
  const hidden = { workspace: slug, mailboxId: mailbox.id }
  const isChecking = mailbox.checkState === 'waiting' || mailbox.checkState === 'checking'
  const { now, timeZone } = scope
  return (
    <>
      <PageHeader
        title={mailbox.address}
        lead={mailbox.isOwn ? 'Your mailbox.' : `The mailbox of ${mailbox.ownerName}.`}
        crumbs={[{ label: 'Mailboxes', href: `/w/${slug}/settings/mailboxes` }]}
      />
      <div className="flex max-w-form flex-col gap-6">
        {isChecking && mailbox.state !== 'paused' ? (
          <>
            <RefreshWhileWaiting />
            <WorkerNotice now={now} timeZone={timeZone} waiting="The try of this mailbox" />
          </>
        ) : null}
        <MailboxStanding mailbox={mailbox} isChecking={isChecking} now={now} timeZone={timeZone} />
        {mailbox.sendingHeldAt ? <SendingHeld workspace={slug} mailbox={mailbox} /> : null}
        {mailbox.steps.length > 0 || isChecking ? (
          <Panel
            title={isChecking ? 'Trying it now' : 'The last try'}
            lead={isChecking ? 'It carries on without this page.' : 'Step by step, as your servers answered.'}
          >
            <CheckSteps steps={mailbox.steps} />
          </Panel>
        ) : null}
        {mailbox.isOwn ? (
          <>
            <Panel title="Try it, or let it rest">
              <div className="flex flex-col gap-4">
                {mailbox.state === 'paused' ? (
                  <ActionForm action={resumeMailboxAction} hidden={hidden} id="resume">
                    <SubmitButton pendingLabel="Taking it up">Take it up again</SubmitButton>
                  </ActionForm>
                ) : (
                  <>
                    <ActionForm action={testMailboxAction} hidden={hidden} id="test">
                      <SubmitButton pendingLabel="Asking">Try it now</SubmitButton>
                    </ActionForm>
                    <ActionForm action={pauseMailboxAction} hidden={hidden} id="pause">
                      <SubmitButton tone="secondary" pendingLabel="Pausing">
                        Pause it
                      </SubmitButton>
                    </ActionForm>
                  </>
                )}
              </div>
            </Panel>
            <SenderDnsPanel dns={mailbox.dns} address={mailbox.address} now={now} timeZone={timeZone} />
            <Panel title="Change it" lead="Another server or user name needs the password again.">
              <ActionForm action={changeMailboxAction} hidden={hidden} id="change">
                <MailboxFields
                  isNew={false}
                  values={mailbox}
                  dailyCapMost={DAILY_CAP_MOST}
                  passwordHint={
                    mailbox.hasPassword ? 'It is set. Leave this empty to keep it.' : 'It is not set.'
                  }
                  smtpPasswordHint={
                    mailbox.hasSmtpPassword
                      ? 'It is set. Leave this empty to keep it.'
                      : 'Empty: the same as for reading.'
                  }
                />
                <div>
                  <SubmitButton pendingLabel="Saving">Save</SubmitButton>
                </div>
              </ActionForm>
            </Panel>
          </>
        ) : null}
        <Panel
          title="Disconnect"
          lead="Its password is forgotten, and nothing is read or sent any more. What came and went stays."
        >
          <ActionForm action={disconnectMailboxAction} hidden={hidden} id="disconnect" />
          <ConfirmSubmit
            form="disconnect"
            title={`Disconnect ${mailbox.address}?`}
            lead="To use it again, its password must be typed again."
            confirmLabel="Disconnect"
          >
            Disconnect this mailbox
          </ConfirmSubmit>
        </Panel>
      </div>
    </>
  )
}
