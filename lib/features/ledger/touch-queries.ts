import type { TouchKind } from '#lib/domain/touch-kinds.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'

const AT_HAND = 12
const TOUCHES_SHOWN = 50

/** What we did for them or with them outside mail, newest first. */
export async function listTouchesOfProspect(scope: WorkspaceScope, prospectId: string) {
  authorizeToSee(scope, 'prospects.read')
  const touches = await database().touch.findMany({
    where: { workspaceId: scope.workspaceId, prospectId, deletedAt: null },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: TOUCHES_SHOWN,
    select: TOUCH,
  })
  return touches.map(withKind)
}

/** One touch, or null: it may have been undone meanwhile. */
export async function findTouch(scope: WorkspaceScope, touchId: string) {
  authorizeToSee(scope, 'prospects.read')
  const touch = await database().touch.findFirst({
    where: { id: touchId, workspaceId: scope.workspaceId, deletedAt: null },
    select: { ...TOUCH, prospect: { select: { id: true, name: true } } },
  })
  return touch ? withKind(touch) : null
}

/** The prospects one is likeliest to have met just now: those last worked on; with `search`, those of that name. */
export async function listProspectsAtHand(scope: WorkspaceScope, search = '') {
  authorizeToSee(scope, 'prospects.read')
  const named =
    search.trim() === '' ? {} : { contains: likeText(search.trim()), mode: 'insensitive' as const }
  return database().prospect.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      ...(search.trim() === '' ? { notForUsAt: null } : { OR: [{ name: named }, { outletKey: named }] }),
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: AT_HAND,
    select: { id: true, name: true, outletKey: true, lastTouchAt: true },
  })
}

const TOUCH = {
  id: true,
  kind: true,
  note: true,
  url: true,
  at: true,
  author: { select: { name: true } },
  contact: { select: { id: true, name: true } },
} as const

function withKind<T extends { kind: string }>(touch: T) {
  return { ...touch, kind: touch.kind as TouchKind }
}
