import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'

/** What one is told by mail is said in each workspace: the ways there. */
export function NotificationPlaces({ places }: { places: readonly { slug: string; name: string }[] }) {
  if (places.length === 0) return null
  return (
    <Panel title="Notifications" lead="What you are told by mail, and when, is chosen in each workspace.">
      <ul className="flex flex-col gap-2">
        {places.map(({ slug, name }) => (
          <li key={slug}>
            <Link href={`/w/${slug}/settings/notifications`} className="ink-link wrap-anywhere">
              Notifications of {name}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
