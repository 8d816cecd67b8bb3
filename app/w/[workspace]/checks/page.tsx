import { ListChecks } from 'lucide'
import type { Metadata } from 'next'
import { z } from 'zod'
import { CheckRunTable } from '#components/checks/check-run-table.tsx'
import { LookHourLine } from '#components/checks/look-hour-line.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { listCheckRuns } from '#lib/features/mentions/check-run-queries.ts'
import { getLookHour } from '#lib/features/mentions/look-budget.ts'
import { searchText } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Checks' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ChecksPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'checks.read')
  const after = z
    .uuid()
    .nullable()
    .catch(null)
    .parse(searchText((await searchParams).after))
  const [{ runs, next }, hour] = await Promise.all([listCheckRuns(scope, after), getLookHour(scope)])
  const base = `/w/${workspace}/checks`
  const mentions = `/w/${workspace}/mentions`
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Mentions', href: mentions }]}
        title="Checks"
        lead="Every time somebody asked for a look at many mentions at once, and what came of it."
        actions={runs.length > 0 ? <ButtonLink href={mentions}>Choose mentions to check</ButtonLink> : null}
      />
      {runs.length === 0 ? (
        <EmptyState
          icon={ListChecks}
          title={after ? 'No checks before that' : 'No checks yet'}
          actions={
            <ButtonLink href={after ? base : mentions}>
              {after ? 'The newest checks' : 'Go to mentions'}
            </ButtonLink>
          }
        >
          {after
            ? 'The newest ones stand at the beginning of the list.'
            : 'Narrow the list of mentions down to what you want to know about, and press “Check all of these” under it.'}
        </EmptyState>
      ) : (
        <>
          <CheckRunTable runs={runs} base={base} now={scope.now} timeZone={scope.timeZone} />
          <Pagination
            summary={after ? 'Older checks' : next ? 'The newest checks' : 'All checks'}
            previousHref={after ? base : undefined}
            nextHref={next ? `${base}?after=${next}` : undefined}
          />
          <div className="mt-6">
            <LookHourLine hour={hour} timeZone={scope.timeZone} />
          </div>
        </>
      )}
    </>
  )
}
