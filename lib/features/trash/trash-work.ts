import type { Transaction } from '#lib/server/database.ts'

type WorkKind = 'contribution' | 'insight' | 'customer-report'
type It = { id: string; workspaceId: string; deletedAt: null }
type Gone = { deletedAt: Date; trashId: string }

/** Marks work with an outlet, an insight, or a report of a Site. @returns its title; null when it is not there, or somebody has just moved it */
export async function takeWork(tx: Transaction, kind: WorkKind, it: It, gone: Gone): Promise<string | null> {
  if (kind === 'contribution') {
    const [work] = await tx.contribution.updateManyAndReturn({
      where: it,
      data: gone,
      select: { title: true },
    })
    return work?.title ?? null
  }
  if (kind === 'customer-report') {
    const [report] = await tx.customerReport.updateManyAndReturn({
      where: it,
      data: gone,
      select: { title: true },
    })
    return report?.title ?? null
  }
  const data = { ...gone, liveUrlKey: null }
  const [insight] = await tx.insight.updateManyAndReturn({ where: it, data, select: { title: true } })
  return insight?.title ?? null
}

/** What a restored one stands on. */
export async function groundOfWork(
  tx: Transaction,
  kind: WorkKind,
  where: { id: string; workspaceId: string },
) {
  const alive = { select: { deletedAt: true } } as const
  if (kind === 'contribution')
    return tx.contribution.findFirst({ where, select: { prospect: alive, site: alive } })
  const ofSite =
    kind === 'insight'
      ? await tx.insight.findFirst({ where, select: { site: alive } })
      : await tx.customerReport.findFirst({ where, select: { site: alive } })
  return ofSite && { ...ofSite, prospect: null }
}
