import { COUNTED_TO } from '#lib/domain/counted-to.ts'
import { PITCH_STATES, type PitchState } from '#lib/domain/pitch-states.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import { type PagePlace, pageAt, readPlace, writeCursor } from '../page-cursor.ts'

export const CAMPAIGNS_PER_PAGE = 25
const MENTIONS_SHOWN = 50
const SORT = '-added'

/** How many pitches stand in each state, counted no further than one past COUNTED_TO. */
export type PitchCounts = Record<PitchState, number>

/** One page of the campaigns, newest first, each with its Site, its pitches by state and its mentions, counted to COUNTED_TO. */
export async function listCampaigns(scope: WorkspaceScope, list: { after?: string; before?: string } = {}) {
  authorizeToSee(scope, 'campaigns.read')
  const place = readPlace({ after: list.after ?? '', before: list.before ?? '' }, SORT, 'time')
  const { rows, before, after } = await pageAt(
    place,
    CAMPAIGNS_PER_PAGE,
    (beyond) => placesOf(scope, beyond),
    (row) => writeCursor(SORT, row.createdAt, row.id),
  )
  const ids = rows.map(({ id }) => id)
  const [campaigns, pitches, mentions] = await Promise.all([
    database().campaign.findMany({
      where: { workspaceId: scope.workspaceId, id: { in: ids }, deletedAt: null },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      include: withSite,
    }),
    countPitches(scope, ids),
    countMentions(scope, ids),
  ])
  return {
    campaigns: campaigns.map((campaign) => ({
      ...campaign,
      mentionCount: mentions.get(campaign.id) ?? 0,
      pitchCounts: pitches.get(campaign.id) ?? noPitches(),
    })),
    before,
    after,
  }
}

/** Every campaign to choose from, newest first: of one Site, or of all. People set them up by hand, so they are never very many. */
export async function listCampaignChoices(scope: WorkspaceScope, { siteId }: { siteId?: string } = {}) {
  authorizeToSee(scope, 'campaigns.read')
  return database().campaign.findMany({
    where: { workspaceId: scope.workspaceId, deletedAt: null, ...(siteId ? { siteId } : {}) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      name: true,
      route: true,
      targetUrls: true,
      siteId: true,
      readFirstAt: true,
      site: { select: { name: true } },
    },
  })
}

/** With its newest mentions; what is counted is counted to COUNTED_TO. @throws NotFound */
export async function getCampaign(scope: WorkspaceScope, campaignId: string) {
  authorizeToSee(scope, 'campaigns.read')
  const { workspaceId } = scope
  const campaign = await database().campaign.findFirst({
    where: { id: campaignId, workspaceId, deletedAt: null },
    include: withSite,
  })
  if (!campaign) throw new NotFound()
  const [mentions, pitchCounts, mentionCounts] = await Promise.all([
    database().mention.findMany({
      where: { workspaceId, campaignId, deletedAt: null },
      orderBy: [{ deletedAt: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
      take: MENTIONS_SHOWN,
      include: { site: { select: { name: true } } },
    }),
    countPitches(scope, [campaignId]),
    countMentions(scope, [campaignId]),
  ])
  return {
    ...campaign,
    mentions,
    mentionCount: mentionCounts.get(campaignId) ?? 0,
    pitchCounts: pitchCounts.get(campaignId) ?? noPitches(),
  }
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

const withSite = {
  site: { select: { id: true, name: true, ownerName: true, domains: true, deletedAt: true } },
} as const

function placesOf(scope: WorkspaceScope, place: PagePlace | null) {
  const { value, id } = place?.cursor ?? { value: null, id: '' }
  const isBack = place?.way === 'before'
  const beyond = place
    ? Prisma.sql`AND (c."createdAt", c."id") ${isBack ? Prisma.sql`>` : Prisma.sql`<`} (${value}::timestamptz, ${id})`
    : Prisma.empty
  const direction = isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`
  return workspaceSql<{ id: string; createdAt: Date }>(database(), scope)`
    SELECT c."id", c."createdAt" FROM "Campaign" c
     WHERE c."workspaceId" = ${WORKSPACE} AND c."deletedAt" IS NULL ${beyond}
     ORDER BY c."createdAt" ${direction}, c."id" ${direction} LIMIT ${CAMPAIGNS_PER_PAGE + 1}`
}

async function countPitches(
  scope: WorkspaceScope,
  campaignIds: readonly string[],
): Promise<Map<string, PitchCounts>> {
  const counted = await workspaceSql<{ campaignId: string; state: PitchState; n: number }>(database(), scope)`
    SELECT c."campaignId", s."state", found."n"
      FROM unnest(${[...campaignIds]}::text[]) c("campaignId") CROSS JOIN unnest(${[...PITCH_STATES]}::text[]) s("state")
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS "n" FROM (
         SELECT 1 FROM "Pitch" p
          WHERE p."workspaceId" = ${WORKSPACE} AND p."campaignId" = c."campaignId" AND p."deletedAt" IS NULL
            AND p."state" = s."state"
          LIMIT ${COUNTED_TO + 1}) counted) found
     WHERE found."n" > 0`
  const counts = new Map<string, PitchCounts>()
  for (const { campaignId, state, n } of counted)
    counts.set(campaignId, { ...(counts.get(campaignId) ?? noPitches()), [state]: n })
  return counts
}

async function countMentions(
  scope: WorkspaceScope,
  campaignIds: readonly string[],
): Promise<Map<string, number>> {
  const counted = await workspaceSql<{ campaignId: string; n: number }>(database(), scope)`
    SELECT c."campaignId", found."n" FROM unnest(${[...campaignIds]}::text[]) c("campaignId")
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS "n" FROM (
         SELECT 1 FROM "Mention" m
          WHERE m."workspaceId" = ${WORKSPACE} AND m."campaignId" = c."campaignId" AND m."deletedAt" IS NULL
          LIMIT ${COUNTED_TO + 1}) counted) found`
  return new Map(counted.map(({ campaignId, n }) => [campaignId, n]))
}

function noPitches(): PitchCounts {
  return Object.fromEntries(PITCH_STATES.map((state) => [state, 0])) as PitchCounts
}
