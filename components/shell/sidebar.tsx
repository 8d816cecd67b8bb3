import { Search, X } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { Still } from '#components/ui/still.tsx'
import { iconButtonClass } from '../ui/icon-button.tsx'
import { KeyboardHint } from '../ui/keyboard-hint.tsx'
import type { Here } from './current-place.ts'
import { type NavItem, NavList } from './nav-list.tsx'
import { AccountMenu, type Person, type WorkspaceChoice, WorkspaceSwitch } from './switch-menus.tsx'
import { Wordmark } from './wordmark.tsx'

type SidebarProps = {
  id: string
  workspace: { name: string; slug: string }
  workspaces: WorkspaceChoice[]
  person: Person
  role: string
  nav: NavItem[]
  here: Here
  account: ReactNode
}

/**
 * The whole navigation: beside the page where there is room, a drawer on a phone. One native popover serves as both
 * (parts.css), so it opens without scripts and is drawn once.
 */
export function Sidebar({ id, workspace, workspaces, person, role, nav, here, account }: SidebarProps) {
  return (
    <header id={id} popover="auto" className="sidebar print:hidden">
      <div className="flex flex-col gap-1 px-3 pt-5 pb-3">
        <div className="mb-3 flex items-center justify-between">
          <Link
            href={`/w/${workspace.slug}`}
            aria-label={`Rapport, ${workspace.name}`}
            className="rounded-md px-3"
          >
            <Wordmark />
          </Link>
          <button
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            aria-label="Close"
            className={`${iconButtonClass} lg:hidden`}
          >
            <Icon of={X} />
          </button>
        </div>
        <WorkspaceSwitch workspace={workspace} workspaces={workspaces} />
        <button type="button" data-palette-trigger className={searchClass}>
          <Icon of={Search} className="size-4 shrink-0" />
          <span className="flex-1">Search</span>
          <KeyboardHint keys={['Ctrl', 'K']} />
        </button>
      </div>
      <Still as="nav" aria-label="Places" className="min-h-0 flex-1 overflow-y-auto px-3 py-2">
        <NavList nav={nav} here={here} />
      </Still>
      <div className="border-t border-line p-3">
        <AccountMenu person={person} role={role}>
          {account}
        </AccountMenu>
      </div>
    </header>
  )
}

const searchClass =
  'noscript:hidden tap flex w-full items-center gap-3 rounded-md border border-line bg-sheet px-3 text-left text-ink-soft ' +
  'transition-colors hover:border-line-strong hover:text-ink max-lg:hidden'
