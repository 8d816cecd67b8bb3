import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { listOverduePromises } from '../ledger/overdue-promise-queries.ts'

type PageOfTheirs = { id: string; prospectId: string | null; pitchId: string | null }

/**
 * What we owe whom one would ask about each of these mentions: the person we pitched, or else anybody there. Two queries,
 * however many mentions.
 *
 * @returns by the mention's id, in words; those we owe nothing are left out
 */
export async function owedBeforeAsking(
  scope: WorkspaceScope,
  mentions: readonly PageOfTheirs[],
): Promise<Map<string, string>> {
  authorizeToSee(scope, 'prospects.read')
  if (mentions.length === 0) return new Map()
  const pitches = await database().pitch.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: mentions.flatMap(({ pitchId }) => pitchId ?? []) } },
    select: { id: true, contactId: true, prospectId: true },
  })
  const whom = mentions.map(({ pitchId, prospectId }) => {
    const pitch = pitches.find(({ id }) => id === pitchId)
    return { contactId: pitch?.contactId ?? null, prospectId: prospectId ?? pitch?.prospectId ?? null }
  })
  const owed = await listOverduePromises(scope, whom)
  return new Map(mentions.flatMap(({ id }, at) => (owed[at] ? [[id, owed[at]] as const] : [])))
}
