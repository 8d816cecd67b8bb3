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

const EARLIER_SHOWN = 60

/** Answers that others took the place of, or that were taken back; the latest given first. */
export async function listEarlierVettings(scope: WorkspaceScope, prospectId: string) {
  authorizeToSee(scope, 'prospects.read')
  return database().earlierVetting.findMany({
    where: { workspaceId: scope.workspaceId, prospectId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: EARLIER_SHOWN,
    select: {
      id: true,
      question: true,
      answer: true,
      evidence: true,
      evidenceUrl: true,
      at: true,
      endedAt: true,
      ending: true,
      by: { select: { name: true } },
    },
  })
}

export type EarlierVetting = Awaited<ReturnType<typeof listEarlierVettings>>[number]
