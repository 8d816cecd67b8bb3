import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { iconButtonClass } from '../ui/icon-button.tsx'
import { type NavItem, NavList } from './nav-list.tsx'
import { Initials, type Person, type WorkspaceChoice, WorkspaceList } from './switch-menus.tsx'

type NavDrawerProps = {
  id: string
  workspace: { name: string; slug: string }
  workspaces: WorkspaceChoice[]
  person: Person
  nav: NavItem[]
  children: ReactNode
}

/** Everything the sidebar holds, for the phone. A native popover: it opens and closes without scripts. */
export function NavDrawer({ id, workspace, workspaces, person, nav, children }: NavDrawerProps) {
  return (
    <aside id={id} popover="auto" aria-label="Menu" className="drawer">
      <div className="flex items-center justify-between border-b border-line py-2 pr-2 pl-5">
        <p className="font-serif text-lg font-semibold">{workspace.name}</p>
        <button
          type="button"
          popoverTarget={id}
          popoverTargetAction="hide"
          aria-label="Close"
          className={iconButtonClass}
        >
          <X aria-hidden />
        </button>
      </div>
      <nav aria-label="All places" className="px-2 py-4">
        <NavList nav={nav} />
      </nav>
      {workspaces.length > 1 ? (
        <nav aria-label="Other workspaces" className="border-t border-line px-2 py-4">
          <p className="px-3 pb-1 text-sm text-ink-soft">Workspaces</p>
          <WorkspaceList workspace={workspace} workspaces={workspaces} />
        </nav>
      ) : null}
      <div className="border-t border-line px-2 py-4">
        <div className="flex items-center gap-2.5 px-3 pb-2">
          <Initials name={person.name} />
          <div className="min-w-0">
            <p className="truncate font-medium">{person.name}</p>
            <p className="truncate text-sm text-ink-soft">{person.email}</p>
          </div>
        </div>
        {children}
      </div>
    </aside>
  )
}
