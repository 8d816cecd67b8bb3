import type { PitchState } from '#lib/domain/pitch-states.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import type { PitchFilters } from './pitch-schema.ts'

export const PITCHES_PER_PAGE = 25

/** One page of the pitches that fit the filters, last touched first, and how many there are in all. */
export async function listPitches(scope: WorkspaceScope, filters: PitchFilters) {
  authorizeToSee(scope, 'pitches.read')
  const where = fitting(scope, filters)
  const [pitches, total] = await Promise.all([
    database().pitch.findMany({
      where,
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      skip: (filters.page - 1) * PITCHES_PER_PAGE,
      take: PITCHES_PER_PAGE,
      select: rowFields,
    }),
    database().pitch.count({ where }),
  ])
  return { pitches, total }
}

/** How many pitches stand in each state, whatever the filters. */
export async function countPitchesByState(
  scope: WorkspaceScope,
): Promise<Partial<Record<PitchState, number>>> {
  authorizeToSee(scope, 'pitches.read')
  const groups = await database().pitch.groupBy({
    by: ['state'],
    where: { workspaceId: scope.workspaceId, deletedAt: null },
    _count: true,
  })
  return Object.fromEntries(groups.map((group) => [group.state, group._count]))
}

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

/** The kept versions of a pitch's text, newest first. @throws NotFound */
export async function listRevisions(scope: WorkspaceScope, pitchId: string) {
  authorizeToSee(scope, 'pitches.read')
  const { workspaceId } = scope
  const pitch = await database().pitch.findFirst({
    where: { id: pitchId, workspaceId, deletedAt: null },
    include: {
      contact: { select: { name: true } },
      revisions: {
        orderBy: { number: 'desc' },
        take: MOST_REVISIONS,
        include: { savedBy: { select: { name: true } } },
      },
    },
  })
  if (!pitch) throw new NotFound()
  return pitch
}

const MOST_OF_ONE_PROSPECT = 200
const MOST_REVISIONS = 300

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

function fitting({ workspaceId }: WorkspaceScope, filters: PitchFilters) {
  const { q, state, closed, campaign, writer } = filters
  const and: Prisma.PitchWhereInput[] = []
  if (state === 'open') and.push({ state: { in: ['sent', 'answered'] } })
  else if (state === 'won') and.push({ mentions: { some: { workspaceId, deletedAt: null } } })
  else if (state) and.push({ state })
  if (closed) and.push({ state: 'closed', closedReason: closed })
  if (campaign) and.push({ campaignId: campaign })
  if (writer) and.push({ writerId: writer })
  if (q) {
    const words = { contains: likeText(q), mode: 'insensitive' as const }
    and.push({ OR: [{ subject: words }, { prospect: { name: words } }, { contact: { name: words } }] })
  }
  return { workspaceId, deletedAt: null, AND: and }
}
