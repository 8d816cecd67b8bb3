import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace, type FullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { aMember, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { readContactList } from './contact-list.ts'
import { listContacts } from './contact-list-queries.ts'
import { type ProspectList, prospectListOf } from './prospect-list.ts'
import { listProspects } from './prospect-page-queries.ts'
import { changeView, deleteView, saveView } from './saved-view-commands.ts'
import { listSavedViews } from './saved-view-queries.ts'

let scope: WorkspaceScope
let things: FullWorkspace

beforeAll(async () => {
  scope = await aWorkspace('Find')
  things = await aFullWorkspace(scope, 'Findmark')
})

const found = async (query: string) =>
  (await listProspects(scope, prospectListOf(query))).prospects.map(({ id }) => id)

describe('a prospect', () => {
  it('is found by what was read there, written to them and said by them, and no more once that is in the trash', async () => {
    const { workspaceId } = scope
    const pitch = await database().pitch.findFirstOrThrow({ where: { workspaceId, id: things.pitchId } })
    const moment = { createdAt: NOON, updatedAt: NOON }
    await database().message.create({
      data: {
        ...{ workspaceId, pitchId: pitch.id, contactId: pitch.contactId, direction: 'in', purpose: 'reply' },
        ...{
          via: 'logged',
          body: 'Your Crème brûlée answer',
          at: NOON,
          authorId: scope.memberId,
          onceKey: 'm1',
        },
      },
    })
    const note = await database().readingNote.findFirstOrThrow({ where: { workspaceId, id: things.noteId } })
    await database().readingNote.create({
      data: {
        ...{ workspaceId, prospectId: things.prospectId, pageCopyId: note.pageCopyId, url: note.url },
        ...{ struck: 'Walrusses everywhere', authorId: scope.memberId, ...moment },
      },
    })
    for (const q of ['creme brulee', 'CRÈME', 'walruss', 'walrusses findmark'])
      expect(await found(`q=${q}`), q).toEqual([things.prospectId])
    expect(await found('q=findmark')).toContain(things.prospectId)
    expect(await found('q=walrusses -creme')).toEqual([])
    await database().readingNote.updateMany({
      where: { workspaceId, struck: 'Walrusses everywhere' },
      data: { deletedAt: NOON },
    })
    expect(await found('q=walrusses')).toEqual([])
  })

  it('is found by the people there under the name they have now', async () => {
    const { workspaceId } = scope
    const where = { workspaceId, id: things.contactId }
    await database().contact.updateMany({ where, data: { name: 'Zofia Łukasik' } })
    expect(await found('q=zofia lukas')).toEqual([things.prospectId])
    expect(
      (await listContacts(scope, readContactList({ q: 'lukasik' }))).contacts.map(({ id }) => id),
    ).toEqual([things.contactId])
    await database().contact.updateMany({ where, data: { name: 'Somebody Else' } })
    expect(await found('q=lukasik')).toEqual([])
  })

  it.each([
    ['q', { q: ')))"\'&|!:*<->' }],
    ['q', { q: '-' }],
    ['q', { q: '%%%___\\' }],
    ['q', { q: `${'x'.repeat(199)}` }],
    ['touched', { touched: 'over-99999' }],
    ['after', { after: 'eyJ4', sort: 'name' }],
    ['after', { after: Buffer.from('["added","9999-99-99T00:00:00.000Z","x"]').toString('base64url') }],
    ['f.', { 'f.a\'"$1': '{}' }],
  ])('forgives any %s in the address', async (_, said) => {
    const query = new URLSearchParams(said as Record<string, string>).toString()
    await expect(listProspects(scope, prospectListOf(query))).resolves.toBeDefined()
  })
})

describe('what a list filters by', () => {
  it('follows what happens, and cannot be written by hand', async () => {
    const { workspaceId } = scope
    const at = { workspaceId, id: things.prospectId }
    const before = await database().prospect.findFirstOrThrow({ where: at })
    expect(before).toMatchObject({ siteIds: [things.siteId], campaignIds: [things.campaignId] })
    await database().prospect.updateMany({
      where: at,
      data: { mentionCount: 99, stage: 'resting', siteIds: [] },
    })
    const after = await database().prospect.findFirstOrThrow({ where: at })
    expect({ ...after }).toEqual({ ...before })
    const { mentionId } = things
    await database().mention.updateMany({
      where: { workspaceId, id: mentionId },
      data: { prospectId: at.id, outcome: 'linked' },
    })
    expect(await found('link=yes')).toEqual([at.id])
    await database().mention.updateMany({
      where: { workspaceId, id: mentionId },
      data: { outcome: 'mentioned-unlinked' },
    })
    expect(await found('link=yes')).toEqual([])
    expect(await found(`unlinked=yes&stage=covered&site=${things.siteId}`)).toEqual([at.id])
  })

  it('is right when two people write at the same time', async () => {
    const { workspaceId } = scope
    const { pageCopyId, url } = await database().readingNote.findFirstOrThrow({
      where: { workspaceId, id: things.noteId },
    })
    const at = { workspaceId, id: things.prospectId }
    const { readingNoteCount } = await database().prospect.findFirstOrThrow({ where: at })
    const data = {
      workspaceId,
      prospectId: at.id,
      pageCopyId,
      url,
      authorId: scope.memberId,
      createdAt: NOON,
      updatedAt: NOON,
    }
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        database().readingNote.create({ data: { ...data, struck: `atonce${n}` } }),
      ),
    )
    expect((await database().prospect.findFirstOrThrow({ where: at })).readingNoteCount).toBe(
      readingNoteCount + 12,
    )
    for (const n of [0, 5, 11]) expect(await found(`q=atonce${n}`)).toEqual([at.id])
  })

  it('finds tags however they are spelled, and several at once', async () => {
    const db = databaseAcrossWorkspaces()
    await db.prospect.updateMany({
      where: { id: things.prospectId },
      data: { tags: ['Trail Food', 'Über'], custom: { size: 'Big' } },
    })
    expect(await found('tag=trail food&tag=über')).toEqual([things.prospectId])
    expect(await found('tag=trail food, nothing')).toEqual([])
    expect(await found('f.size=big')).toEqual([things.prospectId])
  })
})

describe('names', () => {
  it('stand in the order people expect, forwards and back', async () => {
    const own = await aWorkspace('Names')
    const names = ['Zebra', 'post 10', 'Post 9', 'éclair', 'apple', 'Äpfel']
    await database().prospect.createMany({
      data: names.map((name, n) => ({
        ...{
          workspaceId: own.workspaceId,
          kind: 'blogger',
          name,
          homepage: 'https://x.example',
          outletKey: `n${n}`,
        },
        ...{ createdAt: NOON, updatedAt: NOON },
      })),
    })
    const ordered = async (sort: ProspectList['sort']) =>
      (await listProspects(own, prospectListOf(`sort=${sort}`))).prospects.map(({ name }) => name)
    expect(await ordered('name')).toEqual(['Äpfel', 'apple', 'éclair', 'Post 9', 'post 10', 'Zebra'])
    expect(await ordered('-name')).toEqual((await ordered('name')).reverse())
  })
})

describe('a saved view', () => {
  it('is kept under its name, once, and shown to others only when shared', async () => {
    const other = await aMember(scope.workspaceId, 'writer')
    const view = { name: 'Talking', query: 'stage=talking&after=x&junk=1', isShared: false }
    await Promise.all([saveView(scope, view), saveView(scope, view)])
    const [mine, ...more] = await listSavedViews(scope)
    expect(more).toEqual([])
    expect(mine).toMatchObject({ name: 'Talking', query: 'stage=talking', isMine: true })
    expect(await listSavedViews(other)).toEqual([])
    const viewId = mine?.id ?? ''
    await changeView(scope, { ...view, viewId, name: 'Open talks', isShared: true })
    expect(await listSavedViews(other)).toMatchObject([{ name: 'Open talks', isMine: false }])
    await expect(changeView(other, { ...view, viewId })).rejects.toThrow(NotFound)
    await expect(deleteView(other, viewId)).rejects.toThrow(NotFound)
    await saveView(scope, view)
    await expect(changeView(scope, { ...view, viewId })).rejects.toThrow(Refusal)
    await deleteView(scope, viewId)
    expect(await listSavedViews(other)).toEqual([])
    await expect(deleteView(scope, viewId)).rejects.toThrow(NotFound)
  })
})
