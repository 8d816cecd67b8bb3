import type { Metadata } from 'next'
import { PublicShell } from '#components/shell/public-shell.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { found } from '#lib/features/page-params.ts'
import { getMorningMailToStop } from '#lib/features/today/morning-mail-off.ts'
import { stopMorningMailByLinkAction } from '#lib/features/today/reminder-actions.ts'
import { peerAddress } from '#lib/server/session.ts'

export const metadata: Metadata = { title: 'The morning mail' }

type Props = { params: Promise<{ token: string }> }

/** A page with a button: programs that look into mails open links, and must not stop anything by that. */
export default async function MorningMailPage({ params }: Props) {
  const { token } = await params
  const visit = { now: new Date(), peer: await peerAddress() }
  const { workspace, email, isWanted } = await found(getMorningMailToStop(token, visit))
  return (
    <PublicShell
      title="The morning mail"
      lead={
        isWanted
          ? `${email} gets a mail on working days when something waits or happened in ${workspace}.`
          : `No morning mail about ${workspace} comes to ${email}. Under Notifications you can ask for it again.`
      }
    >
      <ActionForm action={stopMorningMailByLinkAction} hidden={{ token }} label="Stop the morning mail">
        {isWanted ? (
          <SubmitButton pendingLabel="Stopping it" wide>
            Stop this mail
          </SubmitButton>
        ) : null}
      </ActionForm>
    </PublicShell>
  )
}
