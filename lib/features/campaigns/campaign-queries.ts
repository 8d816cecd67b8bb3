import { PITCH_STATES, type PitchState } from '#lib/domain/pitch-states.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'

const MENTIONS_SHOWN = 50

export type PitchCounts = Record<PitchState, number>

/** Every campaign, newest first, with its Site, its pitches by state and its mentions. */
export async function listCampaigns(scope: WorkspaceScope, { siteId }: { siteId?: string } = {}) {
  authorizeToSee(scope, 'campaigns.read')
  const campaigns = await database().campaign.findMany({
    where: { workspaceId: scope.workspaceId, deletedAt: null, ...(siteId ? { siteId } : {}) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: withCounts,
  })
  const pitches = await countPitches(
    scope,
    campaigns.map((campaign) => campaign.id),
  )
  return campaigns.map(({ _count, ...campaign }) => ({
    ...campaign,
    mentionCount: _count.mentions,
    pitchCounts: pitches.get(campaign.id) ?? noPitches(),
  }))
}

/** With its newest mentions. @throws NotFound */
export async function getCampaign(scope: WorkspaceScope, campaignId: string) {
  authorizeToSee(scope, 'campaigns.read')
  const found = await database().campaign.findFirst({
    where: { id: campaignId, workspaceId: scope.workspaceId, deletedAt: null },
    include: {
      ...withCounts,
      mentions: {
        where: { deletedAt: null },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: MENTIONS_SHOWN,
        include: { site: { select: { name: true } } },
      },
    },
  })
  if (!found) throw new NotFound()
  const { _count, ...campaign } = found
  const pitches = await countPitches(scope, [campaignId])
  return { ...campaign, mentionCount: _count.mentions, pitchCounts: pitches.get(campaignId) ?? noPitches() }
}

/** For the command palette: campaigns whose name holds these words. */
export async function searchCampaigns(scope: WorkspaceScope, words: string, atMost: number) {
  authorizeToSee(scope, 'campaigns.read')
  return database().campaign.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      name: { contains: likeText(words), mode: 'insensitive' },
    },
    orderBy: { createdAt: 'desc' },
    take: atMost,
    select: { id: true, name: true, site: { select: { name: true } } },
  })
}

const withCounts = {
  site: { select: { id: true, name: true, ownerName: true, domains: true, deletedAt: true } },
  _count: { select: { mentions: { where: { deletedAt: null } } } },
} as const

async function countPitches(scope: WorkspaceScope, campaignIds: string[]): Promise<Map<string, PitchCounts>> {
  const rows = await database().pitch.groupBy({
    by: ['campaignId', 'state'],
    where: { workspaceId: scope.workspaceId, deletedAt: null, campaignId: { in: campaignIds } },
    _count: true,
  })
  const counts = new Map<string, PitchCounts>()
  for (const { campaignId, state, _count } of rows) {
    const counted = counts.get(campaignId) ?? noPitches()
    counted[state as PitchState] = _count
    counts.set(campaignId, counted)
  }
  return counts
}

function noPitches(): PitchCounts {
  return Object.fromEntries(PITCH_STATES.map((state) => [state, 0])) as PitchCounts
}
