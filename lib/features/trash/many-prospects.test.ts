import { beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { aMember, aWorkspace, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { prospectListOf } from '../prospects/prospect-list.ts'
import { listProspects } from '../prospects/prospect-page-queries.ts'
import { changeManyProspects } from './many-prospects-commands.ts'
import { type ManyProspectsInput, manyProspectsSchema } from './many-prospects-schema.ts'
import { moveToTrash, restoreFromTrash } from './trash-commands.ts'
import { listTrash } from './trash-queries.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let ids: string[]

beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  ids = await some(ours, 4)
})

const input = (said: Partial<ManyProspectsInput>): ManyProspectsInput => ({
  ...{ ids, whom: 'ticked', query: '', place: '', deed: 'add-tag', tag: '', ownerId: null },
  ...said,
})
const on = async (scope: WorkspaceScope, query: string) =>
  (await listProspects(scope, prospectListOf(query))).prospects.map(({ name }) => name).sort()

describe('many prospects at once', () => {
  it('get a tag in one spelling, and lose it again; twice changes nothing', async () => {
    const tag = 'Summer 26'
    expect(await changeManyProspects(ours, input({ ids: ids.slice(0, 2), tag }))).toMatchObject({
      message: '“Summer 26” added to 2 prospects.',
    })
    expect((await changeManyProspects(ours, input({ tag: 'summer 26' }))).message).toBe(
      '“Summer 26” added to 2 prospects. 2 had it.',
    )
    expect(await on(ours, 'tag=SUMMER 26')).toHaveLength(4)
    await changeManyProspects(ours, input({ deed: 'remove-tag', tag: 'SUMMER 26', ids: ids.slice(1) }))
    expect(await on(ours, 'tag=summer 26')).toEqual(['N0'])
  })

  it('that fit a filter are changed on every page of it, and no others', async () => {
    await changeManyProspects(ours, input({ ids: ids.slice(0, 3), tag: 'a' }))
    await changeManyProspects(
      ours,
      input({ ids: [], whom: 'all', query: 'tag=a&q=N&sort=name&after=zzz', tag: 'b' }),
    )
    expect(await on(ours, 'tag=b')).toEqual(['N0', 'N1', 'N2'])
  })

  it('are handed over only to somebody here who may write', async () => {
    const writer = await aMember(ours.workspaceId, 'writer')
    const viewer = await aMember(ours.workspaceId, 'viewer')
    await changeManyProspects(ours, input({ deed: 'assign', ownerId: writer.memberId }))
    expect(await on(ours, `owner=${writer.memberId}`)).toHaveLength(4)
    for (const ownerId of [viewer.memberId, theirs.memberId])
      await expect(changeManyProspects(ours, input({ deed: 'assign', ownerId }))).rejects.toThrow(Refusal)
    await changeManyProspects(ours, input({ deed: 'assign', ownerId: null }))
    expect(await on(ours, 'owner=nobody')).toHaveLength(4)
  })

  it('lie in the trash as one, with their people, and come back as one', async () => {
    const { trashId, message } = await changeManyProspects(ours, input({ deed: 'trash' }))
    expect(message).toBe('4 prospects moved to the trash.')
    expect(await on(ours, '')).toEqual([])
    expect(await on(ours, 'q=N1')).toEqual([])
    expect(await listTrash(ours)).toMatchObject([{ id: trashId, kind: 'prospects', label: '4 prospects' }])
    expect(await restoreFromTrash(ours, trashId ?? '')).toEqual({ path: '/prospects' })
    expect(await on(ours, '')).toHaveLength(4)
    expect(await on(ours, 'q=N1')).toEqual(['N1'])
    expect(await on(ours, 'stage=to-read&owner=nobody')).toHaveLength(4)
  })

  it('stay where a conversation is under way', async () => {
    const scope = await aWorkspace('Talk')
    const { prospectId } = await aFullWorkspace(scope, 'Talkmark')
    const free = await some(scope, 1)
    const { message } = await changeManyProspects(scope, input({ ids: [...free, prospectId], deed: 'trash' }))
    expect(message).toBe('1 prospect moved to the trash. 1 has a conversation under way and stayed.')
    await expect(changeManyProspects(scope, input({ ids: [prospectId], deed: 'trash' }))).rejects.toThrow(
      Refusal,
    )
  })

  it('of another workspace, or already gone, are not there', async () => {
    await moveToTrash(ours, 'prospect', ids[0] ?? '')
    await expect(changeManyProspects(theirs, input({ tag: 'x' }))).rejects.toThrow(Refusal)
    expect((await changeManyProspects(ours, input({ tag: 'x' }))).message).toContain('3 prospects')
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(changeManyProspects(reviewer, input({ tag: 'y' }))).rejects.toThrow(Refusal)
    const writer = await aMember(ours.workspaceId, 'writer')
    await expect(changeManyProspects(writer, input({ deed: 'export' }))).rejects.toThrow(Refusal)
  })

  it.each([
    ['deed', { deed: 'send' }],
    ['deed', { deed: 'trash', ids: [] }],
    ['tag', { deed: 'add-tag', tag: ' ' }],
    ['ownerId', { deed: 'assign', ownerId: 'me' }],
  ])('refuses a wrong %s beside that field', (field, said) => {
    const parsed = manyProspectsSchema.safeParse({ ids, whom: 'ticked', ...said })
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toContain(field)
  })
})

async function some({ workspaceId }: WorkspaceScope, count: number): Promise<string[]> {
  const made = Array.from({ length: count }, (_, n) => ({
    id: crypto.randomUUID(),
    name: `N${n}`,
    outletKey: `n${n}.example`,
  }))
  await database().prospect.createMany({
    data: made.map((each) => ({
      ...{
        ...each,
        workspaceId,
        kind: 'blogger',
        homepage: `https://${each.outletKey}`,
        liveOutletKey: each.outletKey,
      },
      ...{ createdAt: NOON, updatedAt: NOON },
    })),
  })
  return made.map(({ id }) => id)
}
