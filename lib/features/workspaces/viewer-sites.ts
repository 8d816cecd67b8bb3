import { Refusal } from '#lib/domain/refusal.ts'
import type { Role } from '#lib/domain/roles.ts'
import type { Transaction } from '#lib/server/database.ts'

/**
 * The Sites a member of this role may look at: for a viewer the chosen ones, which must be of this workspace; for
 * everybody else none need choosing.
 *
 * @throws Refusal beside the field
 */
export async function chosenSites(
  tx: Transaction,
  workspaceId: string,
  role: Role,
  siteIds: string[],
): Promise<string[]> {
  if (role !== 'viewer') return []
  const wanted = [...new Set(siteIds)]
  if (wanted.length === 0) {
    throw new Refusal('A viewer sees chosen sites only.', 'Choose at least one site for them.', 'siteIds')
  }
  const found = await tx.site.count({ where: { workspaceId, id: { in: wanted }, deletedAt: null } })
  if (found < wanted.length) {
    throw new Refusal('One of those sites is not here any more.', 'Look at the list again.', 'siteIds')
  }
  return wanted
}
