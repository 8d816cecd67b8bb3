import { type BlockKind, paragraphMaxWords } from '#lib/domain/pitch-desk/building-blocks.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { BLOCK_KEPT_DAYS, BLOCKS_MAX } from './block-schema.ts'
import { warnWordsOf } from './block-settings.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** All building blocks of the workspace by kind and name, those removed lately, and what a new one is held to. */
export async function listBlocks(scope: WorkspaceScope) {
  authorizeToSee(scope, 'pitches.read')
  const { workspaceId, now } = scope
  const [live, removed, sites, workspace] = await Promise.all([
    database().buildingBlock.findMany({
      where: { workspaceId, deletedAt: null, ...OF_LIVE_SITES },
      orderBy: [{ kind: 'asc' }, { name: 'asc' }, { id: 'asc' }],
      take: BLOCKS_MAX,
      select: rowFields,
    }),
    database().buildingBlock.findMany({
      where: { workspaceId, deletedAt: { gt: new Date(now.getTime() - BLOCK_KEPT_DAYS * DAY_MS) } },
      orderBy: { deletedAt: 'desc' },
      take: REMOVED_SHOWN,
      select: rowFields,
    }),
    database().site.findMany({
      where: { workspaceId, deletedAt: null },
      orderBy: { name: 'asc' },
      take: SITES_OFFERED,
      select: { id: true, name: true },
    }),
    database().workspace.findFirst({ where: { id: workspaceId }, select: { settings: true } }),
  ])
  return {
    live: live.map(withKind),
    removed: removed.map(withKind),
    sites,
    paragraphMaxWords: paragraphMaxWords({ warnWords: warnWordsOf(workspace?.settings) }),
  }
}

export type BlockSeen = Awaited<ReturnType<typeof listBlocks>>['live'][number]

/** What may go into a letter of this Site by this member: theirs and everybody's. */
export async function listBlocksForLetter(
  scope: WorkspaceScope,
  { siteId, memberId }: { siteId: string; memberId: string },
) {
  authorizeToSee(scope, 'pitches.read')
  const blocks = await database().buildingBlock.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      AND: [{ OR: [{ siteId: null }, { siteId }] }, { OR: [{ memberId: null }, { memberId }] }],
    },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }, { id: 'asc' }],
    take: BLOCKS_MAX,
    select: { id: true, kind: true, name: true, text: true },
  })
  return blocks.map(withKind)
}

const REMOVED_SHOWN = 50
const SITES_OFFERED = 500
const OF_LIVE_SITES = {
  OR: [{ siteId: null }, { site: { deletedAt: null } }],
} satisfies Prisma.BuildingBlockWhereInput

const rowFields = {
  id: true,
  kind: true,
  name: true,
  text: true,
  site: { select: { id: true, name: true } },
  member: { select: { id: true, name: true } },
} satisfies Prisma.BuildingBlockSelect

function withKind<Row extends { kind: string }>(row: Row) {
  return { ...row, kind: row.kind as BlockKind }
}
