import { beforeEach, describe, expect, it } from 'vitest'
import type { MergeKind, Side } from '#lib/domain/duplicates/merge-fields.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database as db } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFamily, bookOf } from '#lib/testing/a-family.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { getContact } from '../prospects/contact-queries.ts'
import { prospectIdsByKeys } from '../prospects/outlet-alias-queries.ts'
import { addProspect } from '../prospects/prospect-commands.ts'
import { prospectSchema } from '../prospects/prospect-schema.ts'
import { suppressionsFor } from '../prospects/suppression-queries.ts'
import { emptyTrash } from '../trash/empty-trash.ts'
import { moveToTrash, restoreFromTrash } from '../trash/trash-commands.ts'
import { childTables, parentColumn } from './merge-children.ts'
import { mergeTwo, sayNotSame } from './merge-commands.ts'
import { partAgain } from './unmerge-commands.ts'

const LATER = new Date('2026-03-05T12:00:00Z')
const LATEST = new Date('2026-03-06T12:00:00Z')

let ours: WorkspaceScope
let theirs: WorkspaceScope

beforeEach(async () => {
  const both = await twoWorkspaces()
  ours = both.ours
  theirs = both.theirs
})

describe('every table that hangs on a prospect or a contact', () => {
  const columns = Prisma as unknown as Record<string, Record<string, string> | undefined>
  it.each(['prospect', 'contact'] as const)('of a %s is known to the merge', (kind) => {
    const hanging = Object.values(Prisma.ModelName).filter(
      // What is searched is written by the database, from the rows themselves.
      (model) =>
        !['ProspectSearch', 'ProspectValue'].includes(model) &&
        parentColumn(kind) in (columns[`${model}ScalarFieldEnum`] ?? {}),
    )
    const names = hanging.map((model) => `${model.charAt(0).toLowerCase()}${model.slice(1)}`)
    expect(childTables(kind).sort()).toEqual(names.sort())
  })
})

describe.each(['prospect', 'contact'] as const)('a merge of two %ss and its undoing', (kind) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('leave everything as it was (family %i)', async (seed) => {
    const family = await aFamily(ours, seed)
    const [keptId = '', goneId = ''] = kind === 'prospect' ? family.prospectIds : family.contactIds
    const before = await bookOf(ours)
    const choices: Record<string, Side> =
      seed % 2 ? {} : { name: 'gone', kind: 'gone', country: 'gone', note: 'both', 'custom:size': 'gone' }
    const { mergeId } = await merge(at(ours, LATER), kind, keptId, goneId, choices)
    const merged = await bookOf(ours)
    expect(merged).not.toEqual(before)
    expect(await left(kind, goneId, ['pitch', 'touch', 'message', 'readingNote', 'suppression'])).toBe(0)
    await partAgain(at(ours, LATEST), { mergeId })
    expect(await bookOf(ours)).toEqual(before)
  })
})

describe('a merge of two prospects', () => {
  let keptId: string
  let goneId: string

  beforeEach(async () => {
    keptId = await outlet('northbound.test', 'Northbound')
    goneId = await outlet('old-northbound.test', 'The Northbound blog')
  })

  it('keeps the chosen values, the union of tags, the first day and the last touch', async () => {
    await write(keptId, { tags: ['gear'], note: 'Kind.', createdAt: NOON, country: 'NO' })
    const early = new Date('2020-01-01T00:00:00Z')
    await write(goneId, {
      tags: ['walks', 'gear'],
      note: 'Slow.',
      createdAt: early,
      lastTouchAt: early,
      country: 'SE',
    })
    await merge(at(ours, LATER), 'prospect', keptId, goneId, { name: 'gone', country: 'kept' })
    const kept = await row(keptId)
    expect(kept).toMatchObject({ name: 'The Northbound blog', country: 'NO', tags: ['gear', 'walks'] })
    expect(kept).toMatchObject({ note: 'Kind.\n\nSlow.', createdAt: early, lastTouchAt: early })
    expect(kept.outletKey).toBe('northbound.test')
    expect(await row(goneId)).toMatchObject({ mergedIntoId: keptId, deletedAt: LATER, liveOutletKey: null })
  })

  it('lets the address of the one that went lead to the one that stayed', async () => {
    await merge(ours, 'prospect', keptId, goneId)
    const found = await prospectIdsByKeys(ours, ['old-northbound.test'])
    expect(found.get('old-northbound.test')).toBe(keptId)
    await expect(outlet('old-northbound.test', 'Again')).rejects.toThrow(/already here: Northbound/)
  })

  it('is refused while a conversation is open with each, and works once one is closed', async () => {
    const pitches = [await openPitch(keptId), await openPitch(goneId)]
    await expect(merge(ours, 'prospect', keptId, goneId)).rejects.toThrow(/open with each/)
    await db().pitch.updateMany({
      where: { workspaceId: ours.workspaceId, id: pitches[1] },
      data: { state: 'closed', closedReason: 'no-answer', openProspectId: null },
    })
    await merge(ours, 'prospect', keptId, goneId)
    const open = await db().pitch.findMany({
      where: { workspaceId: ours.workspaceId, openProspectId: keptId },
    })
    expect(open.map(({ id }) => id)).toEqual([pitches[0]])
  })

  it('takes an open conversation along, and back', async () => {
    const pitchId = await openPitch(goneId)
    const { mergeId } = await merge(ours, 'prospect', keptId, goneId)
    const pitch = () => db().pitch.findFirstOrThrow({ where: { workspaceId: ours.workspaceId, id: pitchId } })
    expect(await pitch()).toMatchObject({ prospectId: keptId, openProspectId: keptId })
    await partAgain(ours, { mergeId })
    expect(await pitch()).toMatchObject({ prospectId: goneId, openProspectId: goneId })
  })

  it('happens once when it is asked for twice', async () => {
    const first = await merge(ours, 'prospect', keptId, goneId)
    const second = await merge(ours, 'prospect', keptId, goneId)
    expect(second).toEqual(first)
    expect(await db().merge.count({ where: { workspaceId: ours.workspaceId } })).toBe(1)
  })

  it('goes one way only when two people merge in opposite directions at once', async () => {
    const answers = await Promise.allSettled([
      merge(ours, 'prospect', keptId, goneId),
      merge(ours, 'prospect', goneId, keptId),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = answers.find((answer) => answer.status === 'rejected')
    expect(refused?.reason).toBeInstanceOf(Refusal)
    const live = { workspaceId: ours.workspaceId, deletedAt: null, id: { in: [keptId, goneId] } }
    expect(await db().prospect.count({ where: live })).toBe(1)
  })

  it('is refused when one of the two was changed since the person looked', async () => {
    const old = { kept: new Date(0), gone: NOON }
    const input = { kind: 'prospect' as const, keptId, goneId, seen: old, choices: {} }
    await expect(mergeTwo(ours, input)).rejects.toThrow(/Northbound was changed/)
  })

  it('is closed to another workspace, to who may not write, and to one with itself', async () => {
    const foreign = await outlet('theirs.test', 'Theirs', theirs)
    await expect(merge(theirs, 'prospect', keptId, goneId)).rejects.toThrow(NotFound)
    await expect(merge(ours, 'prospect', keptId, foreign)).rejects.toThrow(NotFound)
    await expect(merge(ours, 'prospect', keptId, keptId)).rejects.toThrow(/one and the same/)
    for (const role of ['reviewer', 'viewer'] as const) {
      const member = await aMember(ours.workspaceId, role)
      await expect(merge(member, 'prospect', keptId, goneId)).rejects.toThrow(Refusal)
    }
    const { mergeId } = await merge(ours, 'prospect', keptId, goneId)
    await expect(partAgain(theirs, { mergeId })).rejects.toThrow(NotFound)
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(partAgain(reviewer, { mergeId })).rejects.toThrow(Refusal)
  })

  it('can be undone in turn only: the later one first', async () => {
    const thirdId = await outlet('third.test', 'Third')
    const first = await merge(ours, 'prospect', keptId, goneId)
    const second = await merge(ours, 'prospect', thirdId, keptId)
    expect((await prospectIdsByKeys(ours, ['old-northbound.test'])).get('old-northbound.test')).toBe(thirdId)
    await expect(partAgain(ours, first)).rejects.toMatchObject({
      remedy: 'Part those two first, then these.',
    })
    await partAgain(ours, second)
    await partAgain(ours, first)
    const found = await prospectIdsByKeys(ours, ['old-northbound.test', 'northbound.test', 'third.test'])
    expect(Object.fromEntries(found)).toEqual({
      'old-northbound.test': goneId,
      'northbound.test': keptId,
      'third.test': thirdId,
    })
  })
})

describe('parting', () => {
  let keptId: string
  let goneId: string

  beforeEach(async () => {
    keptId = await outlet('northbound.test', 'Northbound')
    goneId = await outlet('old-northbound.test', 'Old')
    await write(goneId, { country: 'SE', tags: ['came'], custom: { size: 5 } })
    await db().customField.create({
      data: {
        workspaceId: ours.workspaceId,
        noun: 'prospect',
        key: 'size',
        label: 'Size',
        kind: 'number',
        position: 1,
        createdAt: NOON,
      },
    })
  })

  it('keeps what was edited since, names it, and gives back the rest', async () => {
    const { mergeId } = await merge(ours, 'prospect', keptId, goneId, { name: 'gone' })
    await write(keptId, { name: 'Edited since', tags: ['came', 'later'], custom: { size: 5, more: 1 } })
    const parted = await partAgain(at(ours, LATER), { mergeId })
    expect(parted).toMatchObject({ edited: ['Name'], elsewhere: 0, goneId })
    expect(await row(keptId)).toMatchObject({
      ...{ name: 'Edited since', country: null, tags: ['later'], custom: { more: 1 } },
    })
    expect(await row(goneId)).toMatchObject({ name: 'Old', country: 'SE', tags: ['came'], deletedAt: null })
  })

  it('leaves what was added since with the one that was kept', async () => {
    const { workspaceId, memberId } = ours
    const touch = (prospectId: string) =>
      db().touch.create({ data: { workspaceId, prospectId, kind: 'met', at: NOON, authorId: memberId } })
    const before = await touch(goneId)
    const { mergeId } = await merge(ours, 'prospect', keptId, goneId)
    const since = await touch(keptId)
    await partAgain(ours, { mergeId })
    const whose = await db().touch.findMany({
      where: { workspaceId },
      select: { id: true, prospectId: true },
    })
    expect(Object.fromEntries(whose.map((each) => [each.id, each.prospectId]))).toEqual({
      [before.id]: goneId,
      [since.id]: keptId,
    })
  })

  it('twice, or by two at once, parts once', async () => {
    const { mergeId } = await merge(ours, 'prospect', keptId, goneId)
    await Promise.all([partAgain(ours, { mergeId }), partAgain(ours, { mergeId })])
    await write(goneId, { name: 'Its own again' })
    await partAgain(ours, { mergeId })
    expect(await row(goneId)).toMatchObject({ name: 'Its own again', deletedAt: null })
  })

  it('is refused while the kept one is in the trash, or the other’s address is somebody’s again', async () => {
    const { mergeId } = await merge(ours, 'prospect', keptId, goneId)
    const trashed = { deletedAt: NOON, liveOutletKey: null }
    await write(keptId, trashed)
    await expect(partAgain(ours, { mergeId })).rejects.toThrow(/in the trash/)
    await write(keptId, { deletedAt: null, liveOutletKey: 'northbound.test' })
    await db().outletAlias.deleteMany({ where: { workspaceId: ours.workspaceId } })
    await outlet('old-northbound.test', 'Somebody new')
    await expect(partAgain(ours, { mergeId })).rejects.toThrow(/added again/)
  })

  it('remembers that the two are not the same', async () => {
    const { mergeId } = await merge(ours, 'prospect', keptId, goneId)
    await partAgain(ours, { mergeId })
    expect(await db().notSame.count({ where: { workspaceId: ours.workspaceId } })).toBe(1)
    await sayNotSame(ours, { kind: 'prospect', oneId: goneId, otherId: keptId })
    expect(await db().notSame.count({ where: { workspaceId: ours.workspaceId } })).toBe(1)
  })
})

describe('the trash', () => {
  let keptId: string
  let goneId: string
  let mergeId: string

  beforeEach(async () => {
    keptId = await outlet('northbound.test', 'Northbound')
    goneId = await outlet('old-northbound.test', 'Old')
    mergeId = (await merge(ours, 'prospect', keptId, goneId)).mergeId
  })

  it('never empties what was merged away while it can be parted', async () => {
    await emptyTrash(new Date('2036-01-01T00:00:00Z'))
    await partAgain(ours, { mergeId })
    expect(await row(goneId)).toMatchObject({ deletedAt: null })
  })

  it('takes what was merged along and gives it back merged', async () => {
    const { trashId } = await moveToTrash(ours, 'prospect', keptId)
    await expect(partAgain(ours, { mergeId })).rejects.toThrow(/in the trash/)
    await restoreFromTrash(ours, trashId)
    expect(await row(goneId)).toMatchObject({ mergedIntoId: keptId, trashId: null, deletedAt: NOON })
    await partAgain(ours, { mergeId })
    expect(await row(goneId)).toMatchObject({ mergedIntoId: null, deletedAt: null })
  })

  it('lets both go for good when the kept one goes', async () => {
    await moveToTrash(ours, 'prospect', keptId)
    await emptyTrash(new Date('2036-01-01T00:00:00Z'))
    const { workspaceId } = ours
    expect(await db().prospect.count({ where: { workspaceId, id: { in: [keptId, goneId] } } })).toBe(0)
    expect(await db().merge.count({ where: { workspaceId } })).toBe(0)
  })
})

describe('a stop', () => {
  it.each([
    { on: 'the one that is kept', side: 0 },
    { on: 'the one that goes', side: 1 },
  ])('on $on holds for both while they are one', async ({ side }) => {
    const [keptId = '', goneId = ''] = await people()
    await stop([keptId, goneId][side] ?? '')
    await merge(ours, 'contact', keptId, goneId)
    const person = await getContact(ours, keptId)
    expect(person.stop).not.toBeNull()
    for (const channel of person.channels) {
      expect((await suppressionsFor(ours, keptId, channel.id)).length).toBeGreaterThan(0)
    }
    expect(person.channels).toHaveLength(2)
  })

  it('said while the two were one holds for both after they are parted', async () => {
    const [keptId = '', goneId = ''] = await people()
    const { mergeId } = await merge(ours, 'contact', keptId, goneId)
    await stop(keptId, LATER)
    await partAgain(at(ours, LATEST), { mergeId })
    expect((await getContact(ours, keptId)).stop).not.toBeNull()
    expect((await getContact(ours, goneId)).stop).not.toBeNull()
  })
})

describe('an address both people have', () => {
  it('stands once, with the bounce and the notice of either, and its letters', async () => {
    const [keptId = '', goneId = ''] = await people('same@mail.test', 'same@mail.test')
    const { workspaceId } = ours
    const theirChannel = await db().channel.findFirstOrThrow({ where: { workspaceId, contactId: goneId } })
    await db().channel.updateMany({
      where: { workspaceId, id: theirChannel.id },
      data: { bouncedAt: NOON, bounceNote: 'No such mailbox' },
    })
    await merge(ours, 'contact', keptId, goneId)
    const { channels } = await getContact(ours, keptId)
    expect(channels).toHaveLength(1)
    expect(channels[0]).toMatchObject({ bouncedAt: NOON, bounceNote: 'No such mailbox' })
  })
})

async function merge(
  scope: WorkspaceScope,
  kind: MergeKind,
  keptId: string,
  goneId: string,
  choices: Record<string, Side> = {},
) {
  const seen = async (id: string) => {
    const where = { workspaceId: scope.workspaceId, id }
    const found =
      kind === 'prospect' ? await db().prospect.findFirst({ where }) : await db().contact.findFirst({ where })
    return found?.updatedAt ?? NOON
  }
  const both = { kept: await seen(keptId), gone: await seen(goneId) }
  return mergeTwo(scope, { kind, keptId, goneId, seen: both, choices })
}

async function left(kind: MergeKind, goneId: string, tables: string[]): Promise<number> {
  const known = childTables(kind).filter((name) => tables.includes(name))
  const where = { workspaceId: ours.workspaceId, [parentColumn(kind)]: goneId }
  const counts = await Promise.all(
    known.map((name) => (db()[name] as unknown as { count(a: object): Promise<number> }).count({ where })),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

async function outlet(address: string, name: string, scope = ours): Promise<string> {
  return (await addProspect(scope, prospectSchema.parse({ kind: 'blogger', name, address }))).prospectId
}

function row(id: string) {
  return db().prospect.findFirstOrThrow({ where: { workspaceId: ours.workspaceId, id } })
}

function write(id: string, data: Prisma.ProspectUncheckedUpdateManyInput) {
  return db().prospect.updateMany({ where: { workspaceId: ours.workspaceId, id }, data })
}

async function openPitch(prospectId: string): Promise<string> {
  const { workspaceId, memberId } = ours
  const times = { createdAt: NOON, updatedAt: NOON }
  const site = await db().site.create({ data: { workspaceId, name: 'S', ownerName: 'O', createdAt: NOON } })
  const campaign = await db().campaign.create({
    data: { workspaceId, siteId: site.id, name: 'C', route: 'service', story: '', createdAt: NOON },
  })
  const contact = await db().contact.create({ data: { workspaceId, name: 'Ana', ...times } })
  const channel = await db().channel.create({
    data: {
      workspaceId,
      contactId: contact.id,
      kind: 'dm',
      address: '@a',
      addressKey: 'dm:a',
      createdAt: NOON,
    },
  })
  const of = {
    workspaceId,
    prospectId,
    contactId: contact.id,
    channelId: channel.id,
    campaignId: campaign.id,
  }
  const sent = { state: 'sent', openProspectId: prospectId, sentAt: NOON, writerId: memberId, ...times }
  return (await db().pitch.create({ data: { ...of, ...sent } })).id
}

async function people(...addresses: string[]): Promise<string[]> {
  const { workspaceId } = ours
  return Promise.all(
    [0, 1].map(async (n) => {
      const address = addresses[n] ?? `ana${n}@mail.test`
      const contact = await db().contact.create({
        data: { workspaceId, name: 'Ana', createdAt: NOON, updatedAt: NOON },
      })
      await db().channel.create({
        data: {
          workspaceId,
          contactId: contact.id,
          kind: 'email',
          address,
          addressKey: address,
          createdAt: NOON,
        },
      })
      return contact.id
    }),
  )
}

async function stop(contactId: string, when = NOON) {
  const { workspaceId, memberId } = ours
  await db().suppression.create({
    data: { workspaceId, contactId, reason: 'asked-to-stop', at: when, byId: memberId },
  })
}
