import { OWN_PAGE_TROUBLES } from '#lib/domain/own-page.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { type NarrowList, onlyThese } from '../narrow-list.ts'

const MOST_SHOWN = 100

/** Pages of a Site that campaigns hope to see linked, those in trouble first. */
export async function listOwnPages(scope: WorkspaceScope, siteId: string) {
  authorizeToSee(scope, 'campaigns.read')
  const pages = await database().ownPage.findMany({
    where: { workspaceId: scope.workspaceId, siteId },
    orderBy: [{ url: 'asc' }],
    take: MOST_SHOWN,
  })
  return pages.toSorted((a, b) => Number(isTrouble(b.state)) - Number(isTrouble(a.state)))
}

/** Pages of ours that are broken and that nobody has said "seen" to, longest broken first: these one can fix today. */
export async function listOwnPagesToFix(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'today.read')
  const { workspaceId } = scope
  return database().ownPage.findMany({
    where: { workspaceId, site: { deletedAt: null }, ...newTrouble(), ...onlyThese(narrow) },
    orderBy: [{ stateSince: 'asc' }, { id: 'asc' }],
    take: narrow.take ?? MOST_SHOWN,
    include: { site: { select: { id: true, name: true } } },
  })
}

function newTrouble(): Prisma.OwnPageWhereInput {
  return {
    state: { in: [...OWN_PAGE_TROUBLES] },
    OR: [{ seenState: null }, { seenState: { not: { equals: database().ownPage.fields.state } } }],
  }
}

function isTrouble(state: string): boolean {
  const troubles: readonly string[] = OWN_PAGE_TROUBLES
  return troubles.includes(state)
}
