import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ForgetWords } from '#components/pitches/forget-words.tsx'
import { PublicShell } from '#components/shell/public-shell.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { DemoPeople } from '#components/workspaces/demo-people.tsx'
import { searchText } from '#lib/features/page-params.ts'
import { signInAction } from '#lib/features/workspaces/account-actions.ts'
import { mayAnybodySignUp } from '#lib/features/workspaces/account-commands.ts'
import { listDemoPeople } from '#lib/features/workspaces/account-queries.ts'
import { WAY_BACK_MAX_CHARACTERS } from '#lib/features/workspaces/account-schema.ts'
import { sameSitePath } from '#lib/features/workspaces/same-site-path.ts'
import { currentPerson } from '#lib/server/session.ts'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ to?: string | string[]; left?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { to: asked, left } = await searchParams
  const to = sameSitePath(searchText(asked, WAY_BACK_MAX_CHARACTERS))
  if (await currentPerson()) redirect(to)
  const [demoPeople, isOpen] = await Promise.all([listDemoPeople(), mayAnybodySignUp()])
  return (
    <PublicShell
      title="Sign in"
      foot={
        isOpen ? (
          <p>
            New here?{' '}
            <Link href="/sign-up" className="ink-link">
              Make an account
            </Link>
          </p>
        ) : (
          <p>New people join by invitation.</p>
        )
      }
    >
      {left === undefined ? null : <ForgetWords which="all" />}
      <ActionForm action={signInAction} hidden={{ to }} id="sign-in">
        <TextField name="email" type="email" label="E-mail address" autoComplete="username" required />
        <TextField
          name="password"
          type="password"
          label="Password"
          autoComplete="current-password"
          required
        />
        <SubmitButton pendingLabel="Signing in" wide>
          Sign in
        </SubmitButton>
        <p>
          <Link href="/forgot" className="ink-link">
            I forgot my password
          </Link>
        </p>
      </ActionForm>
      {demoPeople.length > 0 ? <DemoPeople people={demoPeople} to={to} /> : null}
    </PublicShell>
  )
}
