import { ActionForm } from '#components/ui/action-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { sendAgainAction } from '#lib/features/answers/answers-actions.ts'

type Props = { workspace: string; mailbox: { id: string; address: string; isOwn: boolean } }

/** Other servers refused what a mailbox sent: it sends nothing until its own member has seen to that. */
export function SendingHeld({ workspace, mailbox }: Props) {
  return (
    <Notice
      tone="careful"
      title={
        <>
          Nothing goes out of <bdi>{mailbox.address}</bdi> for now
        </>
      }
      actions={
        mailbox.isOwn ? (
          <ActionForm
            action={sendAgainAction}
            hidden={{ workspace, mailboxId: mailbox.id }}
            label="Let it send again"
          >
            <SubmitButton tone="secondary">Let it send again</SubmitButton>
          </ActionForm>
        ) : null
      }
    >
      Two servers refused its mail within a day, because of where it comes from. Look at what your domain says
      about its mail, on the page of this mailbox, before you send more.
    </Notice>
  )
}
