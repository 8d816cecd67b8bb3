import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

/** Everybody who wrote a pitch here, for the filter. */
export async function listWriters(scope: WorkspaceScope) {
  authorizeToSee(scope, 'pitches.read')
  const { workspaceId } = scope
  return database().member.findMany({
    where: { workspaceId, pitches: { some: { workspaceId, deletedAt: null } } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
}

/** What happened with one prospect, newest first. */
export async function listPitchesOfProspect(scope: WorkspaceScope, prospectId: string) {
  authorizeToSee(scope, 'pitches.read')
  return database().pitch.findMany({
    where: { workspaceId: scope.workspaceId, prospectId, deletedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_OF_ONE_PROSPECT,
    select: rowFields,
  })
}

/** What was said to and by the people of one prospect, newest first. */
export async function listMessagesOfProspect(scope: WorkspaceScope, prospectId: string) {
  authorizeToSee(scope, 'pitches.read')
  const { workspaceId } = scope
  return database().message.findMany({
    where: { workspaceId, pitch: { workspaceId, prospectId, deletedAt: null } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST_OF_ONE_PROSPECT,
    include: { author: { select: { name: true } }, contact: { select: { id: true, name: true } } },
  })
}

const MOST_OF_ONE_PROSPECT = 200

const rowFields = {
  id: true,
  state: true,
  subject: true,
  closedReason: true,
  createdAt: true,
  updatedAt: true,
  sentAt: true,
  answeredAt: true,
  answerHandledAt: true,
  lastMessageAt: true,
  closedAt: true,
  prospect: { select: { id: true, name: true } },
  contact: { select: { id: true, name: true } },
  campaign: { select: { id: true, name: true } },
  writer: { select: { id: true, name: true } },
  followUps: {
    where: { state: 'due' },
    select: { id: true, dueOn: true },
    orderBy: { number: 'asc' },
    take: 1,
  },
  mentions: { where: { deletedAt: null }, select: { id: true }, take: 1 },
} satisfies Prisma.PitchSelect
