import type { Metadata } from 'next'
import { PublicShell } from '#components/shell/public-shell.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { BrowserTimeZone } from '#components/workspaces/browser-time-zone.tsx'
import { found } from '#lib/features/page-params.ts'
import { signOutAction, signUpInvitedAction } from '#lib/features/workspaces/account-actions.ts'
import { getInvitation } from '#lib/features/workspaces/invitation-queries.ts'
import { acceptInvitationAction } from '#lib/features/workspaces/member-actions.ts'
import { currentPerson, peerAddress } from '#lib/server/session.ts'

export const metadata: Metadata = { title: 'Invitation' }

type Props = { params: Promise<{ token: string }> }

export default async function InvitationPage({ params }: Props) {
  const { token } = await params
  const invitation = await found(getInvitation(token, { now: new Date(), peer: await peerAddress() }))
  const person = await currentPerson()
  const { workspaceName, inviterName, role, email } = invitation
  return (
    <PublicShell
      title={`Join ${workspaceName}`}
      lead={`${inviterName ?? 'An owner'} invites ${email} to work with them as ${role.label.toLowerCase()}. ${role.meaning}`}
    >
      {person === null ? (
        <NewOrKnown token={token} email={email} />
      ) : person.email === email ? (
        <ActionForm action={acceptInvitationAction} hidden={{ token }} label="Accept the invitation">
          <SubmitButton pendingLabel="Joining" wide>{`Join ${workspaceName}`}</SubmitButton>
        </ActionForm>
      ) : (
        <OtherAddress signedInAs={person.email} email={email} />
      )}
    </PublicShell>
  )
}

/** Both ways are offered, so that the page does not tell whether the address has an account. */
function NewOrKnown({ token, email }: { token: string; email: string }) {
  return (
    <>
      <p className="mb-6">
        Have an account with this address?{' '}
        <Link href={`/sign-in?to=/invite/${token}`} className="ink-link">
          Sign in to accept
        </Link>
      </p>
      <ActionForm action={signUpInvitedAction} hidden={{ token }} id="join">
        <TextField name="name" label="Your name" hint="As colleagues see it." autoComplete="name" required />
        <TextField
          name="email"
          type="email"
          label="E-mail address"
          hint="The invitation is for this one."
          defaultValue={email}
          readOnly
          autoComplete="username"
          required
        />
        <TextField
          name="password"
          type="password"
          label="Choose a password"
          hint="At least 10 characters. A few words in a row work well."
          autoComplete="new-password"
          required
        />
        <BrowserTimeZone />
        <SubmitButton pendingLabel="Joining" wide>
          Make an account and join
        </SubmitButton>
      </ActionForm>
    </>
  )
}

function OtherAddress({ signedInAs, email }: { signedInAs: string; email: string }) {
  return (
    <div className="flex flex-col gap-4">
      <p>
        You are signed in as {signedInAs}, and this invitation is for {email}. Sign out, then open the link
        again.
      </p>
      <ActionForm action={signOutAction} label="Sign out">
        <SubmitButton tone="secondary" wide>
          Sign out
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
