import type { Metadata } from 'next'
import { PublicShell } from '#components/shell/public-shell.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { found } from '#lib/features/page-params.ts'
import { resetPasswordAction } from '#lib/features/workspaces/account-actions.ts'
import { getReset } from '#lib/features/workspaces/reset-commands.ts'
import { peerAddress } from '#lib/server/session.ts'

export const metadata: Metadata = { title: 'A new password' }

type Props = { params: Promise<{ token: string }> }

export default async function ResetPage({ params }: Props) {
  const { token } = await params
  const { email } = await found(getReset(token, { now: new Date(), peer: await peerAddress() }))
  return (
    <PublicShell
      title="A new password"
      lead={`For ${email}. You are signed out everywhere else once it is set.`}
    >
      <ActionForm action={resetPasswordAction} hidden={{ token }} id="reset">
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextField
          name="newPassword"
          type="password"
          label="New password"
          hint="At least 10 characters. A few words in a row work well."
          autoComplete="new-password"
          required
        />
        <SubmitButton pendingLabel="Saving" wide>
          Set it and sign in
        </SubmitButton>
      </ActionForm>
    </PublicShell>
  )
}
