import { Check, ChevronsUpDown } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'

export type WorkspaceChoice = { name: string; slug: string; role: string }
export type Person = { name: string; email: string }

type WorkspaceSwitchProps = { workspace: { name: string; slug: string }; workspaces: WorkspaceChoice[] }

/** The workspace one is in, and the way into the others. A native popover: it opens without scripts. */
export function WorkspaceSwitch({ workspace, workspaces }: WorkspaceSwitchProps) {
  return (
    <>
      <button type="button" popoverTarget="workspace-menu" className={triggerClass}>
        <span className="sr-only">Workspace: </span>
        <span className="min-w-0 flex-1 truncate font-semibold">{workspace.name}</span>
        <Icon of={ChevronsUpDown} className="size-4 shrink-0 text-ink-soft" />
      </button>
      <nav
        id="workspace-menu"
        popover="auto"
        aria-label="Workspaces"
        className="float-panel top-28 left-3 w-58 p-1 max-lg:right-3 max-lg:left-auto"
      >
        <WorkspaceList workspace={workspace} workspaces={workspaces} />
      </nav>
    </>
  )
}

/** The workspaces as links, the current one ticked. */
function WorkspaceList({ workspace, workspaces }: WorkspaceSwitchProps) {
  return (
    <ul className="flex flex-col">
      {workspaces.map(({ name, slug, role }) => (
        <li key={slug}>
          <Link
            href={`/w/${slug}`}
            aria-current={slug === workspace.slug ? 'true' : undefined}
            className={menuLinkClass}
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name}</span>
              <span className="block text-sm text-ink-soft">{role}</span>
            </span>
            {slug === workspace.slug ? <Icon of={Check} className="size-4 shrink-0 text-accent" /> : null}
          </Link>
        </li>
      ))}
    </ul>
  )
}

type AccountMenuProps = { person: Person; role: string; children: ReactNode }

/** Who one is here; `children` are the account's links and the sign-out form. */
export function AccountMenu({ person, role, children }: AccountMenuProps) {
  return (
    <>
      <button type="button" popoverTarget="account-menu" className={triggerClass}>
        <Initials name={person.name} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{person.name}</span>
          <span className="block truncate text-sm text-ink-soft">{role}</span>
        </span>
        <Icon of={ChevronsUpDown} className="size-4 shrink-0 text-ink-soft" />
      </button>
      <div
        id="account-menu"
        popover="auto"
        className="float-panel bottom-18 left-3 w-58 p-1 max-lg:right-3 max-lg:left-auto"
      >
        <p className="truncate px-3 py-2 text-sm text-ink-soft">{person.email}</p>
        {children}
      </div>
    </>
  )
}

/** The first letters of a name, in a circle. */
function Initials({ name }: { name: string }) {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
  return (
    <span
      aria-hidden
      className="flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-wash text-sm font-semibold text-accent"
    >
      {letters.toUpperCase()}
    </span>
  )
}

const triggerClass =
  'tap flex w-full items-center gap-2.5 rounded-md border border-transparent px-3 py-1 text-left transition-colors ' +
  'hover:bg-hover'

/** The classes of a line in the shell's menus; use them for what is handed to `account`. */
export const menuLinkClass =
  'tap flex w-full items-center gap-3 rounded-md px-3 py-1 text-left text-ink transition-colors hover:bg-hover ' +
  '[&>svg]:size-4 [&>svg]:shrink-0'
