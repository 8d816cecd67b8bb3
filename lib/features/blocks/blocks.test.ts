import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { WORKSPACE_TABLES } from '#lib/domain/workspace-file/workspace-tables.ts'
import { addSite } from '#lib/features/sites/site-commands.ts'
import { siteSchema } from '#lib/features/sites/site-schema.ts'
import { emptyTrash } from '#lib/features/trash/empty-trash.ts'
import { moveToTrash } from '#lib/features/trash/trash-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addBlock, bringBackBlock, changeBlock, removeBlock } from './block-commands.ts'
import { listBlocks, listBlocksForLetter } from './block-queries.ts'
import { type AddBlockInput, addBlockSchema, BLOCKS_MAX } from './block-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

let made = 0
const block = (change: Partial<AddBlockInput> = {}): AddBlockInput => {
  made += 1
  return {
    ...{
      kind: 'paragraph',
      name: `The shop ${made}`,
      text: 'We mend tents.',
      siteId: null,
      whose: 'everybody',
    },
    ...change,
  }
}
const aSite = async (scope: WorkspaceScope) => {
  made += 1
  const site = {
    name: `Site ${made}`,
    ownerName: 'Somebody',
    domains: `site${made}.example`,
    timeZone: 'UTC',
  }
  return (await addSite(scope, siteSchema.parse({ ...site, brandNames: '', peopleNames: '' }))).siteId
}
const namesOf = async (scope: WorkspaceScope) => (await listBlocks(scope)).live.map(({ name }) => name)

describe('a building block', () => {
  it('is added once, however often it is pressed', async () => {
    const input = block()
    const added = await Promise.all([addBlock(ours, input), addBlock(ours, input), addBlock(ours, input)])
    expect(new Set(added.map(({ blockId }) => blockId)).size).toBe(1)
    expect((await namesOf(ours)).filter((name) => name === input.name)).toHaveLength(1)
  })

  it('is refused beside its words where it is a whole letter, and by the limit the workspace set itself', async () => {
    const letter = block({ text: 'Hi Maria,\n\nwe mend tents.\n\nBest,\nAna' })
    const refusal = await addBlock(ours, letter).catch((error) => error)
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal.field).toBe('text')
    const words = Array.from({ length: 25 }, (_, index) => `word${index}`).join(' ')
    await addBlock(ours, block({ text: words }))
    const { ours: strict } = await twoWorkspaces()
    await database().workspace.updateMany({
      where: { id: strict.workspaceId },
      data: { settings: { warnWords: 60 } },
    })
    await expect(addBlock(strict, block({ text: words }))).rejects.toThrow('20 is the most')
    expect((await listBlocks(strict)).paragraphMaxWords).toBe(20)
  })

  it('shares its name with none that the same person sees', async () => {
    const input = block({ name: 'Always the same' })
    await addBlock(ours, input)
    const refusal = await addBlock(ours, { ...input, name: 'ALWAYS the same', text: 'Another.' }).catch(
      (error) => error,
    )
    expect(refusal).toMatchObject({ field: 'name' })
    await expect(addBlock(ours, { ...input, kind: 'signature', text: 'Ana' })).resolves.toBeDefined()
    const writer = await aMember(ours.workspaceId, 'writer')
    const mine = block({ kind: 'signature', name: 'My signature', text: 'Ana', whose: 'mine' })
    await addBlock(ours, mine)
    await expect(addBlock(writer, mine)).resolves.toBeDefined()
    await expect(addBlock(writer, { ...mine, whose: 'everybody' })).rejects.toThrow('already')
  })

  it('is changed by those who may, and somebody’s own only by them and by who looks after the workspace', async () => {
    const writer = await aMember(ours.workspaceId, 'writer')
    const other = await aMember(ours.workspaceId, 'writer')
    const input = block({ whose: 'mine' })
    const { blockId } = await addBlock(writer, input)
    const change = { ...input, blockId, text: 'We mend boats.' }
    await expect(changeBlock(other, change)).rejects.toThrow('somebody else’s own')
    await expect(removeBlock(other, { blockId })).rejects.toThrow('somebody else’s own')
    await expect(bringBackBlock(other, { blockId })).rejects.toThrow('somebody else’s own')
    await changeBlock(writer, change)
    await changeBlock(ours, { ...change, text: 'We mend kites.' })
    const { live } = await listBlocks(ours)
    expect(live.find(({ id }) => id === blockId)).toMatchObject({
      text: 'We mend kites.',
      member: { id: writer.memberId },
    })
    await expect(changeBlock(writer, { ...change, text: 'Hi {first name}, hello.' })).rejects.toThrow(
      'greeting',
    )
  })

  it('is no business of other workspaces, of viewers, and reviewers only look', async () => {
    const { blockId } = await addBlock(ours, block())
    const change = { ...block(), blockId }
    await expect(changeBlock(theirs, change)).rejects.toThrow(NotFound)
    await expect(removeBlock(theirs, { blockId })).rejects.toThrow(NotFound)
    await expect(bringBackBlock(theirs, { blockId })).rejects.toThrow(NotFound)
    await expect(addBlock(theirs, block({ siteId: await aSite(ours) }))).rejects.toThrow(NotFound)
    await expect(changeBlock(ours, { ...change, siteId: await aSite(theirs) })).rejects.toThrow(NotFound)
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(addBlock(reviewer, block())).rejects.toThrow(Refusal)
    expect(await namesOf(reviewer)).toEqual(await namesOf(ours))
    await expect(listBlocks(await aMember(ours.workspaceId, 'viewer'))).rejects.toThrow(NotFound)
    expect(await namesOf(theirs)).toEqual([])
  })

  it('comes back for 30 days after it was removed, and is gone then', async () => {
    const input = block()
    const { blockId } = await addBlock(ours, input)
    await Promise.all([removeBlock(ours, { blockId }), removeBlock(ours, { blockId })])
    expect(await namesOf(ours)).not.toContain(input.name)
    expect((await listBlocks(ours)).removed.map(({ id }) => id)).toContain(blockId)
    await bringBackBlock(ours, { blockId })
    await bringBackBlock(ours, { blockId })
    expect(await namesOf(ours)).toContain(input.name)
    await removeBlock(ours, { blockId })
    await addBlock(ours, { ...input, text: 'Another under its name.' })
    await expect(bringBackBlock(ours, { blockId })).rejects.toThrow('already')
    const day = 24 * 60 * 60 * 1000
    await emptyTrash(new Date(ours.now.getTime() + 29 * day))
    expect(
      await database().buildingBlock.count({ where: { workspaceId: ours.workspaceId, id: blockId } }),
    ).toBe(1)
    await emptyTrash(new Date(ours.now.getTime() + 30 * day))
    expect(
      await database().buildingBlock.count({ where: { workspaceId: ours.workspaceId, id: blockId } }),
    ).toBe(0)
    await expect(bringBackBlock(at(ours, ours.now.toISOString()), { blockId })).rejects.toThrow(NotFound)
  })

  it('finds no room among too many', async () => {
    const { ours: full } = await twoWorkspaces()
    const { workspaceId, now } = full
    await database().buildingBlock.createMany({
      data: Array.from({ length: BLOCKS_MAX }, (_, index) => ({
        ...{
          workspaceId,
          kind: 'paragraph',
          name: `Block ${index}`,
          text: 'x',
          createdAt: now,
          updatedAt: now,
        },
      })),
    })
    await expect(addBlock(full, block())).rejects.toThrow('as many as there can be')
  })

  it('is read from a form: hostile words stay words, long ones are refused beside their field', () => {
    const form = { kind: 'paragraph', name: '<b>x</b>', text: ' <script>alert(1)</script> ', whose: 'mine' }
    expect(addBlockSchema.parse(form)).toMatchObject({ name: '<b>x</b>', text: '<script>alert(1)</script>' })
    const fields = (change: object) =>
      addBlockSchema.safeParse({ ...form, ...change }).error?.issues.map(({ path }) => path[0])
    expect(fields({ text: 'x'.repeat(1_001) })).toEqual(['text'])
    expect(fields({ text: ' ', name: '' })).toEqual(['name', 'text'])
    expect(fields({ kind: 'letter', siteId: 'nowhere' })).toEqual(['kind', 'siteId'])
  })
})

describe('a block in a workspace’s file', () => {
  it('is held to the same rule', () => {
    const table = WORKSPACE_TABLES.find(({ model }) => model === 'BuildingBlock')
    expect(table?.check?.({ kind: 'paragraph', text: 'We mend tents.' })).toBeNull()
    expect(table?.check?.({ kind: 'paragraph', text: 'Hi Maria, we mend tents.' })).toContain(
      'piece of a letter',
    )
  })
})

describe('the blocks for a letter', () => {
  it('are those of everybody and of its writer, for its Site and for every one', async () => {
    const { ours: house } = await twoWorkspaces()
    const writer = await aMember(house.workspaceId, 'writer')
    const [site, other] = [await aSite(house), await aSite(house)]
    await addBlock(house, block({ name: 'for all' }))
    await addBlock(house, block({ name: 'for the site', siteId: site }))
    await addBlock(house, block({ name: 'for another site', siteId: other }))
    await addBlock(house, block({ name: 'the owner’s', whose: 'mine' }))
    await addBlock(writer, block({ name: 'the writer’s', whose: 'mine', kind: 'signature', text: 'Ana' }))
    const names = async (siteId: string, memberId: string) =>
      (await listBlocksForLetter(house, { siteId, memberId })).map(({ name }) => name)
    expect(await names(site, writer.memberId)).toEqual(['for all', 'for the site', 'the writer’s'])
    expect(await names(other, house.memberId)).toEqual(['for all', 'for another site', 'the owner’s'])
    await moveToTrash(house, 'site', other)
    expect(await namesOf(house)).not.toContain('for another site')
    expect(await listBlocksForLetter(theirs, { siteId: site, memberId: writer.memberId })).toEqual([])
  })
})
