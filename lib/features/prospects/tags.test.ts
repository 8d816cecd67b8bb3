import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { addProspect } from './prospect-commands.ts'
import { prospectSchema } from './prospect-schema.ts'
import { deleteTag, renameTag } from './tag-commands.ts'
import { listTagNames, listTagsWithCounts } from './tag-queries.ts'
import { renameTagSchema } from './tag-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let made = 0

describe('tags', () => {
  beforeAll(async () => {
    ours = await aWorkspace('Ours')
    theirs = await aWorkspace('Theirs')
    for (const scope of [ours, theirs]) {
      await tagged(scope, 'hiking, tents')
      await tagged(scope, 'Hiking, cooking')
      await tagged(scope, 'cooking')
    }
    await database().contact.create({
      data: {
        workspaceId: ours.workspaceId,
        name: 'Jo',
        tags: ['tents'],
        createdAt: ours.now,
        updatedAt: ours.now,
      },
    })
  })

  it('are listed by name with how many carry them, those in the trash aside', async () => {
    const gone = await tagged(ours, 'tents')
    await database().prospect.updateMany({
      where: { workspaceId: ours.workspaceId, id: gone },
      data: { deletedAt: ours.now, liveOutletKey: null },
    })
    expect(await listTagsWithCounts(ours)).toMatchObject([
      { name: 'cooking', prospects: 2, contacts: 0 },
      { name: 'hiking', prospects: 2, contacts: 0 },
      { name: 'tents', prospects: 1, contacts: 1 },
    ])
    expect(await listTagNames(ours)).toEqual(['cooking', 'hiking', 'tents'])
  })

  it('are renamed on every row of this workspace, in the trash too, and on none of another', async () => {
    await renameTag(ours, { tagId: await tagId(ours, 'tents'), name: 'Shelters', merge: false })
    expect(await tagsOfAll(ours)).toEqual(['Shelters', 'cooking', 'cooking,hiking', 'hiking,Shelters'].sort())
    expect(await tagsOfAll(theirs)).toEqual(['cooking', 'cooking,hiking', 'hiking,tents'].sort())
    expect(await database().contact.findMany({ where: { workspaceId: ours.workspaceId } })).toMatchObject([
      { tags: ['Shelters'] },
    ])
  })

  it('change their spelling without being asked whether they are two', async () => {
    await renameTag(ours, { tagId: await tagId(ours, 'Shelters'), name: 'SHELTERS', merge: false })
    expect(await listTagNames(ours)).toContain('SHELTERS')
  })

  it('are made one only when somebody says so, and where both stood one stays', async () => {
    const id = await tagId(ours, 'cooking')
    await expect(renameTag(ours, { tagId: id, name: 'HIKING', merge: false })).rejects.toMatchObject({
      field: 'merge',
    })
    expect(await renameTag(ours, { tagId: id, name: 'HIKING', merge: true })).toEqual({ isMerged: true })
    expect(await tagsOfAll(ours)).toEqual(['SHELTERS', 'hiking', 'hiking', 'hiking,SHELTERS'].sort())
    expect(await listTagNames(ours)).toEqual(['hiking', 'SHELTERS'])
    await expect(renameTag(ours, { tagId: id, name: 'HIKING', merge: true })).rejects.toBeInstanceOf(NotFound)
  })

  it('are taken off everything', async () => {
    await deleteTag(ours, { tagId: await tagId(ours, 'hiking') })
    expect(await tagsOfAll(ours)).toEqual(['', '', 'SHELTERS', 'SHELTERS'])
    expect(await tagsOfAll(theirs)).toContain('hiking,tents')
  })

  it('are kept in order by owners and managers of their own workspace', async () => {
    const id = await tagId(theirs, 'tents')
    const writer = await aMember(theirs.workspaceId, 'writer')
    await expect(renameTag(writer, { tagId: id, name: 'x', merge: false })).rejects.toBeInstanceOf(Refusal)
    await expect(deleteTag(writer, { tagId: id })).rejects.toBeInstanceOf(Refusal)
    await expect(renameTag(ours, { tagId: id, name: 'x', merge: true })).rejects.toBeInstanceOf(NotFound)
    await expect(deleteTag(ours, { tagId: id })).rejects.toBeInstanceOf(NotFound)
  })

  it.each(['', ' # ', 'a, b', 'a;b', 'x'.repeat(61)])('are not called "%s"', (name) => {
    const tagIdOfAny = crypto.randomUUID()
    expect(renameTagSchema.safeParse({ tagId: tagIdOfAny, name }).success).toBe(false)
  })
})

async function tagged(scope: WorkspaceScope, tags: string) {
  made += 1
  const typed = { kind: 'blogger', name: `Blog ${made}`, address: `https://tagged-${made}.example`, tags }
  return (await addProspect(scope, prospectSchema.parse(typed))).prospectId
}

async function tagId({ workspaceId }: WorkspaceScope, name: string) {
  return (await database().tag.findFirstOrThrow({ where: { workspaceId, name } })).id
}

async function tagsOfAll({ workspaceId }: WorkspaceScope) {
  const rows = await database().prospect.findMany({ where: { workspaceId } })
  return rows.map(({ tags }) => [...tags].sort((a, b) => a.localeCompare(b)).join(',')).sort()
}
