import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import type { Here } from './current-place.ts'
import { type NavIconKey, navIcons } from './nav-icons.tsx'

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

/** The whole navigation, by section; the place that fits the page best is marked. */
export function NavList({ nav, here }: { nav: NavItem[]; here: Here }) {
  const sections = Map.groupBy(nav, (item) => item.section)
  return (
    <ul className="flex flex-col gap-5">
      {[...sections].map(([section, items]) => (
        <li key={section}>
          {section ? <p className="px-3 pb-1 text-sm text-ink-soft">{section}</p> : null}
          <ul className="flex flex-col gap-0.5">
            {items.map((item) => (
              <li key={item.href}>
                <PlaceLink href={item.href} here={here} className={linkClass}>
                  <Icon
                    of={navIcons[item.icon]}
                    className="size-4.5 shrink-0 group-aria-[current]:text-accent"
                    strokeWidth={1.75}
                  />
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.count ? (
                    <span className="text-sm font-normal text-ink-soft">{item.count}</span>
                  ) : null}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

type PlaceLinkProps = {
  href: string
  here: Here
  className: string
  children: ReactNode
}

/** A link of the navigation. PlaceMarker moves its mark when the page changes in place. */
export function PlaceLink({ href, here, className, children }: PlaceLinkProps) {
  const mark = here?.place === href ? { 'aria-current': here.word } : undefined
  return (
    <Link href={href} data-place="" {...mark} className={className}>
      {children}
    </Link>
  )
}

// The place one is in lies on the desk like a sheet of paper.
const linkClass =
  'group flex min-h-9 items-center gap-3 rounded-md border border-transparent px-3 text-ink-soft transition-colors ' +
  'hover:bg-hover hover:text-ink max-lg:min-h-11 pointer-coarse:min-h-11 ' +
  'aria-[current]:border-line aria-[current]:bg-sheet aria-[current]:font-semibold aria-[current]:text-ink'
