import { OPEN_STATES } from '#lib/domain/contributions/contribution-states.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { readContributionList } from '../contributions/contribution-list.ts'
import { likeText } from '../like-text.ts'
import type { ExportChoice } from './export-choice.ts'

const ROWS_AT_ONCE = 1_000

/** Work with outlets, many at a time: what the address's list shows, or those ticked. */
export async function* workToExport(scope: WorkspaceScope, { ids, search }: ExportChoice) {
  authorizeToSee(scope, 'exports.run')
  const { q, kind, state } = readContributionList(search)
  const holds = { contains: likeText(q), mode: 'insensitive' as const }
  for (let after = ''; ; ) {
    const rows = await database().contribution.findMany({
      where: {
        ...{ workspaceId: scope.workspaceId, deletedAt: null, ...(kind ? { kind } : {}) },
        ...(state === 'all' ? {} : { state: { in: state === 'open' ? [...OPEN_STATES] : [state] } }),
        ...(q ? { OR: [{ title: holds }, { prospect: { name: holds } }] } : {}),
        AND: [{ id: { gt: after } }, ...(ids ? [{ id: { in: [...ids] } }] : [])],
      },
      orderBy: { id: 'asc' },
      take: ROWS_AT_ONCE,
      include: {
        prospect: { select: { name: true, homepage: true } },
        contact: { select: { name: true, deletedAt: true } },
        site: { select: { name: true } },
        campaign: { select: { name: true, deletedAt: true } },
        owner: { select: { name: true } },
        mention: { select: { outcome: true, deletedAt: true } },
      },
    })
    if (rows.length > 0) yield rows
    if (rows.length < ROWS_AT_ONCE) return
    after = rows.at(-1)?.id ?? ''
  }
}

/** What was published for others to cite, with the pages that do. */
export async function* insightsToExport(scope: WorkspaceScope, { ids }: ExportChoice) {
  authorizeToSee(scope, 'exports.run')
  for (let after = ''; ; ) {
    const rows = await database().insight.findMany({
      where: {
        ...{ workspaceId: scope.workspaceId, deletedAt: null },
        AND: [{ id: { gt: after } }, ...(ids ? [{ id: { in: [...ids] } }] : [])],
      },
      orderBy: { id: 'asc' },
      take: ROWS_AT_ONCE,
      include: {
        site: { select: { name: true } },
        mentions: {
          where: { state: 'cites', mention: { deletedAt: null } },
          orderBy: { at: 'asc' },
          select: { how: true, mention: { select: { url: true, outcome: true } } },
        },
      },
    })
    if (rows.length > 0) yield rows
    if (rows.length < ROWS_AT_ONCE) return
    after = rows.at(-1)?.id ?? ''
  }
}
