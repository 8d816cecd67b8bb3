import { findAnchor } from '#lib/domain/word-anchor.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

const named = { select: { name: true } } as const

/**
 * What was said about a letter, in the order it was said, each with the place where its words stand now: null when they
 * are gone. Numbers are those people use: the first remark is 1, whatever becomes of it.
 */
export async function listRemarks(scope: WorkspaceScope, pitchId: string) {
  authorizeToSee(scope, 'pitches.read')
  const { workspaceId } = scope
  const remarks = await database().pitchRemark.findMany({
    where: { workspaceId, pitchId, pitch: { deletedAt: null } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: {
      by: named,
      answeredBy: named,
      settledBy: named,
      pitch: { select: { subject: true, body: true } },
    },
  })
  return remarks.map(({ pitch, ...remark }, index) => ({
    ...remark,
    number: index + 1,
    place: findAnchor(remark.part === 'subject' ? pitch.subject : pitch.body, remark),
  }))
}

export type Remark = Awaited<ReturnType<typeof listRemarks>>[number]
