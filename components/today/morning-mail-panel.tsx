import { ActionForm } from '#components/ui/action-form.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { MORNING_FROM_HOUR } from '#lib/domain/morning-mail.ts'
import type { MorningMailState } from '#lib/features/today/morning-mail-queries.ts'
import { stopMorningMailAction, wantMorningMailAction } from '#lib/features/today/reminder-actions.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type MorningMailPanelProps = { scope: WorkspaceScope; mail: MorningMailState }

/** Whether one wants a mail in the morning, and what became of the last one. */
export function MorningMailPanel({ scope, mail }: MorningMailPanelProps) {
  const { now, timeZone, workspaceSlug: workspace } = scope
  return (
    <Panel
      title="By mail in the morning"
      lead={`At ${MORNING_FROM_HOUR}:00 on working days, in your time zone (${timeZone.replaceAll('_', ' ')}), and only when something waits. Plain text, nothing that tells whether you read it.`}
    >
      {mail.isPossible ? (
        <div className="flex flex-col gap-4">
          <p>
            This is about what is to be done. What happened comes in the same mail, as chosen under{' '}
            <Link href={`/w/${workspace}/settings/notifications`} className="ink-link">
              Notifications
            </Link>
            .
          </p>
          {mail.isWanted && mail.failure ? (
            <Notice tone="careful" title="The last one could not be sent">
              {mail.failure} It is tried again the next working morning, or sooner where the mail server was
              only not there.
            </Notice>
          ) : null}
          {mail.isWanted && mail.sentAt && !mail.failure ? (
            <p>
              The last one went out <RelativeTime then={mail.sentAt} now={now} timeZone={timeZone} />.
            </p>
          ) : null}
          <ActionForm
            action={mail.isWanted ? stopMorningMailAction : wantMorningMailAction}
            hidden={{ workspace }}
            id="morning-mail"
            label="The morning mail"
          >
            <div>
              <SubmitButton tone={mail.isWanted ? 'secondary' : 'primary'} pendingLabel="Saving">
                {mail.isWanted ? 'Stop the morning mail' : 'Send me the morning mail'}
              </SubmitButton>
            </div>
          </ActionForm>
        </div>
      ) : (
        <Notice tone="neutral" title="This installation sends no mail">
          So the morning mail is off. Whoever runs the server can set SMTP_URL and MAIL_FROM.
        </Notice>
      )}
    </Panel>
  )
}
