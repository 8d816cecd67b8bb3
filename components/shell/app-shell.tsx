import { Keyboard, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'
import { iconButtonClass } from '../ui/icon-button.tsx'
import { KeyboardHint } from '../ui/keyboard-hint.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { CommandPalette } from './command-palette.tsx'
import type { CommandItem } from './command-search.ts'
import { KeyboardShortcuts } from './keyboard-shortcuts.tsx'
import { NavDrawer } from './nav-drawer.tsx'
import { type NavItem, NavList } from './nav-list.tsx'
import { PopoverCloser } from './popover-closer.tsx'
import {
  AccountMenu,
  menuLinkClass,
  type Person,
  type WorkspaceChoice,
  WorkspaceSwitch,
} from './switch-menus.tsx'
import { Mark, Wordmark } from './wordmark.tsx'

export type AppShellProps = {
  workspace: { name: string; slug: string }
  workspaces: WorkspaceChoice[]
  person: Person
  /** What the person is here, in a word people read: "Owner". */
  role: string
  nav: NavItem[]
  /** Links (with `menuLinkClass`) and the sign-out form, for the account menu. */
  account?: ReactNode
  /** More lines for the command palette, beside the navigation: "New prospect". */
  commands?: CommandItem[]
  /** Asked by the palette with `?q=`; answers with CommandItem[] as JSON. */
  searchUrl?: string
  /** Something that concerns the whole workspace now, such as "No worker is running". */
  notice?: ReactNode
  /** What was just done: a Flash. */
  flash?: ReactNode
  children: ReactNode
}

/** The frame of every page in a workspace: a sidebar where there is room, a bar under the thumb where there is not. */
export function AppShell(props: AppShellProps) {
  const {
    workspace,
    workspaces,
    person,
    role,
    nav,
    commands = [],
    searchUrl,
    notice,
    flash,
    children,
  } = props
  const account = <AccountLinks>{props.account}</AccountLinks>
  return (
    <>
      <header className="fixed inset-y-0 left-0 z-20 hidden w-64 flex-col border-r border-line bg-desk lg:flex print:hidden">
        <div className="flex flex-col gap-1 px-3 pt-5 pb-3">
          <Link
            href={`/w/${workspace.slug}`}
            aria-label={`Rapport, ${workspace.name}`}
            className="mb-3 self-start rounded-md px-3"
          >
            <Wordmark />
          </Link>
          <WorkspaceSwitch workspace={workspace} workspaces={workspaces} />
          <button type="button" data-palette-trigger className={searchClass}>
            <Search aria-hidden className="size-4 shrink-0" />
            <span className="flex-1">Search</span>
            <KeyboardHint keys={['Ctrl', 'K']} />
          </button>
        </div>
        <nav aria-label="Places" className="min-h-0 flex-1 overflow-y-auto px-3 py-2">
          <NavList nav={nav} />
        </nav>
        <div className="border-t border-line p-3">
          <AccountMenu person={person} role={role}>
            {account}
          </AccountMenu>
        </div>
      </header>

      <header className="flex items-center gap-3 border-b border-line bg-desk px-4 py-1.5 lg:hidden print:hidden">
        <Link
          href={`/w/${workspace.slug}`}
          aria-label={`Rapport, ${workspace.name}`}
          className="tap-square flex items-center gap-2.5"
        >
          <Mark className="size-7" />
          <span className="font-serif text-lg font-semibold">{workspace.name}</span>
        </Link>
        <button
          type="button"
          data-palette-trigger
          aria-label="Search"
          className={`${iconButtonClass} noscript:hidden -mr-2 ml-auto`}
        >
          <Search aria-hidden />
        </button>
      </header>

      <div className="lg:pl-64 print:pl-0">
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto max-w-page px-4 pt-6 pb-28 outline-none sm:px-8 lg:pt-10 lg:pb-16"
        >
          {notice ? <div className="mb-6">{notice}</div> : null}
          <div role="status">{flash}</div>
          {children}
        </main>
      </div>

      <BottomBar nav={nav} drawerId="nav-drawer" />
      <NavDrawer id="nav-drawer" workspace={workspace} workspaces={workspaces} person={person} nav={nav}>
        {account}
      </NavDrawer>
      <PopoverCloser />
      <CommandPalette items={[...commands, ...placesOf(nav), ...roomsOf(workspaces)]} searchUrl={searchUrl} />
      <KeyboardShortcuts sections={shortcutsOf(nav)} />
    </>
  )
}

function AccountLinks({ children }: { children: ReactNode }) {
  return (
    <>
      <button type="button" data-shortcuts-trigger className={`${menuLinkClass} noscript:hidden`}>
        <Keyboard aria-hidden />
        Keyboard shortcuts
      </button>
      {children}
    </>
  )
}

function placesOf(nav: NavItem[]): CommandItem[] {
  return nav.map(({ label, href }) => ({ label, href, group: 'Go to' }))
}

function roomsOf(workspaces: WorkspaceChoice[]): CommandItem[] {
  return workspaces.map(({ name, slug, role }) => ({
    label: name,
    href: `/w/${slug}`,
    group: 'Workspaces',
    hint: role,
  }))
}

function shortcutsOf(nav: NavItem[]) {
  return nav.flatMap(({ key, label, href }) => (key ? [{ key, label, href }] : []))
}

const searchClass =
  'noscript:hidden tap flex w-full items-center gap-3 rounded-md border border-line bg-sheet px-3 text-left text-ink-soft ' +
  'transition-colors hover:border-line-strong hover:text-ink'
