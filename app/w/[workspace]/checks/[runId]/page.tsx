import { Binoculars } from 'lucide'
import type { Metadata } from 'next'
import { CheckResultTable } from '#components/checks/check-result-table.tsx'
import { CheckRunProgress } from '#components/checks/check-run-progress.tsx'
import { LookHourLine } from '#components/checks/look-hour-line.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { can } from '#lib/domain/roles.ts'
import { stopCheckRunAction } from '#lib/features/mentions/check-run-actions.ts'
import {
  type CheckRunView,
  checkRunListHref,
  readCheckRunList,
} from '#lib/features/mentions/check-run-list.ts'
import {
  type CheckRunStanding,
  getCheckRun,
  listCheckRunResults,
} from '#lib/features/mentions/check-run-queries.ts'
import { getLookHour } from '#lib/features/mentions/look-budget.ts'
import { OUTCOME_GROUP_LABELS, OUTCOME_GROUPS } from '#lib/features/mentions/outcome-groups.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Check' }

type Props = {
  params: Promise<{ workspace: string; runId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CheckRunPage({ params, searchParams }: Props) {
  const { workspace, runId } = await params
  const scope = await requireWorkspace(workspace, 'checks.read')
  const run = await found(getCheckRun(scope, pageId(runId)))
  const list = readCheckRunList(await searchParams)
  const [{ results, next }, hour] = await Promise.all([
    listCheckRunResults(scope, run.id, list),
    getLookHour(scope),
  ])
  const { now, timeZone } = scope
  const home = `/w/${workspace}`
  const path = `${home}/checks/${run.id}`
  const isRunning = run.state === 'running' && run.counts.waiting > 0
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Mentions', href: `${home}/mentions` },
          { label: 'Checks', href: `${home}/checks` },
        ]}
        title={<bdi className="wrap-anywhere">{run.words}</bdi>}
        facts={
          <span>
            Asked for by <bdi>{run.askedBy.name}</bdi>,{' '}
            <RelativeTime then={run.at} now={now} timeZone={timeZone} />
          </span>
        }
        actions={
          isRunning && can(scope.role, 'mentions.write') ? (
            <ActionForm
              action={stopCheckRunAction}
              hidden={{ workspace, runId: run.id }}
              label="Stop this check"
            >
              <ConfirmSubmit
                title="Stop this check?"
                lead="What was looked at stays. The rest is left out, and can be asked for again."
                confirmLabel="Stop it"
                tone="secondary"
              >
                Stop
              </ConfirmSubmit>
            </ActionForm>
          ) : null
        }
      />
      <CheckRunProgress run={run} hour={hour} path={path} now={now} timeZone={timeZone} />
      {run.counts.done > 0 ? (
        <NavTabs
          label="What was seen"
          current={checkRunListHref(path, { show: list.show })}
          tabs={tabsOf(run, path)}
        />
      ) : null}
      {results.length > 0 ? (
        <>
          <CheckResultTable results={results} mentions={`${home}/mentions`} now={now} timeZone={timeZone} />
          <Pagination
            summary={list.after ? 'Further results' : next ? 'Changes first, then the newest' : 'All results'}
            previousHref={list.after ? checkRunListHref(path, { show: list.show }) : undefined}
            nextHref={next ? checkRunListHref(path, { show: list.show, after: next }) : undefined}
          />
        </>
      ) : (
        <NoResults run={run} isRunning={isRunning} path={path} />
      )}
      {isRunning ? (
        <div className="mt-6">
          <LookHourLine hour={hour} timeZone={timeZone} />
        </div>
      ) : null}
    </>
  )
}

function NoResults({ run, isRunning, path }: { run: CheckRunStanding; isRunning: boolean; path: string }) {
  if (run.counts.done > 0) {
    return (
      <EmptyState
        icon={Binoculars}
        title="Nothing of that kind"
        actions={<ButtonLink href={path}>Show all results</ButtonLink>}
      >
        No look of this check came to that.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={Binoculars} title={isRunning ? 'No results yet' : 'No page was looked at'}>
      {isRunning
        ? 'What is seen arrives here by itself, changes first.'
        : 'The check was stopped, or its mentions went to the trash, before the first look.'}
    </EmptyState>
  )
}

function tabsOf({ counts, changed, came }: CheckRunStanding, path: string) {
  const views: { show: CheckRunView; label: string; count: number }[] = [
    { show: 'changed', label: 'Changed', count: changed },
    ...OUTCOME_GROUPS.filter((group) => came[group] > 0).map((group) => ({
      show: group,
      label: OUTCOME_GROUP_LABELS[group],
      count: came[group],
    })),
  ]
  return [
    { label: 'All', href: path, count: counts.done },
    ...views.map(({ show, label, count }) => ({ label, href: checkRunListHref(path, { show }), count })),
  ]
}
