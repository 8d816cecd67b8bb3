import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { RETENTION_RULES, type Retention } from '#lib/domain/retention.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace, type FullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addContact } from '../prospects/contact-commands.ts'
import { contactSchema } from '../prospects/contact-schema.ts'
import { stopWritingTo } from '../prospects/suppression-commands.ts'
import { addressesStopped } from '../prospects/suppression-queries.ts'
import { applyRetention } from './apply-retention.ts'
import { changeRetention } from './retention-commands.ts'
import { getRetention, listErasures, previewRetention } from './retention-queries.ts'

const LATER = new Date('2028-03-04T12:00:00Z')
const ALL_OFF: Retention = { importFiles: null, feedPosts: null, closedPitches: null, quietContacts: null }
const ALL_ON: Retention = { importFiles: 90, feedPosts: 180, closedPitches: 365, quietContacts: 365 }

let ours: WorkspaceScope
let theirs: WorkspaceScope
let things: FullWorkspace
beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  things = await aFullWorkspace(ours, 'Lindgrove')
  await onlyWhatIsMadeHere(ours)
  await anOldImport(ours)
  await anOldPost(ours)
  await database().pitch.updateMany({
    where: { workspaceId: ours.workspaceId },
    data: { state: 'closed', closedAt: ours.now, openProspectId: null },
  })
})

describe('what is let go after a time', () => {
  it('is, by itself, only files of imports and posts on the reading list', async () => {
    await aQuietContact('Quiet Ben')
    expect(await whatGoes(await getRetention(at(ours, LATER)))).toEqual([1, 1, 0, 0])
    await applyRetention(LATER)
    expect(await whatGoes(ALL_ON)).toEqual([0, 0, 1, 1])
    expect(
      await database().importBatch.findFirst({ where: { workspaceId: ours.workspaceId } }),
    ).toMatchObject({
      blobId: null,
      state: 'applied',
      counts: { new: 1 },
    })
    expect(await database().blob.count({ where: { workspaceId: ours.workspaceId } })).toBe(0)
    expect(await database().feedPost.findFirst({ where: { workspaceId: ours.workspaceId } })).toMatchObject({
      title: 'Old post',
      text: '',
      author: '',
    })
  })

  it('is told by count and name before it is switched on, and then done just so', async () => {
    const quiet = await aQuietContact('Quiet Ben')
    const told = await previewRetention(at(ours, LATER), ALL_ON)
    expect(told.map(({ rule, total, first }) => [rule, total, first])).toEqual([
      ['importFiles', 1, ['old.csv']],
      ['feedPosts', 1, ['Old post']],
      ['closedPitches', 1, ['Lindgrove and the four good words']],
      ['quietContacts', 1, ['Quiet Ben']],
    ])
    await changeRetention(ours, ALL_ON)
    await applyRetention(LATER)
    expect(await whatGoes(ALL_ON)).toEqual([0, 0, 0, 0])
    const where = { workspaceId: ours.workspaceId }
    expect(await database().contact.count({ where: { ...where, id: quiet } })).toBe(0)
    expect(await database().contact.count({ where: { ...where, id: things.contactId } })).toBe(1)
    expect(
      await database().pitch.findFirst({ where, include: { messages: true, revisions: true } }),
    ).toMatchObject({
      ...{ subject: '', body: '', closedAt: ours.now },
      messages: [{ subject: '', body: '', direction: 'out' }],
      revisions: [{ body: '' }],
    })
    expect(await listErasures(ours)).toMatchObject([
      { why: 'retention', counts: { importFiles: 1, feedPosts: 1, closedPitches: 1, quietContacts: 1 } },
    ])
    const events = await database().auditEvent.findMany({ where: { ...where, action: 'retention.applied' } })
    expect(events).toMatchObject([{ actorKind: 'system', actorId: null, objectId: ours.workspaceId }])
  })

  it('does nothing the second time, and writes nothing down for it', async () => {
    await changeRetention(ours, ALL_ON)
    await applyRetention(LATER)
    await applyRetention(LATER)
    expect(await listErasures(ours)).toHaveLength(1)
  })

  it('leaves everything where every rule is off, and what is not old enough', async () => {
    await aQuietContact('Quiet Ben')
    await changeRetention(ours, ALL_OFF)
    await applyRetention(LATER)
    await changeRetention(ours, ALL_ON)
    await applyRetention(new Date(ours.now.getTime() + 29 * 86_400_000))
    expect(await whatGoes(ALL_ON)).toEqual([1, 1, 1, 1])
    expect(await listErasures(ours)).toEqual([])
  })

  it('spares a contact with an origin, a touch, or a change since; a stop stays as a hash', async () => {
    const withOrigin = await aQuietContact('With Origin', {
      originPage: 'https://moss.example/about',
      fitsRole: 'on',
    })
    const changed = await aQuietContact('Changed')
    const stopped = await aQuietContact('Stopped', { address: 'stop-me@moss.example' })
    const quiet = await aQuietContact('Quiet', { address: 'quiet@moss.example' })
    await stopWritingTo(ours, { contactId: stopped, words: '' })
    await database().contact.updateMany({
      where: { workspaceId: ours.workspaceId, id: changed },
      data: { updatedAt: LATER },
    })
    await changeRetention(ours, ALL_ON)
    await applyRetention(LATER)
    const left = await database().contact.findMany({
      where: { workspaceId: ours.workspaceId },
      select: { id: true },
    })
    expect(left.map(({ id }) => id).sort()).toEqual([things.contactId, withOrigin, changed].sort())
    expect(quiet).toBeTruthy()
    const asked = ['stop-me@moss.example', 'quiet@moss.example'].map((address) => ({
      kind: 'email' as const,
      address,
    }))
    expect([...(await addressesStopped(ours, asked))]).toEqual([0])
  })

  it('never touches an import that is being written, nor another workspace', async () => {
    await anOldImport(theirs)
    await changeRetention(theirs, ALL_OFF)
    await database().importBatch.updateMany({
      where: { workspaceId: ours.workspaceId },
      data: { state: 'applying' },
    })
    await applyRetention(LATER)
    for (const { workspaceId } of [ours, theirs]) {
      expect(await database().importRow.count({ where: { workspaceId } })).toBe(1)
      expect(await database().blob.count({ where: { workspaceId } })).toBe(1)
    }
  })

  it('is set by owners, seen by managers', async () => {
    const manager = await aMember(ours.workspaceId, 'manager')
    await expect(changeRetention(manager, ALL_ON)).rejects.toThrow(Refusal)
    expect(await getRetention(manager)).toEqual({ ...ALL_OFF, importFiles: 90, feedPosts: 180 })
    await expect(getRetention(await aMember(ours.workspaceId, 'writer'))).rejects.toThrow(NotFound)
  })
})

async function whatGoes(retention: Retention): Promise<number[]> {
  const told = await previewRetention(at(ours, LATER), retention)
  expect(told.map(({ rule }) => rule)).toEqual(RETENTION_RULES)
  return told.map(({ total }) => total)
}

async function aQuietContact(name: string, more: Record<string, string> = {}): Promise<string> {
  const address = `${randomUUID()}@moss.example`
  const typed = { prospectId: things.prospectId, name, channelKind: 'email', address, ...more }
  return (await addContact(ours, contactSchema.parse(typed))).contactId
}

async function anOldImport({ workspaceId, memberId, now }: WorkspaceScope) {
  const db = database()
  const { id: blobId } = await db.blob.create({
    data: { workspaceId, sha256: randomUUID(), size: 1, chunkSize: 1, isWhole: true, createdAt: now },
  })
  await db.blobChunk.create({ data: { workspaceId, blobId, number: 0, bytes: new Uint8Array([1]) } })
  const { id: batchId } = await db.importBatch.create({
    data: {
      ...{ workspaceId, blobId, fileName: 'old.csv', state: 'applied', byId: memberId, createdAt: now },
      counts: { new: 1 },
    },
  })
  await db.importRow.create({
    data: { workspaceId, batchId, number: 1, line: '2', kind: 'new', record: { a: 'b' } },
  })
}

async function anOldPost({ workspaceId, now }: WorkspaceScope) {
  const db = database()
  const { id: feedId } = await db.feed.create({
    data: {
      ...{ workspaceId, prospectId: things.prospectId, url: 'https://f.example/', urlKey: 'f.example/' },
      ...{ kind: 'rss', state: 'idle', createdAt: now },
    },
  })
  await db.feedPost.create({
    data: {
      ...{ workspaceId, feedId, prospectId: things.prospectId, guidKey: 'g', url: 'https://f.example/1' },
      ...{ title: 'Old post', author: 'Somebody', text: 'Words', seenAt: now },
    },
  })
}

/** Without the file and the post that a full workspace has already. */
async function onlyWhatIsMadeHere({ workspaceId }: WorkspaceScope) {
  const where = { where: { workspaceId } }
  await database().importRow.deleteMany(where)
  await database().importBatch.deleteMany(where)
  await database().blob.deleteMany(where)
  await database().postMark.deleteMany(where)
  await database().feedPost.deleteMany(where)
}
