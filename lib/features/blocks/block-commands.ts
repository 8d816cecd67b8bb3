import { type BlockKind, blockProblem } from '#lib/domain/pitch-desk/building-blocks.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { can } from '#lib/domain/roles.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { lockWorkspace } from '../workspaces/member-locks.ts'
import { type AddBlockInput, BLOCKS_MAX, type ChangeBlockInput } from './block-schema.ts'
import { warnWordsOf } from './block-settings.ts'

type BlockRow = NonNullable<Awaited<ReturnType<Transaction['buildingBlock']['findFirst']>>>

/**
 * Adds a piece of a letter. Pressed twice, it is one.
 *
 * @throws Refusal when it is more than a piece, there is one of that name, or no room for another; NotFound
 */
export async function addBlock(scope: WorkspaceScope, input: AddBlockInput): Promise<{ blockId: string }> {
  authorize(scope, 'pitches.write')
  const { workspaceId, now } = scope
  const { kind, name, text, siteId } = input
  return inTransaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    await refuseText(tx, scope, { kind, text })
    await refuseForeignSite(tx, scope, siteId)
    const memberId = input.whose === 'mine' ? scope.memberId : null
    const live = await liveBlocks(tx, scope)
    const same = live.find((block) => block.kind === kind && block.name === name && block.text === text)
    if (same && same.siteId === siteId && same.memberId === memberId) return { blockId: same.id }
    refuseNamesake(live, { kind, name, memberId })
    refuseWhenFull(live.length)
    const { id } = await tx.buildingBlock.create({
      data: { workspaceId, kind, name, text, siteId, memberId, createdAt: now, updatedAt: now },
      select: { id: true },
    })
    return { blockId: id }
  })
}

/** Other words, another name, for others. Letters it stands in keep what they have. @throws NotFound, Refusal */
export async function changeBlock(scope: WorkspaceScope, { blockId, ...input }: ChangeBlockInput) {
  authorize(scope, 'pitches.write')
  const { workspaceId, now } = scope
  const { name, text, siteId } = input
  await inTransaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const block = await findBlock(tx, scope, blockId, 'live')
    const kind = block.kind as BlockKind
    await refuseText(tx, scope, { kind, text })
    await refuseForeignSite(tx, scope, siteId)
    // A manager who mends somebody's own block leaves it theirs.
    const memberId = input.whose === 'mine' ? (block.memberId ?? scope.memberId) : null
    const others = (await liveBlocks(tx, scope)).filter(({ id }) => id !== blockId)
    refuseNamesake(others, { kind, name, memberId })
    await tx.buildingBlock.updateMany({
      where: { id: blockId, workspaceId, deletedAt: null },
      data: { name, text, siteId, memberId, updatedAt: now },
    })
  })
}

/** Takes a block off the desk; it may be brought back for 30 days. @throws NotFound, Refusal */
export async function removeBlock(scope: WorkspaceScope, { blockId }: { blockId: string }) {
  authorize(scope, 'pitches.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    await findBlock(tx, scope, blockId, 'removed too')
    await tx.buildingBlock.updateMany({
      where: { id: blockId, workspaceId, deletedAt: null },
      data: { deletedAt: now },
    })
  })
}

/** @throws NotFound; Refusal when another took its name, or its room */
export async function bringBackBlock(scope: WorkspaceScope, { blockId }: { blockId: string }) {
  authorize(scope, 'pitches.write')
  const { workspaceId } = scope
  await inTransaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const block = await findBlock(tx, scope, blockId, 'removed too')
    if (!block.deletedAt) return
    const live = await liveBlocks(tx, scope)
    refuseNamesake(live, block)
    refuseWhenFull(live.length)
    await tx.buildingBlock.updateMany({ where: { id: blockId, workspaceId }, data: { deletedAt: null } })
  })
}

async function findBlock(
  tx: Transaction,
  scope: WorkspaceScope,
  id: string,
  which: 'live' | 'removed too',
): Promise<BlockRow> {
  const { workspaceId, memberId, role } = scope
  const block = await tx.buildingBlock.findFirst({
    where: { id, workspaceId, ...(which === 'live' ? { deletedAt: null } : {}) },
  })
  if (!block) throw new NotFound()
  const isSomebodyElses = block.memberId !== null && block.memberId !== memberId
  if (isSomebodyElses && !can(role, 'workspace.settings')) {
    throw new Refusal(
      'This one is somebody else’s own.',
      'They can change it, and so can an owner or a manager.',
    )
  }
  return block
}

async function refuseText(
  tx: Transaction,
  { workspaceId }: WorkspaceScope,
  block: { kind: BlockKind; text: string },
) {
  const workspace = await tx.workspace.findFirst({ where: { id: workspaceId }, select: { settings: true } })
  const wrong = blockProblem(block, { warnWords: warnWordsOf(workspace?.settings) })
  if (wrong) throw new Refusal(wrong.message, wrong.remedy, 'text')
}

async function refuseForeignSite(tx: Transaction, { workspaceId }: WorkspaceScope, siteId: string | null) {
  if (!siteId) return
  const site = await tx.site.findFirst({ where: { id: siteId, workspaceId, deletedAt: null } })
  if (!site) throw new NotFound()
}

function liveBlocks(tx: Transaction, { workspaceId }: WorkspaceScope): Promise<BlockRow[]> {
  return tx.buildingBlock.findMany({ where: { workspaceId, deletedAt: null }, take: BLOCKS_MAX + 1 })
}

type Named = { kind: string; name: string; memberId: string | null }

/** Two people may both have "My signature"; one person sees each name once. */
function refuseNamesake(blocks: readonly Named[], { kind, name, memberId }: Named) {
  const isTaken = blocks.some(
    (block) =>
      block.kind === kind &&
      block.name.toLowerCase() === name.toLowerCase() &&
      (block.memberId === null || memberId === null || block.memberId === memberId),
  )
  if (!isTaken) return
  throw new Refusal(`There is a building block “${name}” already.`, 'Give this one another name.', 'name')
}

function refuseWhenFull(count: number) {
  if (count < BLOCKS_MAX) return
  throw new Refusal(
    `${BLOCKS_MAX} building blocks is as many as there can be.`,
    'Remove one that nobody uses.',
  )
}
