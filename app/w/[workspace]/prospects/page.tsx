import { Binoculars, Plus, SearchX } from 'lucide-react'
import type { Metadata } from 'next'
import { ProspectTable } from '#components/prospects/prospect-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch, FilterSelect } from '#components/ui/filter-bar.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { PROSPECT_KIND_TABLE, PROSPECT_KINDS } from '#lib/domain/prospect-kinds.ts'
import { PROSPECT_STAGE_TABLE, PROSPECT_STAGES } from '#lib/domain/prospect-stage.ts'
import { can } from '#lib/domain/roles.ts'
import {
  PROSPECTS_PER_PAGE,
  type ProspectList,
  prospectListHref,
  readProspectList,
} from '#lib/features/prospects/prospect-list.ts'
import { listPossibleOwners, listProspects } from '#lib/features/prospects/prospect-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Prospects' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ProspectsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const list = readProspectList(await searchParams)
  const [{ prospects, total, page, pages }, owners] = await Promise.all([
    listProspects(scope, list),
    listPossibleOwners(scope),
  ])
  const base = `/w/${workspace}/prospects`
  const chips = chipsOf(base, list, owners)
  const mayWrite = can(scope.role, 'prospects.write')
  const isFirst = total === 0 && chips.length === 0
  const addLink = (
    <ButtonLink href={`${base}/new`} tone="primary" data-new-link>
      <Plus aria-hidden />
      Add a prospect
    </ButtonLink>
  )

  return (
    <>
      <PageHeader
        title="Prospects"
        lead="Outlets whose readers would care. Read their work before you write to them."
        actions={
          <>
            <ButtonLink href={`${base}/stopped`} tone="quiet">
              Never write to
            </ButtonLink>
            {mayWrite && !isFirst ? addLink : null}
          </>
        }
      />
      {isFirst ? (
        <EmptyState icon={Binoculars} title="No prospects yet" actions={mayWrite ? addLink : null}>
          A prospect is an outlet whose readers would care: a blog, a journalist, a podcast, a directory, a
          roundup. Start with one you already read.
        </EmptyState>
      ) : (
        <>
          <FilterBar action={base} label="Find prospects" chips={chips} clearHref={base}>
            <FilterSearch key={`q${list.q}`} label="Name, address or person" defaultValue={list.q} />
            <FilterSelect
              key={`kind${list.kind}`}
              name="kind"
              label="Kind"
              choices={PROSPECT_KINDS.map((kind) => ({
                value: kind,
                label: PROSPECT_KIND_TABLE[kind].label,
              }))}
              defaultValue={list.kind}
            />
            <FilterSelect
              key={`stage${list.stage}`}
              name="stage"
              label="Stage"
              choices={PROSPECT_STAGES.map((stage) => ({
                value: stage,
                label: PROSPECT_STAGE_TABLE[stage].label,
              }))}
              defaultValue={list.stage}
            />
            <FilterSelect
              key={`owner${list.owner}`}
              name="owner"
              label="Looked after by"
              choices={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
              defaultValue={list.owner}
            />
            {list.sort === '-added' ? null : <input type="hidden" name="sort" value={list.sort} />}
          </FilterBar>
          {total === 0 ? (
            <EmptyState
              icon={SearchX}
              title="Nothing fits that"
              actions={
                <>
                  <ButtonLink href={base}>Show all prospects</ButtonLink>
                  {mayWrite ? (
                    <ButtonLink
                      href={list.q ? `${base}/new?address=${encodeURIComponent(list.q)}` : `${base}/new`}
                      tone="primary"
                    >
                      Add a prospect
                    </ButtonLink>
                  ) : null}
                </>
              }
            >
              Take a filter away, or add the outlet you were looking for.
            </EmptyState>
          ) : (
            <>
              {list.stage ? (
                <p className="mb-3 text-ink-soft">{PROSPECT_STAGE_TABLE[list.stage].meaning}</p>
              ) : null}
              <ProspectTable
                prospects={prospects}
                list={list}
                base={base}
                now={scope.now}
                timeZone={scope.timeZone}
              />
              <Pagination
                summary={summaryOf(page, prospects.length, total)}
                previousHref={page > 1 ? prospectListHref(base, list, { page: page - 1 }) : undefined}
                nextHref={page < pages ? prospectListHref(base, list, { page: page + 1 }) : undefined}
              />
            </>
          )}
        </>
      )}
    </>
  )
}

function chipsOf(base: string, list: ProspectList, owners: { id: string; name: string }[]) {
  const without = (change: Partial<ProspectList>) => prospectListHref(base, list, change)
  const chips: { label: string; href: string }[] = []
  if (list.q) chips.push({ label: `“${list.q}”`, href: without({ q: '' }) })
  if (list.kind) chips.push({ label: PROSPECT_KIND_TABLE[list.kind].label, href: without({ kind: '' }) })
  if (list.stage) chips.push({ label: PROSPECT_STAGE_TABLE[list.stage].label, href: without({ stage: '' }) })
  if (list.owner) {
    const owner = owners.find((member) => member.id === list.owner)
    chips.push({
      label: owner ? `Looked after by ${owner.name}` : 'Somebody who has left',
      href: without({ owner: '' }),
    })
  }
  return chips
}

function summaryOf(page: number, shown: number, total: number): string {
  const number = new Intl.NumberFormat('en-GB')
  const noun = total === 1 ? 'prospect' : 'prospects'
  if (total <= PROSPECTS_PER_PAGE) return `${number.format(total)} ${noun}`
  const first = (page - 1) * PROSPECTS_PER_PAGE + 1
  return `${number.format(first)} to ${number.format(first + shown - 1)} of ${number.format(total)} ${noun}`
}
