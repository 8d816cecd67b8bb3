import type { Metadata } from 'next'
import { NotificationsForm } from '#components/notifications/notifications-form.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { can } from '#lib/domain/roles.ts'
import { getNotifications } from '#lib/features/notifications/notification-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Notifications' }

type Props = { params: Promise<{ workspace: string }> }

export default async function NotificationsPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'notifications.choose')
  const state = await getNotifications(scope)
  const hasToday = can(scope.role, 'today.read')
  return (
    <>
      <PageHeader
        title="Notifications"
        lead="What this workspace tells you by mail, and when. These are yours alone; nobody else’s change."
      />
      <div className="flex max-w-form flex-col gap-6">
        {state.isPossible ? null : (
          <Notice tone="neutral" title="This installation sends no mail">
            So nothing of this comes for now. What you choose is kept. Whoever runs the server can set
            SMTP_URL and MAIL_FROM.
          </Notice>
        )}
        {state.isPossible && state.failure ? (
          <Notice tone="careful" title="The last mail could not be sent">
            {state.failure} Where the server was only not there, it is tried again.
          </Notice>
        ) : null}
        {state.isPossible && state.sentAt && !state.failure ? (
          <p>
            The last one went out{' '}
            <RelativeTime then={state.sentAt} now={scope.now} timeZone={scope.timeZone} />.
          </p>
        ) : null}
        <NotificationsForm scope={scope} state={state} />
        <p className="max-w-measure text-ink-soft">
          Mails are plain text with names and links to here: no words of any letter, and nothing that tells
          whether you read them.{' '}
          {hasToday ? (
            <>
              Whether what is to be done today comes in the morning mail, too, is said under{' '}
              <Link href={`/w/${workspace}/settings/today`} className="ink-link">
                Calendar and morning mail
              </Link>
              .
            </>
          ) : null}
        </p>
      </div>
    </>
  )
}
