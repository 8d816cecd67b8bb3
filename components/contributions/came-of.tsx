import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { listWorkOfMention } from '#lib/features/contributions/contribution-list-queries.ts'
import { listInsightsCitedBy } from '#lib/features/insights/insight-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WorkKindBadge } from './work-badges.tsx'

/** Beside a mention: the work it came of, and the insights it cites. Nothing where there is neither. */
export async function CameOf({ scope, mentionId }: { scope: WorkspaceScope; mentionId: string }) {
  const [works, insights] = await Promise.all([
    listWorkOfMention(scope, mentionId),
    listInsightsCitedBy(scope, mentionId),
  ])
  if (works.length + insights.length === 0) return null
  const home = `/w/${scope.workspaceSlug}`
  return (
    <Panel title={works.length > 0 ? 'It came of your work' : 'It cites you'}>
      <ul className="flex flex-col gap-2">
        {works.map(({ id, title, kind }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Link href={`${home}/contributions/${id}`} className="ink-link wrap-anywhere">
              <bdi>{title}</bdi>
            </Link>
            <WorkKindBadge kind={kind} />
          </li>
        ))}
        {insights.map(({ id, title }) => (
          <li key={id}>
            {works.length > 0 ? <span className="text-sm text-ink-soft">cites </span> : null}
            <Link href={`${home}/insights/${id}`} className="ink-link wrap-anywhere">
              <bdi>{title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
