import type { Metadata } from 'next'
import { MailboxFields } from '#components/mailboxes/mailbox-fields.tsx'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { connectMailboxAction } from '#lib/features/mailboxes/mailbox-actions.ts'
import { DAILY_CAP_MOST } from '#lib/features/mailboxes/mailbox-schema.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { canKeepMailSecrets } from '#lib/server/mail/mail-secrets.ts'

export const metadata: Metadata = { title: 'Connect a mailbox' }

type Props = { params: Promise<{ workspace: string }> }

export default async function ConnectMailboxPage({ params }: Props) {
  const { workspace: slug } = await params
  const scope = await requireWorkspace(slug, 'pitches.send')
  const mailboxes = `/w/${slug}/settings/mailboxes`
  return (
    <>
      <PageHeader
        title="Connect a mailbox"
        lead="Your address and an app password are mostly enough. We then send one mail from you to yourself, and say how far it came."
        crumbs={[{ label: 'Mailboxes', href: mailboxes }]}
      />
      <div className="flex max-w-form flex-col gap-6">
        {canKeepMailSecrets() ? null : (
          <Notice tone="careful" title="No mailbox can be connected on this server yet.">
            It has no key to keep passwords with. Whoever runs it sets <code>MAIL_SECRET_KEYS</code>; until
            then, copy and compose links work all the same.
          </Notice>
        )}
        <ActionForm action={connectMailboxAction} hidden={{ workspace: slug }} id="connect">
          <TextField name="address" type="email" label="E-mail address" autoComplete="email" required />
          <MailboxFields
            isNew
            values={{
              name: scope.actorName,
              aliases: [],
              sends: true,
              imapHost: null,
              imapPort: null,
              imapSecurity: null,
              imapUser: '',
              smtpHost: null,
              smtpPort: null,
              smtpSecurity: null,
              smtpUser: '',
              dailyCap: DAILY_CAP_MOST,
              timeZone: scope.timeZone,
            }}
            dailyCapMost={DAILY_CAP_MOST}
            passwordHint="An app password where your provider has them: Gmail, iCloud, Fastmail and Yahoo do. It is kept sealed and never shown again."
            smtpPasswordHint="Empty: the same as for reading."
          />
          <FormActions>
            <SubmitButton pendingLabel="Connecting">Connect</SubmitButton>
            <ButtonLink href={mailboxes} tone="quiet">
              Leave it
            </ButtonLink>
          </FormActions>
        </ActionForm>
      </div>
    </>
  )
}
