import { Link2, Plus, SearchX } from 'lucide'
import type { Metadata } from 'next'
import { CheckAll } from '#components/checks/check-all.tsx'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { MentionTable } from '#components/mentions/mention-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch, FilterSelect } from '#components/ui/filter-bar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { writtenCount } from '#components/ui/written.ts'
import { MENTION_PROVENANCE_TABLE, MENTION_PROVENANCES } from '#lib/domain/mention-provenance.ts'
import { can } from '#lib/domain/roles.ts'
import { exportLinksOf } from '#lib/features/exports/export-links.ts'
import { findRunningCheckRun } from '#lib/features/mentions/check-run-queries.ts'
import { getLookHour } from '#lib/features/mentions/look-budget.ts'
import { type MentionList, mentionListHref, readMentionList } from '#lib/features/mentions/mention-list.ts'
import { listMentions } from '#lib/features/mentions/mention-list-queries.ts'
import { OUTCOME_GROUP_LABELS, OUTCOME_GROUPS } from '#lib/features/mentions/outcome-groups.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Mentions' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function MentionsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'mentions.read')
  const list = readMentionList(await searchParams)
  const mayCheck = can(scope.role, 'checks.read')
  const [{ mentions, total, counts, before, after }, sites, running, hour] = await Promise.all([
    listMentions(scope, list),
    listSites(scope),
    mayCheck ? findRunningCheckRun(scope) : null,
    mayCheck ? getLookHour(scope) : null,
  ])
  const base = `/w/${workspace}/mentions`
  const chips = chipsOf(base, list, sites)
  const isFirst = total === 0 && chips.length === 0 && !list.outcome
  const recordLink = can(scope.role, 'mentions.write') ? (
    <ButtonLink href={`${base}/new`} tone="primary" data-new-link>
      <Icon of={Plus} />
      Record a mention
    </ButtonLink>
  ) : null

  return (
    <>
      <PageHeader
        title="Mentions"
        lead="Pages that name us, or should. What each comes to is known from looking, and from nothing else."
        actions={
          isFirst ? null : (
            <>
              {can(scope.role, 'exports.run') ? (
                <ExportMenu
                  noun="mentions"
                  files={exportLinksOf(workspace, 'mentions', mentionListHref('', list).slice(1))}
                />
              ) : null}
              <ButtonLink
                href={list.site ? `/w/${workspace}/press?site=${list.site}` : `/w/${workspace}/press`}
              >
                Press list
              </ButtonLink>
              {recordLink}
            </>
          )
        }
      />
      {isFirst ? (
        <EmptyState icon={Link2} title="No mentions yet" actions={recordLink}>
          {recordLink
            ? 'When somebody writes about you, record the page here. Rapport looks whether it links to you, and keeps looking.'
            : 'As soon as a page about your site is recorded, you find it here, with what was seen on it.'}
        </EmptyState>
      ) : (
        <>
          <NavTabs
            label="Outcomes"
            current={mentionListHref(base, list)}
            tabs={[
              { label: 'All', href: mentionListHref(base, list, { outcome: null }) },
              ...OUTCOME_GROUPS.filter((group) => counts[group] > 0 || list.outcome === group).map(
                (group) => ({
                  label: OUTCOME_GROUP_LABELS[group],
                  href: mentionListHref(base, list, { outcome: group }),
                  count: writtenCount(counts[group]),
                }),
              ),
            ]}
          />
          <FilterBar action={base} label="Find mentions" chips={chips} clearHref={base}>
            <FilterSearch key={`q${list.q}`} label="Words of the address" defaultValue={list.q} />
            {sites.length > 1 ? (
              <FilterSelect
                key={`site${list.site}`}
                name="site"
                label="Site"
                choices={sites.map((site) => ({ value: site.id, label: site.name }))}
                defaultValue={list.site}
              />
            ) : null}
            <FilterSelect
              key={`provenance${list.provenance}`}
              name="provenance"
              label="Came about"
              choices={MENTION_PROVENANCES.map((value) => ({
                value,
                label: MENTION_PROVENANCE_TABLE[value].label,
              }))}
              defaultValue={list.provenance}
            />
            {list.outcome ? <input type="hidden" name="outcome" value={list.outcome} /> : null}
          </FilterBar>
          {mentions.length === 0 ? (
            <EmptyState
              icon={SearchX}
              title="Nothing fits that"
              actions={<ButtonLink href={base}>Show all mentions</ButtonLink>}
            >
              Take a filter away, or look under another outcome.
            </EmptyState>
          ) : (
            <>
              <MentionTable
                mentions={mentions}
                base={base}
                showSite={sites.length > 1}
                now={scope.now}
                timeZone={scope.timeZone}
              />
              <Pagination
                summary={summaryOf(total)}
                previousHref={before ? mentionListHref(base, list, { before }) : undefined}
                nextHref={after ? mentionListHref(base, list, { after }) : undefined}
              />
              {hour ? (
                <CheckAll
                  workspace={workspace}
                  filter={list}
                  total={total}
                  running={running}
                  hour={hour}
                  mayStart={can(scope.role, 'mentions.write')}
                  timeZone={scope.timeZone}
                />
              ) : null}
            </>
          )}
        </>
      )}
    </>
  )
}

function chipsOf(base: string, list: MentionList, sites: { id: string; name: string }[]) {
  const chips: { label: string; href: string }[] = []
  if (list.q) chips.push({ label: `“${list.q}”`, href: mentionListHref(base, list, { q: '' }) })
  if (list.site) {
    const site = sites.find(({ id }) => id === list.site)
    chips.push({
      label: site?.name ?? 'A site that is not here',
      href: mentionListHref(base, list, { site: '' }),
    })
  }
  if (list.provenance) {
    const { label } = MENTION_PROVENANCE_TABLE[list.provenance]
    chips.push({ label, href: mentionListHref(base, list, { provenance: '' }) })
  }
  return chips
}

function summaryOf(total: number): string {
  return `${writtenCount(total)} ${total === 1 ? 'page' : 'pages'}`
}
