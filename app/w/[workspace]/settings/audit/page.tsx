import { ScrollText } from 'lucide'
import type { Metadata } from 'next'
import { AuditFilters } from '#components/audit/audit-filters.tsx'
import { AuditTable } from '#components/audit/audit-table.tsx'
import { EvidenceKeyPanel } from '#components/audit/evidence-key-panel.tsx'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { can } from '#lib/domain/roles.ts'
import { auditListHref, readAuditList } from '#lib/features/audit/audit-list.ts'
import { listAuditActors, listAuditEvents, listAuditPrograms } from '#lib/features/audit/audit-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { publicEvidenceKey } from '#lib/server/evidence-key.ts'

export const metadata: Metadata = { title: 'Audit log' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AuditPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'audit.read')
  const list = readAuditList(await searchParams)
  const [{ rows, before, after }, actors, programs, key] = await Promise.all([
    listAuditEvents(scope, list),
    listAuditActors(scope),
    listAuditPrograms(scope),
    publicEvidenceKey(scope.now),
  ])
  const home = `/w/${workspace}`
  const base = `${home}/settings/audit`
  const { after: _after, before: _before, ...chosen } = list
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', href: `${home}/settings` }]}
        title="Audit log"
        lead="Who did what, for good: nothing in it can be changed or taken away. It names things and never anybody’s data."
        actions={
          <ExportMenu
            noun="the audit log"
            files={[
              { label: 'CSV', href: auditListHref(`${base}/export.csv`, chosen) },
              { label: 'JSON', href: auditListHref(`${base}/export.json`, chosen) },
            ]}
          />
        }
      />
      <AuditFilters {...{ base, list, actors, programs }} />
      {rows.length === 0 ? (
        <EmptyState
          icon={ScrollText}
          title="Nothing like that was written down"
          actions={<ButtonLink href={base}>The whole log</ButtonLink>}
        >
          Sign-ins, roles, exports, shared links, overrules, erasures and mailboxes stand here from the day
          this log began.
        </EmptyState>
      ) : (
        <>
          <AuditTable
            {...{ home, rows }}
            mayOpenMembers={can(scope.role, 'members.manage')}
            timeZone={scope.timeZone}
          />
          {before || after ? (
            <Pagination
              summary={`${rows.length} entries on this page`}
              previousHref={before ? auditListHref(base, { ...chosen, before }) : undefined}
              nextHref={after ? auditListHref(base, { ...chosen, after }) : undefined}
            />
          ) : null}
        </>
      )}
      <div className="mt-8">
        <EvidenceKeyPanel {...key} />
      </div>
    </>
  )
}
