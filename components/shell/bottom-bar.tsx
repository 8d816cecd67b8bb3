import { Menu } from 'lucide'
import { Icon } from '#components/ui/icon.tsx'
import { Still } from '#components/ui/still.tsx'
import type { Here } from './current-place.ts'
import { navIcons } from './nav-icons.tsx'
import { type NavItem, PlaceLink } from './nav-list.tsx'

const PLACES = 4

type BottomBarProps = { nav: NavItem[]; here: Here; drawerId: string }

/** The phone's navigation, where the thumb is; "More" opens the drawer, with or without scripts. */
export function BottomBar({ nav, here, drawerId }: BottomBarProps) {
  const chosen = nav.filter((item) => item.onPhone)
  const shown = (chosen.length > 0 ? chosen : nav).slice(0, PLACES)
  return (
    <Still
      as="nav"
      aria-label="Main places"
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-desk pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul className="mx-auto flex max-w-xl">
        {shown.map(({ href, label, icon }) => {
          const picture = navIcons[icon]
          return (
            <li key={href} className="min-w-0 flex-1">
              <PlaceLink href={href} here={here} className={placeClass}>
                <Icon of={picture} className="size-5" strokeWidth={1.75} />
                <span className="max-w-full truncate">{label}</span>
              </PlaceLink>
            </li>
          )
        })}
        <li className="min-w-0 flex-1">
          <button type="button" popoverTarget={drawerId} className={placeClass}>
            <Icon of={Menu} className="size-5" strokeWidth={1.75} />
            More
          </button>
        </li>
      </ul>
    </Still>
  )
}

const placeClass =
  'flex min-h-14 w-full flex-col items-center justify-center gap-0.5 px-1 text-sm text-ink-soft ' +
  'focus-visible:-outline-offset-2 aria-[current]:font-semibold aria-[current]:text-accent'
