import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

/** The deletion somebody asked for, as everybody here is told of it; null where nobody did. */
export async function findDeletion(scope: WorkspaceScope): Promise<{ dueAt: Date; askedBy: string } | null> {
  authorizeToSee(scope, 'sites.read')
  const { workspaceId: id } = scope
  const workspace = await database().workspace.findUnique({
    where: { id },
    select: { deletionDueAt: true, deletionAskedById: true },
  })
  if (!workspace?.deletionDueAt) return null
  const { deletionDueAt: dueAt, deletionAskedById } = workspace
  const by = deletionAskedById
    ? await database().member.findFirst({
        where: { workspaceId: id, id: deletionAskedById },
        select: { name: true },
      })
    : null
  return { dueAt, askedBy: by?.name ?? 'An owner' }
}

/** What a deletion would take, counted: of each kind what is there, with what lies in the trash. */
export async function countWhatGoes(scope: WorkspaceScope) {
  authorizeToSee(scope, 'workspace.delete')
  const { workspaceId } = scope
  const where = { workspaceId }
  const db = database()
  const [name, members, sites, prospects, contacts, pitches, mentions] = await Promise.all([
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { name: true } }),
    db.member.count({ where: { workspaceId, leftAt: null } }),
    db.site.count({ where }),
    db.prospect.count({ where }),
    db.contact.count({ where }),
    db.pitch.count({ where }),
    db.mention.count({ where }),
  ])
  return { ...name, members, sites, prospects, contacts, pitches, mentions }
}
