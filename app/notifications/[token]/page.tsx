import type { Metadata } from 'next'
import { PublicShell } from '#components/shell/public-shell.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { stopNotificationsAction } from '#lib/features/notifications/notification-actions.ts'
import { getNotificationsToStop } from '#lib/features/notifications/notifications-off.ts'
import { found } from '#lib/features/page-params.ts'
import { peerAddress } from '#lib/server/session.ts'

export const metadata: Metadata = { title: 'Notifications' }

type Props = { params: Promise<{ token: string }> }

/** A page with a button: programs that look into mails open links, and must not stop anything by that. */
export default async function NotificationsOffPage({ params }: Props) {
  const { token } = await params
  const visit = { now: new Date(), peer: await peerAddress() }
  const { workspace, email, isWanted } = await found(getNotificationsToStop(token, visit))
  return (
    <PublicShell
      title="Notifications"
      lead={
        isWanted
          ? `${email} gets a mail when something happens in ${workspace}.`
          : `No mail comes to ${email} when something happens in ${workspace}. Under Notifications, in the settings there, you can ask for it again.`
      }
    >
      <ActionForm action={stopNotificationsAction} hidden={{ token }} label="Stop these mails">
        {isWanted ? (
          <SubmitButton pendingLabel="Stopping them" wide>
            Stop these mails
          </SubmitButton>
        ) : null}
      </ActionForm>
    </PublicShell>
  )
}
