import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SETTINGS_GROUPS, type SettingsPlace } from '#lib/domain/settings-places.ts'

type PlaceListProps = { home: string; places: readonly SettingsPlace[]; isSearch: boolean }

/** Places of the settings with one line each: by group, or, where somebody looks for one, the best first. */
export function PlaceList({ home, places, isSearch }: PlaceListProps) {
  if (isSearch)
    return (
      <Panel flush>
        <Rows {...{ home, places }} />
      </Panel>
    )
  return (
    <div className="gap-6 lg:columns-2">
      {SETTINGS_GROUPS.map((group) => {
        const here = places.filter((place) => place.group === group)
        if (here.length === 0) return null
        return (
          <div key={group} className="mb-6 break-inside-avoid">
            <Panel title={group} flush>
              <Rows home={home} places={here} />
            </Panel>
          </div>
        )
      })}
    </div>
  )
}

function Rows({ home, places }: Omit<PlaceListProps, 'isSearch'>) {
  return (
    <ul className="divide-y divide-line">
      {places.map(({ path, label, about, isOutside }) => (
        <li key={path} className="relative px-4 py-3 hover:bg-hover sm:px-6">
          <Link
            href={isOutside ? path : home + path}
            className="font-semibold text-accent after:absolute after:inset-0 hover:underline"
          >
            {label}
          </Link>
          <p className="max-w-measure text-sm text-ink-soft">{about}</p>
        </li>
      ))}
    </ul>
  )
}
