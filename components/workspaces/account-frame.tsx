import type { ReactNode } from 'react'
import { Wordmark } from '#components/shell/wordmark.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { signOutAction } from '#lib/features/workspaces/account-actions.ts'

/** The frame of pages about oneself, outside any one workspace. */
export function AccountFrame({
  person,
  children,
}: {
  person: { name: string; email: string }
  children: ReactNode
}) {
  return (
    <div className="mx-auto min-h-dvh w-full max-w-form px-4 py-6 sm:px-8">
      <header className="mb-10 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Link href="/" className="tap inline-flex items-center rounded-md">
          <Wordmark />
        </Link>
        <nav aria-label="You" className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Link href="/workspaces" className="ink-link">
            Workspaces
          </Link>
          <Link href="/account" className="ink-link">
            Your account
          </Link>
          <ActionForm action={signOutAction} label={`Sign out ${person.email}`}>
            <SubmitButton tone="quiet">Sign out</SubmitButton>
          </ActionForm>
        </nav>
      </header>
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
    </div>
  )
}
