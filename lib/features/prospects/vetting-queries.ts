import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

/** What people answered about an outlet, with what it rests on, who said so and when. */
export async function listVettings(scope: WorkspaceScope, prospectId: string) {
  authorizeToSee(scope, 'prospects.read')
  return database().vetting.findMany({
    where: { workspaceId: scope.workspaceId, prospectId },
    select: {
      question: true,
      answer: true,
      evidence: true,
      evidenceUrl: true,
      at: true,
      by: { select: { name: true } },
    },
  })
}

export type VettingAnswered = Awaited<ReturnType<typeof listVettings>>[number]
