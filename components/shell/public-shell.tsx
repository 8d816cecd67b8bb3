import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'
import { Wordmark } from './wordmark.tsx'

type PublicShellProps = {
  title: ReactNode
  lead?: ReactNode
  children?: ReactNode
  /** A line below the sheet: "New here? ..." */
  foot?: ReactNode
}

/** The frame of pages one sees before being in: sign-in, invitations, shared reports, "not here". */
export function PublicShell({ title, lead, children, foot }: PublicShellProps) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-4 py-8 sm:py-16">
      <header className="mb-8">
        <Link href="/" className="tap inline-flex items-center rounded-md">
          <Wordmark />
        </Link>
        <p className="text-ink-soft">Links earned the human way.</p>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="rounded-lg border border-line bg-sheet p-6 outline-none sm:p-8"
      >
        <h1 className="font-serif text-title font-medium tracking-tight">{title}</h1>
        {lead ? <p className="mt-2 text-ink-soft">{lead}</p> : null}
        {children ? <div className="mt-6">{children}</div> : null}
      </main>
      {foot ? <footer className="mt-6 text-ink-soft">{foot}</footer> : null}
    </div>
  )
}
