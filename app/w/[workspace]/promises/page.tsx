import { Handshake, Plus } from 'lucide'
import type { Metadata } from 'next'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { PromiseList } from '#components/ledger/promise-list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch, FilterSelect } from '#components/ui/filter-bar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import {
  PROMISE_SIDE_LABELS,
  PROMISE_SIDES,
  PROMISE_STATE_LABELS,
  PROMISE_STATES,
} from '#lib/domain/promises.ts'
import { can } from '#lib/domain/roles.ts'
import { promiseListHref, readPromiseList } from '#lib/features/ledger/promise-list.ts'
import { listPromises } from '#lib/features/ledger/promise-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Promises' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PromisesPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const list = readPromiseList(await searchParams)
  const { rows, before, after } = await listPromises(scope, list)
  const home = `/w/${workspace}`
  const base = `${home}/promises`
  const { state, whose, q } = list
  const mayWrite = can(scope.role, 'promises.write')
  const isNarrowed = q !== '' || whose !== ''
  const add = mayWrite ? (
    <ButtonLink href={`${base}/new`} data-new-link>
      <Icon of={Plus} />
      Note a promise
    </ButtonLink>
  ) : null

  return (
    <>
      <PageHeader
        title="Promises"
        lead="What you owe people and they owe you. While one of yours is overdue, nothing new is asked of them."
        actions={
          <>
            {can(scope.role, 'exports.run') ? (
              <ExportMenu
                noun="promises"
                files={[
                  { label: 'CSV', href: promiseListHref(`${base}/export.csv`, { whose, q }) },
                  { label: 'JSON', href: promiseListHref(`${base}/export.json`, { whose, q }) },
                ]}
              />
            ) : null}
            {add}
          </>
        }
      />
      <NavTabs
        label="How they stand"
        current={promiseListHref(base, { state })}
        tabs={PROMISE_STATES.map((each) => ({
          label: PROMISE_STATE_LABELS[each],
          href: promiseListHref(base, { state: each }),
        }))}
      />
      <FilterBar
        action={base}
        label="Find promises"
        clearHref={promiseListHref(base, { state })}
        chips={[
          ...(q ? [{ label: `“${q}”`, href: promiseListHref(base, { state, whose }) }] : []),
          ...(whose
            ? [{ label: PROMISE_SIDE_LABELS[whose].label, href: promiseListHref(base, { state, q }) }]
            : []),
        ]}
      >
        <FilterSearch label="Words of it" defaultValue={q} />
        <FilterSelect
          key={`${whose}-${state}`}
          name="whose"
          label="Whose"
          choices={PROMISE_SIDES.map((value) => ({ value, label: PROMISE_SIDE_LABELS[value].label }))}
          defaultValue={whose}
        />
        {state === 'open' ? null : <input type="hidden" name="state" value={state} />}
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState
          icon={Handshake}
          title={isNarrowed ? 'No promise like that' : `No ${EMPTY[state]} promises`}
          actions={
            isNarrowed ? <ButtonLink href={promiseListHref(base, { state })}>All of these</ButtonLink> : add
          }
        >
          A promise is something one of you will do for the other, by a day. Note it where it was made: on the
          outlet’s page, or beside a message.
        </EmptyState>
      ) : (
        <>
          <div className="rounded-lg border border-line bg-sheet">
            <PromiseList
              {...{ workspace, mayWrite }}
              promises={rows}
              now={scope.now}
              timeZone={scope.timeZone}
              showOutlet
            />
          </div>
          {before || after ? (
            <Pagination
              summary={`${rows.length} promises on this page`}
              previousHref={before ? promiseListHref(base, { state, whose, q, before }) : undefined}
              nextHref={after ? promiseListHref(base, { state, whose, q, after }) : undefined}
            />
          ) : null}
        </>
      )}
    </>
  )
}

const EMPTY = { open: 'open', kept: 'kept', released: 'let go' } as const
