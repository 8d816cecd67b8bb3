import { Link } from '#components/ui/link.tsx'

export type NavTab = { label: string; href: string; count?: number | string }

/** Tabs that are links: each has its own address. */
export function NavTabs({ label, tabs, current }: { label: string; tabs: NavTab[]; current: string }) {
  return (
    <nav aria-label={label} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.href === current ? 'page' : undefined}
              className={tabClass}
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span className="text-sm font-normal text-ink-soft">{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const tabClass =
  'tap inline-flex items-center gap-2 border-b-2 border-transparent px-3 font-medium whitespace-nowrap text-ink-soft ' +
  'transition-colors hover:text-ink focus-visible:-outline-offset-2 ' +
  'aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink'
