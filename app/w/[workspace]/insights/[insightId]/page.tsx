import { ExternalLink, Pencil } from 'lucide'
import type { Metadata } from 'next'
import { Day } from '#components/contributions/day-of-work.tsx'
import { CitationList } from '#components/insights/citation-list.tsx'
import { MentionsToTie } from '#components/insights/mentions-to-tie.tsx'
import { MoveToTrash } from '#components/trash/move-to-trash.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { dayText } from '#lib/domain/calendar-day.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { can } from '#lib/domain/roles.ts'
import { getInsight, listCitations, listMentionsToTie } from '#lib/features/insights/insight-queries.ts'
import { found, pageId, searchText } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = {
  params: Promise<{ workspace: string; insightId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function insightOf(params: Props['params']) {
  const { workspace, insightId } = await params
  const scope = await requireWorkspace(workspace, 'insights.read')
  return { workspace, scope, insight: await found(getInsight(scope, pageId(insightId))) }
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: (await insightOf(params)).insight.title }
}

export default async function InsightPage({ params, searchParams }: Props) {
  const { workspace, scope, insight } = await insightOf(params)
  const asked = await searchParams
  const words = searchText(asked.q)
  const mayWrite = can(scope.role, 'insights.write')
  const place = { after: searchText(asked.after, 4_000), before: searchText(asked.before, 4_000) }
  const [cited, toTie] = await Promise.all([
    listCitations(scope, insight.id, place),
    mayWrite ? listMentionsToTie(scope, { insightId: insight.id, siteId: insight.siteId, words }) : [],
  ])
  const home = `/w/${workspace}`
  const base = `${home}/insights/${insight.id}`
  const published = dayText(insight.publishedOn)
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Insights', href: `${home}/insights` }]}
        title={<bdi className="wrap-anywhere">{insight.title}</bdi>}
        facts={
          <>
            <a
              href={insight.url}
              rel="noreferrer"
              target="_blank"
              className="ink-link inline-flex items-center gap-1 wrap-anywhere"
            >
              {readableAddress(insight.url)}
              <Icon of={ExternalLink} className="size-3.5 shrink-0" />
              <span className="sr-only"> (opens in a new tab)</span>
            </a>
            <Link href={`${home}/sites/${insight.site.id}`} className="ink-link">
              <bdi>{insight.site.name}</bdi>
            </Link>
            {published ? (
              <span>
                published <Day date={published} />
              </span>
            ) : null}
          </>
        }
        actions={
          mayWrite ? (
            <ButtonLink href={`${base}/edit`}>
              <Icon of={Pencil} />
              Change
            </ButtonLink>
          ) : null
        }
      />
      <div className="flex flex-col gap-6">
        <Panel title="What is new in it">
          <WrittenText>{insight.whatsNew}</WrittenText>
          {insight.citedAs.length > 0 ? (
            <p className="mt-3 text-sm text-ink-soft">
              Also looked for: <bdi>{insight.citedAs.join(', ')}</bdi>
            </p>
          ) : null}
        </Panel>
        <CitationList {...{ ...cited, home, base, workspace, mayWrite, insightId: insight.id }} />
        {mayWrite ? (
          <MentionsToTie {...{ home, base, workspace, words, mentions: toTie, insightId: insight.id }} />
        ) : null}
      </div>
      {mayWrite ? (
        <div className="mt-8 flex flex-col items-start border-t border-line pt-4">
          <MoveToTrash
            workspace={workspace}
            kind="insight"
            itemId={insight.id}
            what="this insight"
            withIt="The mentions that cite it stay."
          />
        </div>
      ) : null}
    </>
  )
}
