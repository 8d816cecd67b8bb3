import { FileInput } from 'lucide'
import type { Metadata } from 'next'
import { DropButton, DropImportForm } from '#components/imports/drop-import.tsx'
import { ImportPreview } from '#components/imports/import-preview.tsx'
import { ImportProgress } from '#components/imports/import-progress.tsx'
import { ImportResult, UndoImport } from '#components/imports/import-result.tsx'
import { ImportRowTable } from '#components/imports/import-row-table.tsx'
import { APPLY_FORM, formatLabel } from '#components/imports/import-words.ts'
import { ReadAsForm } from '#components/imports/read-as-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { differs } from '#lib/features/imports/import-plan.ts'
import {
  getImport,
  IMPORT_VIEWS,
  type ImportStanding,
  type ImportView,
  listImportRows,
} from '#lib/features/imports/import-queries.ts'
import { found, pageId, searchText } from '#lib/features/page-params.ts'
import { listCustomFields } from '#lib/features/prospects/custom-field-queries.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Import' }

type Props = {
  params: Promise<{ workspace: string; batchId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const UNDER_WAY = ['uploaded', 'reading', 'applying', 'undoing']
const NO_ROWS = { rows: [], next: null, members: {} }
const WITH_ROWS = ['previewed', 'applied', 'undone']

export default async function ImportPage({ params, searchParams }: Props) {
  const { workspace, batchId } = await params
  const scope = await requireWorkspace(workspace, 'imports.run')
  const batch = await found(getImport(scope, pageId(batchId)))
  const search = await searchParams
  const asksHow = batch.state === 'mapping' || batch.state === 'previewed'
  const view = viewOf(batch, searchText(search.show))
  const after = Math.max(0, Math.min(Number.parseInt(searchText(search.after), 10) || 0, 2_000_000_000))
  const [sites, ofProspects, ofContacts, list] = await Promise.all([
    asksHow ? listSites(scope) : [],
    asksHow ? listCustomFields(scope, 'prospect') : [],
    asksHow ? listCustomFields(scope, 'contact') : [],
    WITH_ROWS.includes(batch.state) ? listImportRows(scope, batch.id, view, after) : NO_ROWS,
  ])
  const base = `/w/${workspace}/imports`
  const path = `${base}/${batch.id}`
  const { now, timeZone } = scope
  const asking = { batch, workspace, sites, fields: [...ofProspects, ...ofContacts] }
  const hasRows = (batch.total ?? 0) > 0 && (list.rows.length > 0 || batch.state === 'previewed')
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Prospects', href: `/w/${workspace}/prospects` },
          { label: 'Files', href: base },
        ]}
        title={<bdi className="wrap-anywhere">{batch.fileName}</bdi>}
        facts={
          <span>
            {formatLabel(batch.format)}. Brought by <bdi>{batch.by.name}</bdi>,{' '}
            <RelativeTime then={batch.createdAt} now={now} timeZone={timeZone} />
            {batch.site && bringsMentions(batch) ? (
              <>
                . Mentions of <bdi>{batch.site.name}</bdi>
              </>
            ) : null}
          </span>
        }
        actions={
          batch.state === 'applied' && !batch.undoHindrance ? (
            <UndoImport workspace={workspace} batchId={batch.id} />
          ) : null
        }
      />
      <DropImportForm workspace={workspace} batchId={batch.id} />
      {UNDER_WAY.includes(batch.state) ? (
        <ImportProgress batch={batch} path={path} now={now} timeZone={timeZone} />
      ) : null}
      {batch.state === 'mapping' ? (
        <Panel
          title={batch.format === 'unknown' ? 'What are these columns?' : 'One question first'}
          lead={
            batch.format === 'unknown'
              ? 'Rapport does not know this file. Look at the guesses, and say what the rest is.'
              : 'This file lists pages that mention you. Which site of yours is it about?'
          }
          actions={<DropButton />}
        >
          <ReadAsForm {...asking} />
        </Panel>
      ) : null}
      {batch.state === 'failed' ? <Failed batch={batch} base={base} /> : null}
      {batch.state === 'dropped' ? (
        <EmptyState
          icon={FileInput}
          title="This file was dropped"
          actions={<ButtonLink href={base}>All files</ButtonLink>}
        >
          Nothing of it was kept. Bring it in again whenever you like.
        </EmptyState>
      ) : null}
      {batch.state === 'previewed' ? <ImportPreview {...asking} /> : null}
      {batch.state === 'applied' || batch.state === 'undone' ? (
        <ImportResult batch={batch} workspace={workspace} now={now} timeZone={timeZone} />
      ) : null}
      {hasRows ? (
        <>
          <NavTabs label="Rows" current={`${path}?show=${view}`} tabs={tabsOf(batch, path)} />
          {list.rows.length > 0 ? (
            <ImportRowTable
              rows={list.rows}
              caption={VIEWS[view]}
              members={list.members}
              isAsking={batch.state === 'previewed'}
            />
          ) : (
            <p className="text-ink-soft">No rows of that kind.</p>
          )}
          {batch.state === 'previewed' && list.rows.some(({ plan }) => differs(plan)) ? (
            <div className="mt-4 flex flex-wrap items-center gap-4">
              <SubmitButton form={APPLY_FORM} name="intent" value="remember" tone="secondary">
                Remember what is ticked here
              </SubmitButton>
              <p className="text-ink-soft">Before you turn the page. “Apply” takes these ticks along too.</p>
            </div>
          ) : null}
          <Pagination
            summary={
              after > 0
                ? 'Further rows'
                : list.next
                  ? 'The first rows, in the order of the file'
                  : 'All of these rows'
            }
            previousHref={after > 0 ? `${path}?show=${view}` : undefined}
            nextHref={list.next ? `${path}?show=${view}&after=${list.next}` : undefined}
          />
          <p className="mt-4 flex flex-wrap gap-4">
            {batch.counts.refused ? (
              <a href={`${path}/rows?kind=refused`} className="ink-link" download>
                Save the refused rows (CSV)
              </a>
            ) : null}
            <a href={`${path}/rows`} className="ink-link" download>
              Save all rows (CSV)
            </a>
          </p>
        </>
      ) : null}
    </>
  )
}

/** A file of outlets and people has a Site too, where there is only one; it need not be said. */
function bringsMentions({ facts }: ImportStanding): boolean {
  return (facts.columns ?? []).some(({ field }) => field?.startsWith('mention.'))
}

function Failed({ batch, base }: { batch: ImportStanding; base: string }) {
  return (
    <Notice
      tone="careful"
      title="Nothing was taken from this file."
      actions={
        <>
          <ButtonLink href={base}>Bring in another</ButtonLink>
          <DropButton />
        </>
      }
    >
      {batch.failure}
    </Notice>
  )
}

const VIEWS: Record<ImportView, string> = {
  new: 'New',
  changed: 'Changed',
  same: 'The same',
  refused: 'Refused',
  differs: 'For you to decide',
}

/** What was asked for, else the first kind that there is any of. */
function viewOf({ counts }: ImportStanding, asked: string): ImportView {
  const view = IMPORT_VIEWS.find((each) => each === asked)
  return view ?? IMPORT_VIEWS.find((each) => each !== 'differs' && (counts[each] ?? 0) > 0) ?? 'new'
}

function tabsOf({ counts, facts }: ImportStanding, path: string) {
  const views = IMPORT_VIEWS.filter((view) => view !== 'differs' || (facts.differences ?? []).length > 0)
  return views.map((view) => ({
    label: VIEWS[view],
    href: `${path}?show=${view}`,
    ...(view === 'differs' ? {} : { count: counts[view] ?? 0 }),
  }))
}
