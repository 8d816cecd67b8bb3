import { Merge } from 'lucide'
import type { Metadata } from 'next'
import { PartForm } from '#components/duplicates/merged-here.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { can } from '#lib/domain/roles.ts'
import { listMerges } from '#lib/features/duplicates/merge-list-queries.ts'
import { mergeListSchema } from '#lib/features/duplicates/merge-schema.ts'
import { searchText } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Merged' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function MergedPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const query = await searchParams
  const { merges, before, after } = await listMerges(scope, mergeListSchema.parse(query))
  const home = `/w/${workspace}`
  const base = `${home}/duplicates`
  const mayWrite = can(scope.role, 'prospects.write')
  const time = { now: scope.now, timeZone: scope.timeZone }
  const parted = merges.find((merge) => merge.undoneAt && merge.id === searchText(query.parted))
  return (
    <>
      <PageHeader
        title="Merged"
        lead="What became one, by whom, and the way back. There is no last day for it."
        crumbs={[{ label: 'Duplicates', href: base }]}
      />
      <NavTabs
        label="Duplicates"
        current={`${base}/merged`}
        tabs={[
          { label: 'To decide', href: base },
          { label: 'Merged', href: `${base}/merged` },
        ]}
      />
      <div className="mt-6 flex flex-col gap-6">
        {parted ? (
          <Notice tone="good" title={`${parted.goneName} and ${parted.keptName} are two again.`}>
            {parted.words.length === 0 ? 'Both are as they were.' : parted.words.join(' ')}
          </Notice>
        ) : null}
        {merges.length === 0 ? (
          <EmptyState icon={Merge} title="Nothing merged yet">
            When two turn out to be one, merge them. It stands here, and can be undone.
          </EmptyState>
        ) : (
          <div>
            <Table
              caption="Merges"
              head={
                <>
                  <Th>Kept</Th>
                  <Th>Merged into it</Th>
                  <Th>When</Th>
                  <Th>Since then</Th>
                </>
              }
            >
              {merges.map((merge) => (
                <Tr key={merge.id} quiet={merge.undoneAt !== null}>
                  <Td raised>
                    <Link
                      href={`${home}/${merge.kind}s/${merge.keptId}`}
                      data-row-link
                      className="ink-link font-semibold wrap-anywhere"
                    >
                      <bdi>{merge.keptName}</bdi>
                    </Link>{' '}
                    <Badge>{merge.kind === 'prospect' ? 'Prospect' : 'Contact'}</Badge>
                  </Td>
                  <Td label="Merged into it" raised>
                    {merge.undoneAt ? (
                      <Link
                        href={`${home}/${merge.kind}s/${merge.goneId}`}
                        className="ink-link wrap-anywhere"
                      >
                        <bdi>{merge.goneName}</bdi>
                      </Link>
                    ) : (
                      <bdi className="wrap-anywhere">{merge.goneName}</bdi>
                    )}
                  </Td>
                  <Td label="When">
                    <RelativeTime then={merge.at} {...time} />
                    <span className="text-sm text-ink-soft"> by {merge.by.name}</span>
                  </Td>
                  <Td label="Since then" raised>
                    {merge.undoneAt ? (
                      <>
                        Parted again <RelativeTime then={merge.undoneAt} {...time} />
                        {merge.undoneBy ? ` by ${merge.undoneBy.name}` : ''}.
                        {merge.words.map((words) => (
                          <p key={words} className="text-sm text-ink-soft wrap-anywhere">
                            {words}
                          </p>
                        ))}
                      </>
                    ) : mayWrite ? (
                      <PartForm workspace={workspace} merge={merge} />
                    ) : (
                      'One'
                    )}
                  </Td>
                </Tr>
              ))}
            </Table>
            <Pagination
              summary={merges.length === 1 ? '1 merge' : `${merges.length} merges`}
              previousHref={before ? `${base}/merged?before=${before}` : undefined}
              nextHref={after ? `${base}/merged?after=${after}` : undefined}
            />
          </div>
        )}
      </div>
    </>
  )
}
