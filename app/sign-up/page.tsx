import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PublicShell } from '#components/shell/public-shell.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { BrowserTimeZone } from '#components/workspaces/browser-time-zone.tsx'
import { signUpAction } from '#lib/features/workspaces/account-actions.ts'
import { mayAnybodySignUp } from '#lib/features/workspaces/account-commands.ts'
import { currentPerson } from '#lib/server/session.ts'

export const metadata: Metadata = { title: 'Make an account' }

export default async function SignUpPage() {
  if (await currentPerson()) redirect('/')
  if (!(await mayAnybodySignUp())) return <ByInvitation />
  return (
    <PublicShell
      title="Make an account"
      lead="It comes with a workspace of your own. You can invite others into it later."
      foot={
        <p>
          Have one already?{' '}
          <Link href="/sign-in" className="ink-link">
            Sign in
          </Link>
        </p>
      }
    >
      <ActionForm action={signUpAction} id="sign-up">
        <TextField name="name" label="Your name" hint="As colleagues see it." autoComplete="name" required />
        <TextField name="email" type="email" label="E-mail address" autoComplete="username" required />
        <TextField
          name="password"
          type="password"
          label="Password"
          hint="At least 10 characters. A few words in a row work well."
          autoComplete="new-password"
          required
        />
        <TextField
          name="workspaceName"
          label="Name of your workspace"
          hint="Your shop, your studio or your agency."
          autoComplete="organization"
          required
        />
        <BrowserTimeZone />
        <SubmitButton pendingLabel="Making it" wide>
          Make the account
        </SubmitButton>
      </ActionForm>
    </PublicShell>
  )
}

function ByInvitation() {
  return (
    <PublicShell
      title="By invitation"
      lead="New people join this Rapport by invitation. Ask an owner of the workspace you work in to invite your address."
    >
      <ButtonLink href="/sign-in">Go to the sign-in page</ButtonLink>
    </PublicShell>
  )
}
