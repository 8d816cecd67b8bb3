import { Plus, Store } from 'lucide'
import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { writtenCount } from '#components/ui/written.ts'
import { readableHost } from '#lib/domain/idn.ts'
import { can } from '#lib/domain/roles.ts'
import { countOnSites, listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Sites' }

export default async function SitesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'sites.read')
  const [sites, counts] = await Promise.all([listSites(scope), countOnSites(scope)])
  const base = `/w/${workspace}/sites`
  const mayWrite = can(scope.role, 'sites.write')
  const seesCampaigns = can(scope.role, 'campaigns.read')
  const addLink = mayWrite ? (
    <ButtonLink href={`${base}/new`} tone="primary" data-new-link>
      <Icon of={Plus} />
      Add a site
    </ButtonLink>
  ) : null

  return (
    <>
      <PageHeader
        title="Sites"
        lead={
          sites.some((site) => counts.get(site.id)?.campaigns === 0) && mayWrite
            ? 'What you earn links for. A site without a campaign is waiting for its first angle.'
            : 'What you earn links for: its domains, its names, and whose it is.'
        }
        actions={sites.length > 0 ? addLink : null}
      />
      {sites.length === 0 ? (
        <EmptyState icon={Store} title="No sites yet" actions={addLink}>
          {mayWrite
            ? 'A site is what you earn links for. Begin with its domain and the names people may call it by; campaigns come next.'
            : 'An owner or manager of this workspace adds them. They appear here once they are there for you to see.'}
        </EmptyState>
      ) : (
        <Table
          caption="Sites"
          head={
            <>
              <Th>Site</Th>
              <Th>Whose</Th>
              {seesCampaigns ? <Th numeric>Campaigns</Th> : null}
              <Th numeric>Mentions</Th>
            </>
          }
        >
          {sites.map((site) => (
            <Tr key={site.id}>
              <Td>
                <RowLink href={`${base}/${site.id}`}>
                  <bdi>{site.name}</bdi>
                </RowLink>
                <div className="text-sm text-ink-soft wrap-anywhere">
                  {site.domains.map(readableHost).join(', ')}
                </div>
              </Td>
              <Td label="Whose">
                <bdi>{site.ownerName}</bdi>
              </Td>
              {seesCampaigns ? (
                <Td label="Campaigns" numeric>
                  {writtenCount(counts.get(site.id)?.campaigns ?? 0)}
                </Td>
              ) : null}
              <Td label="Mentions" numeric>
                {writtenCount(counts.get(site.id)?.mentions ?? 0)}
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </>
  )
}
