import { type NavIconKey, navIcons } from './nav-icons.tsx'
import { PlaceLink } from './place-link.tsx'

export type NavItem = {
  label: string
  href: string
  icon: NavIconKey
  /** The heading it stands under in the sidebar. Items of one section stand together. */
  section: string
  /** How many wait there; nothing is shown for none. */
  count?: number
  /** The letter that leads here after `g`. */
  key?: string
  /** Stands in the bottom bar of a phone; the first four that say so. Without any, the first four items. */
  onPhone?: boolean
}

/** The whole navigation, by section. */
export function NavList({ nav }: { nav: NavItem[] }) {
  const sections = Map.groupBy(nav, (item) => item.section)
  const places = nav.map((item) => item.href)
  return (
    <ul className="flex flex-col gap-5">
      {[...sections].map(([section, items]) => (
        <li key={section}>
          {section ? <p className="px-3 pb-1 text-sm text-ink-soft">{section}</p> : null}
          <ul className="flex flex-col gap-0.5">
            {items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} places={places} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function NavLink({ item, places }: { item: NavItem; places: string[] }) {
  const Icon = navIcons[item.icon]
  return (
    <PlaceLink href={item.href} places={places} className={linkClass}>
      <Icon aria-hidden className="size-4.5 shrink-0 group-aria-[current]:text-accent" strokeWidth={1.75} />
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.count ? <span className="text-sm font-normal text-ink-soft">{item.count}</span> : null}
    </PlaceLink>
  )
}

// The place one is in lies on the desk like a sheet of paper.
const linkClass =
  'group flex min-h-9 items-center gap-3 rounded-md border border-transparent px-3 text-ink-soft transition-colors ' +
  'hover:bg-hover hover:text-ink max-lg:min-h-11 pointer-coarse:min-h-11 ' +
  'aria-[current]:border-line aria-[current]:bg-sheet aria-[current]:font-semibold aria-[current]:text-ink'
