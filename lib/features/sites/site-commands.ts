import { NotFound } from '#lib/domain/refusal.ts'
import { parseSiteDomain } from '#lib/domain/site-domain.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import type { SiteInput } from './site-schema.ts'

export async function addSite(scope: WorkspaceScope, input: SiteInput): Promise<{ siteId: string }> {
  authorize(scope, 'sites.write')
  const { id } = await database().site.create({
    data: { workspaceId: scope.workspaceId, ...fields(input), createdAt: scope.now },
    select: { id: true },
  })
  return { siteId: id }
}

/** @throws NotFound */
export async function changeSite(
  scope: WorkspaceScope,
  { siteId, ...input }: SiteInput & { siteId: string },
) {
  authorize(scope, 'sites.write')
  const { count } = await database().site.updateMany({
    where: { id: siteId, workspaceId: scope.workspaceId, deletedAt: null },
    data: fields(input),
  })
  if (count === 0) throw new NotFound()
}

function fields({ domains, ...input }: SiteInput) {
  const ascii = domains.flatMap((domain) => {
    const parsed = parseSiteDomain(domain)
    return parsed.ok ? [parsed.domain] : []
  })
  return { ...input, domains: [...new Set(ascii)] }
}
