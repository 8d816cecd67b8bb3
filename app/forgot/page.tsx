import type { Metadata } from 'next'
import { PublicShell } from '#components/shell/public-shell.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { forgotAction } from '#lib/features/workspaces/account-actions.ts'
import { canSendMail } from '#lib/server/mailer.ts'

export const metadata: Metadata = { title: 'A new password' }
export const dynamic = 'force-dynamic' // whether mail is set up is known when the server runs, not when it is built

export default function ForgotPage() {
  const byMail = canSendMail()
  return (
    <PublicShell
      title="A new password"
      lead={
        byMail
          ? 'Tell us your address, and we mail you a link that sets a new one.'
          : 'This server sends no mail, so somebody has to hand you a link that sets a new one.'
      }
      foot={
        <Link href="/sign-in" className="ink-link">
          Back to signing in
        </Link>
      }
    >
      {byMail ? (
        <ActionForm action={forgotAction} id="forgot">
          <TextField name="email" type="email" label="E-mail address" autoComplete="username" required />
          <SubmitButton pendingLabel="Asking" wide>
            Mail me a link
          </SubmitButton>
        </ActionForm>
      ) : (
        <ul className="flex list-disc flex-col gap-2 pl-5">
          <li>
            If you work in one workspace only, an owner of it can make a link for you, under Settings,
            Members.
          </li>
          <li>
            Or ask whoever runs this server. There, <code>npm run reset-password -- YOUR-ADDRESS</code> prints
            one.
          </li>
        </ul>
      )}
    </PublicShell>
  )
}
