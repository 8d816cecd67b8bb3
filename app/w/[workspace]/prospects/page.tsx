import { Binoculars, Plus } from 'lucide'
import type { Metadata } from 'next'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { ManyChanged } from '#components/prospects/many-changed.tsx'
import { ManyProspectsForm } from '#components/prospects/many-prospects-form.tsx'
import { NothingFits, ProspectsByStage, SearchCut } from '#components/prospects/prospect-answers.tsx'
import { ProspectFilters } from '#components/prospects/prospect-filters.tsx'
import { ColumnChoice, ListTools } from '#components/prospects/prospect-list-tools.tsx'
import { ProspectTable } from '#components/prospects/prospect-table.tsx'
import { KeepView, ViewTabs } from '#components/prospects/prospect-views.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import { PROSPECT_STAGE_TABLE } from '#lib/domain/prospect-stage.ts'
import { can } from '#lib/domain/roles.ts'
import { exportLinksOf } from '#lib/features/exports/export-links.ts'
import { searchText } from '#lib/features/page-params.ts'
import { countProspects } from '#lib/features/prospects/many-prospects-queries.ts'
import { listProspectChoices } from '#lib/features/prospects/prospect-choices-queries.ts'
import {
  isNarrowed,
  prospectListHref,
  prospectListQuery,
  readProspectList,
} from '#lib/features/prospects/prospect-list.ts'
import { listProspects, listProspectsByStage } from '#lib/features/prospects/prospect-page-queries.ts'
import { listSavedViews } from '#lib/features/prospects/saved-view-queries.ts'
import { findManyChange } from '#lib/features/trash/many-changes.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Prospects' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ProspectsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const query = await searchParams
  const list = readProspectList(query)
  const changed = searchText(query.changed)
  const [page, groups, choices, views, total, change] = await Promise.all([
    list.group ? null : listProspects(scope, list),
    list.group ? listProspectsByStage(scope, list) : null,
    listProspectChoices(scope, list),
    listSavedViews(scope),
    list.count ? countProspects(scope, list) : null,
    changed ? findManyChange(scope, changed) : null,
  ])
  const base = `/w/${workspace}/prospects`
  const place = prospectListQuery(list, { after: list.after, before: list.before })
  const mayWrite = can(scope.role, 'prospects.write')
  const shown = page?.prospects.length ?? groups?.reduce((sum, group) => sum + group.prospects.length, 0) ?? 0
  const isFirst = shown === 0 && !isNarrowed(list) && !list.after && !list.before
  const addLink = (
    <ButtonLink href={`${base}/new`} tone="primary" data-new-link>
      <Icon of={Plus} />
      Add a prospect
    </ButtonLink>
  )
  const table = { list, base, fields: choices.fields, now: scope.now, timeZone: scope.timeZone }
  const rows = page ? <ProspectTable {...table} prospects={page.prospects} tickable={mayWrite} /> : null

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
            {can(scope.role, 'imports.run') ? (
              <ButtonLink href={`/w/${workspace}/imports`}>Bring in a file</ButtonLink>
            ) : null}
            {!isFirst && can(scope.role, 'exports.run') ? (
              <ExportMenu
                noun="prospects"
                files={exportLinksOf(workspace, 'prospects', prospectListQuery(list))}
              />
            ) : null}
            {mayWrite && !isFirst ? addLink : null}
          </>
        }
      />
      {change ? <ManyChanged {...{ change, workspace, place, mayWrite }} /> : null}
      {isFirst ? (
        <EmptyState icon={Binoculars} title="No prospects yet" actions={mayWrite ? addLink : null}>
          A prospect is an outlet whose readers would care: a blog, a journalist, a podcast, a directory, a
          roundup. Start with one you already read.
        </EmptyState>
      ) : (
        <>
          <ViewTabs base={base} list={list} views={views} />
          <ProspectFilters base={base} list={list} choices={choices} />
          <ListTools
            base={base}
            list={list}
            summary={summaryOf(shown, total)}
            mayCount={total === null && shown > 0}
          />
          {page?.cut ? <SearchCut cut={page.cut} /> : null}
          {shown === 0 ? (
            <NothingFits
              base={base}
              list={list}
              after={page?.after ?? null}
              before={page?.before ?? null}
              mayWrite={mayWrite}
            />
          ) : groups ? (
            <ProspectsByStage {...table} groups={groups} />
          ) : (
            <>
              {list.stage ? (
                <p className="mb-3 text-ink-soft">{PROSPECT_STAGE_TABLE[list.stage].meaning}</p>
              ) : null}
              {mayWrite ? (
                <ManyProspectsForm
                  workspace={workspace}
                  query={prospectListQuery(list)}
                  place={place}
                  owners={choices.owners}
                  mayExport={can(scope.role, 'exports.run')}
                >
                  {rows}
                </ManyProspectsForm>
              ) : (
                rows
              )}
            </>
          )}
          {page && (page.after || page.before || list.after || list.before) ? (
            <Pagination
              summary={list.after || list.before ? '' : `The first ${shown}`}
              firstHref={list.after || list.before ? prospectListHref(base, list) : undefined}
              previousHref={page.before ? prospectListHref(base, list, { before: page.before }) : undefined}
              nextHref={page.after ? prospectListHref(base, list, { after: page.after }) : undefined}
            />
          ) : null}
          <div className="mt-4 flex flex-col gap-2">
            <ColumnChoice base={base} list={list} fields={choices.fields} />
            <KeepView
              workspace={workspace}
              list={list}
              views={views}
              mayManage={can(scope.role, 'workspace.settings')}
            />
          </div>
        </>
      )}
    </>
  )
}

function summaryOf(shown: number, total: number | null): string {
  if (total === null) return `${writtenNumber(shown)} shown`
  return `${writtenNumber(shown)} shown of ${writtenNumber(total)}`
}
