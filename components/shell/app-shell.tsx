import { Keyboard, Search } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { iconButtonClass } from '../ui/icon-button.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { CommandPalette } from './command-palette.tsx'
import type { CommandItem } from './command-search.ts'
import { hereIn } from './current-place.ts'
import { KeyboardShortcuts } from './keyboard-shortcuts.tsx'
import type { NavItem } from './nav-list.tsx'
import { PlaceMarker } from './place-marker.tsx'
import { PopoverCloser } from './popover-closer.tsx'
import { Sidebar } from './sidebar.tsx'
import { menuLinkClass, type Person, type WorkspaceChoice } from './switch-menus.tsx'
import { Mark } from './wordmark.tsx'

export type AppShellProps = {
  workspace: { name: string; slug: string }
  workspaces: WorkspaceChoice[]
  person: Person
  /** What the person is here, in a word people read: "Owner". */
  role: string
  nav: NavItem[]
  /** Where one is as the page is first drawn. */
  pathname: string
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

const SIDEBAR = 'sidebar'

/** The frame of every page in a workspace: a sidebar where there is room, a bar under the thumb where there is not. */
export function AppShell(props: AppShellProps) {
  const {
    workspace,
    workspaces,
    person,
    role,
    nav,
    pathname,
    commands = [],
    searchUrl,
    notice,
    flash,
    children,
  } = props
  const here = hereIn(
    nav.map(({ href }) => href),
    pathname,
  )
  const account = <AccountLinks>{props.account}</AccountLinks>
  return (
    <>
      <Sidebar {...{ workspace, workspaces, person, role, nav, here, account }} id={SIDEBAR} />
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
          <Icon of={Search} />
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

      <BottomBar nav={nav} here={here} drawerId={SIDEBAR} />
      <PlaceMarker />
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
        <Icon of={Keyboard} />
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
