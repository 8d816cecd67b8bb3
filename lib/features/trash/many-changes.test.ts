import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { findManyChange, undoManyChange } from './many-changes.ts'
import { changeManyProspects } from './many-prospects-commands.ts'
import { type ManyProspectsInput, manyProspectsSchema } from './many-prospects-schema.ts'
import { moveToTrash } from './trash-commands.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let ids: string[]

beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  ids = Array.from({ length: 4 }, () => crypto.randomUUID())
  await database().prospect.createMany({
    data: ids.map((id, n) => ({
      ...{
        id,
        workspaceId: ours.workspaceId,
        kind: 'blogger',
        name: `N${n}`,
        homepage: `https://n${n}.example/`,
      },
      ...{ outletKey: `n${n}.example`, tags: n === 0 ? ['Summer'] : ['First', 'summer', 'Last'] },
      ...{ createdAt: NOON, updatedAt: NOON },
    })),
  })
})

const change = async (said: Partial<ManyProspectsInput>, scope = ours) => {
  const input = manyProspectsSchema.parse({ ids, whom: 'ticked', query: '', ...said })
  return (await changeManyProspects(scope, input)).changeId ?? ''
}
const where = (n: number) => ({ workspaceId: ours.workspaceId, id: ids[n] ?? '' })
const rows = async () => {
  const found = await database().prospect.findMany({
    where: { workspaceId: ours.workspaceId },
    orderBy: { name: 'asc' },
  })
  return found.map(({ tags, ownerId }) => ({ tags, ownerId }))
}

describe('a change of many prospects', () => {
  it('is undone exactly, whatever the order and spelling of their tags were', async () => {
    const before = await rows()
    for (const said of [
      { deed: 'add-tag', tag: 'New' },
      { deed: 'remove-tag', tag: 'SUMMER' },
      { deed: 'assign', ownerId: ours.memberId },
    ] as const) {
      const changeId = await change(said)
      expect(await rows()).not.toEqual(before)
      expect(await undoManyChange(at(ours, '2026-03-05T09:00:00Z'), { changeId })).toEqual({
        putBack: 4,
        stayed: 0,
      })
      expect(await rows()).toEqual(before)
    }
  })

  it('is undone for those that stand as it left them, and says how many were changed since', async () => {
    const writer = await aMember(ours.workspaceId, 'writer')
    const tagged = await change({ deed: 'add-tag', tag: 'New' })
    const handed = await change({ deed: 'assign', ownerId: writer.memberId })
    await database().prospect.updateMany({ where: where(1), data: { tags: ['Other'] } })
    await database().prospect.updateMany({ where: where(2), data: { ownerId: ours.memberId } })
    await moveToTrash(ours, 'prospect', ids[3] ?? '')
    expect(await undoManyChange(ours, { changeId: tagged })).toEqual({ putBack: 2, stayed: 2 })
    expect(await undoManyChange(ours, { changeId: handed })).toEqual({ putBack: 2, stayed: 2 })
    expect((await rows()).slice(0, 3)).toEqual([
      { tags: ['Summer'], ownerId: null },
      { tags: ['Other'], ownerId: null },
      { tags: ['First', 'summer', 'Last'], ownerId: ours.memberId },
    ])
    expect(await findManyChange(ours, tagged)).toMatchObject({ putBack: 2, stayed: 2 })
  })

  it('touches only those it changed: who had the tag before keeps it', async () => {
    await change({ deed: 'add-tag', tag: 'New', ids: ids.slice(0, 1) })
    const changeId = await change({ deed: 'add-tag', tag: 'New' })
    expect(await undoManyChange(ours, { changeId })).toEqual({ putBack: 3, stayed: 0 })
    expect((await rows()).map(({ tags }) => tags.includes('New'))).toEqual([true, false, false, false])
  })

  it('of nothing has no undo', async () => {
    expect(await change({ deed: 'remove-tag', tag: 'Nobody has it' })).toBe('')
    expect(await change({ deed: 'assign' })).toBe('')
  })

  it('does not give prospects back to somebody who has left', async () => {
    const writer = await aMember(ours.workspaceId, 'writer')
    await change({ deed: 'assign', ownerId: writer.memberId, ids: ids.slice(0, 2) })
    const changeId = await change({ deed: 'assign', ownerId: ours.memberId })
    await database().member.updateMany({
      where: { workspaceId: ours.workspaceId, id: writer.memberId },
      data: { leftAt: NOON },
    })
    expect(await undoManyChange(ours, { changeId })).toEqual({ putBack: 2, stayed: 2 })
  })

  it('is undone once, however many click', async () => {
    const changeId = await change({ deed: 'add-tag', tag: 'New' })
    await Promise.all([undoManyChange(ours, { changeId }), undoManyChange(ours, { changeId })])
    await change({ deed: 'add-tag', tag: 'New' })
    expect(await undoManyChange(ours, { changeId })).toEqual({ putBack: 4, stayed: 0 })
    expect((await rows()).every(({ tags }) => tags.includes('New'))).toBe(true)
  })

  it('is undone by those who may write here, and is nobody else’s to see', async () => {
    const changeId = await change({ deed: 'add-tag', tag: 'New' })
    expect(await findManyChange(theirs, changeId)).toBeNull()
    await expect(undoManyChange(theirs, { changeId })).rejects.toBeInstanceOf(NotFound)
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(undoManyChange(reviewer, { changeId })).rejects.toBeInstanceOf(Refusal)
    expect((await findManyChange(reviewer, changeId))?.words).toBe('“New” added to 4 prospects.')
  })

  it('is forgotten when the trash would be', async () => {
    const changeId = await change({ deed: 'add-tag', tag: 'New' })
    await change({ deed: 'add-tag', tag: 'Newer' }, at(ours, '2026-05-01T12:00:00Z'))
    expect(await findManyChange(ours, changeId)).toBeNull()
    await expect(undoManyChange(ours, { changeId })).rejects.toBeInstanceOf(NotFound)
  })
})
