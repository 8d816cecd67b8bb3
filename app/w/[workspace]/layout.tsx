import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { ForgetWords } from '#components/pitches/forget-words.tsx'
import { DeletionNotice } from '#components/settings/deletion-notice.tsx'
import { AppShell } from '#components/shell/app-shell.tsx'
import { menuLinkClass } from '#components/shell/switch-menus.tsx'
import { workspaceCommands, workspacePlaces } from '#components/shell/workspace-places.ts'
import { Link } from '#components/ui/link.tsx'
import { SignOutForm } from '#components/workspaces/sign-out-form.tsx'
import { ROLE_LABELS } from '#lib/domain/roles.ts'
import { countWaiting } from '#lib/features/today/waiting-queries.ts'
import { listWorkspacesOf } from '#lib/features/workspaces/membership-queries.ts'
import { findWorkspaceScope } from '#lib/features/workspaces/require-workspace.ts'
import { PATH_HEADER } from '#lib/server/page-headers.ts'
import { currentPerson } from '#lib/server/session.ts'

type Props = { children: ReactNode; params: Promise<{ workspace: string }> }

/** The frame. It guards nothing: every page under it does that itself, and without a scope there is no frame to show. */
export default async function WorkspaceLayout({ children, params }: Props) {
  const { workspace: slug } = await params
  const scope = await findWorkspaceScope(slug)
  const person = await currentPerson()
  const pathname = (await headers()).get(PATH_HEADER) ?? ''
  if (!scope || !person) return children
  const [workspaces, waiting] = await Promise.all([listWorkspacesOf(person.id), countWaiting(scope)])
  const workspace = workspaces.find((each) => each.slug === slug) ?? { name: slug, slug }
  return (
    <AppShell
      workspace={workspace}
      workspaces={workspaces.map((each) => ({ ...each, role: ROLE_LABELS[each.role].label }))}
      person={person}
      role={ROLE_LABELS[scope.role].label}
      pathname={pathname}
      nav={workspacePlaces(slug, scope, waiting)}
      commands={workspaceCommands(slug, scope)}
      searchUrl={`/w/${slug}/search`}
      notice={scope.deletionDueAt ? <DeletionNotice scope={scope} /> : undefined}
      account={
        <>
          <Link className={menuLinkClass} href="/account">
            Your account
          </Link>
          <Link className={menuLinkClass} href="/workspaces">
            Workspaces
          </Link>
          <SignOutForm className={menuLinkClass} />
        </>
      }
    >
      <ForgetWords which="old" />
      {children}
    </AppShell>
  )
}
