import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { leaveAnswer, logReply } from '#lib/features/pitches/conversation-commands.ts'
import { moveToTrash, restoreFromTrash } from '#lib/features/trash/trash-commands.ts'
import { removeMember } from '#lib/features/workspaces/member-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aDraft, aPitchGround, aSentPitch } from '#lib/testing/a-pitch.ts'
import { aMember, at, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { putOff, takeUp } from './put-off-commands.ts'
import { findJustPutOff, listPutOff, listPutOffRows, MOST_PUT_OFF_OF_A_KIND } from './put-off-queries.ts'
import type { TodayKind, TodayThing } from './today-kinds.ts'
import { loadToday } from './today-page-queries.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

async function onToday(scope: WorkspaceScope, kind: TodayKind): Promise<TodayThing[]> {
  const { sections } = await loadToday(scope)
  const items = sections.find((section) => section.kind === kind)?.items ?? []
  return items.map(({ id, mark }) => ({ kind, itemId: id, mark }))
}

async function idsOf(scope: WorkspaceScope, kind: TodayKind) {
  return (await onToday(scope, kind)).map(({ itemId }) => itemId)
}

async function firstOn(scope: WorkspaceScope, kind: TodayKind): Promise<TodayThing> {
  const [thing] = await onToday(scope, kind)
  if (!thing) throw new Error(`Nothing of the kind ${kind}`)
  return thing
}

const tomorrow = { choice: 'tomorrow', date: null } as const
const done = { choice: 'done', date: null } as const

async function anAnswer(scope: WorkspaceScope) {
  const pitchId = await aSentPitch(scope)
  await logReply(scope, { pitchId, once: randomUUID(), body: 'Yes, please' })
  return pitchId
}

describe('putting something off', () => {
  it('takes it out of this member’s sight until their midnight, and out of nobody else’s', async () => {
    const scope = await aWorkspace('Snooze')
    const other = await aMember(scope.workspaceId, 'writer')
    const itemId = await anAnswer(scope)
    const me = { ...at(scope, '2026-03-04T12:00:00Z'), timeZone: 'America/Los_Angeles' }
    expect(await putOff(me, { thing: await firstOn(me, 'answer'), ...tomorrow })).toEqual({
      until: '2026-03-05',
      who: 'Anna Berg',
    })
    expect(await idsOf(me, 'answer')).toEqual([])
    expect(await idsOf(other, 'answer')).toEqual([itemId])
    expect(await idsOf(at(me, '2026-03-05T07:59:59Z'), 'answer')).toEqual([])
    expect(await idsOf(at(me, '2026-03-05T08:00:00Z'), 'answer')).toEqual([itemId])
    // Whoever has moved east meanwhile is a day further.
    expect(await idsOf({ ...me, timeZone: 'Pacific/Auckland' }, 'answer')).toEqual([itemId])
  })

  it('says what is put off, what is done for today apart, until it is taken up again', async () => {
    const scope = await aWorkspace('List')
    const [late, soon] = [await anAnswer(scope), await anAnswer(scope)]
    const things = await onToday(scope, 'answer')
    const of = (itemId: string) => things.find((thing) => thing.itemId === itemId) as TodayThing
    await putOff(scope, { thing: of(soon), ...done })
    await putOff(at(scope, '2026-03-04T12:00:01Z'), { thing: of(late), choice: 'next-week', date: null })
    const listed = await listPutOff(scope)
    expect(listed.map(({ item, putOff: { how, until } }) => [item.id, how, until])).toEqual([
      [late, 'later', '2026-03-09'],
      [soon, 'done', '2026-03-05'],
    ])
    await takeUp(scope, { thing: of(late) })
    await takeUp(scope, { thing: of(late) })
    expect((await listPutOff(scope)).map(({ item }) => item.id)).toEqual([soon])
    expect(await idsOf(scope, 'answer')).toEqual([late])
  })

  it('brings it back as soon as something happens to it', async () => {
    const scope = await aWorkspace('Back')
    const itemId = await anAnswer(scope)
    await putOff(scope, { thing: await firstOn(scope, 'answer'), choice: 'next-week', date: null })
    const later = at(scope, '2026-03-05T12:00:00Z')
    expect(await idsOf(later, 'answer')).toEqual([])
    await logReply(later, { pitchId: itemId, once: randomUUID(), body: 'Are you there?' })
    expect(await idsOf(later, 'answer')).toEqual([itemId])
    expect(await listPutOff(later)).toEqual([])
  })

  it('keeps a follow-up away, and shows the answer that came meanwhile', async () => {
    const scope = await aWorkspace('Follow-up')
    const pitchId = await aSentPitch(scope)
    const dueAt = at(scope, '2026-03-12T12:00:00Z')
    await putOff(dueAt, { thing: await firstOn(dueAt, 'follow-up'), choice: 'next-week', date: null })
    expect(await idsOf(dueAt, 'follow-up')).toEqual([])
    await logReply(dueAt, { pitchId, once: randomUUID(), body: 'Yes' })
    expect(await idsOf(dueAt, 'answer')).toEqual([pitchId])
    expect(await listPutOff(dueAt)).toEqual([])
  })

  it('brings a follow-up back that was moved to another day', async () => {
    const scope = await aWorkspace('Moved')
    const pitchId = await aSentPitch(scope)
    const dueAt = at(scope, '2026-03-12T12:00:00Z')
    const thing = await firstOn(dueAt, 'follow-up')
    await putOff(dueAt, { thing, choice: 'next-week', date: null })
    const { workspaceId } = scope
    await database().followUp.updateMany({
      where: { workspaceId, pitchId },
      data: { dueOn: new Date('2026-03-13T00:00:00Z') },
    })
    expect(await idsOf(at(scope, '2026-03-13T12:00:00Z'), 'follow-up')).toEqual([thing.itemId])
  })

  it('twice is once, and another day replaces the first', async () => {
    const scope = await aWorkspace('Twice')
    await anAnswer(scope)
    const thing = await firstOn(scope, 'answer')
    await Promise.all([putOff(scope, { thing, ...tomorrow }), putOff(scope, { thing, ...tomorrow })])
    await putOff(scope, { thing, choice: 'date', date: '2026-04-01' })
    expect(await listPutOffRows(scope)).toMatchObject([{ until: '2026-04-01', how: 'later' }])
  })

  it('refuses what does not wait any more, and what something happened to meanwhile', async () => {
    const scope = await aWorkspace('Gone')
    const pitchId = await anAnswer(scope)
    const thing = await firstOn(scope, 'answer')
    const later = at(scope, '2026-03-04T13:00:00Z')
    await logReply(later, { pitchId, once: randomUUID(), body: 'And another thing' })
    await expect(putOff(later, { thing, ...tomorrow })).rejects.toThrow('Something happened to it meanwhile')
    const fresh = await firstOn(later, 'answer')
    await putOff(later, { thing: fresh, ...tomorrow })
    await leaveAnswer(later, { pitchId })
    expect(await listPutOff(later)).toEqual([])
    await expect(putOff(later, { thing: fresh, ...tomorrow })).rejects.toThrow('does not wait any more')
  })

  it('shows no draft that lies in the trash, and goes on when it comes back', async () => {
    const scope = await aWorkspace('Trash')
    const pitchId = await aDraft(scope, await aPitchGround(scope))
    await putOff(scope, { thing: await firstOn(scope, 'draft'), ...tomorrow })
    const { trashId } = await moveToTrash(scope, 'pitch', pitchId)
    expect(await listPutOff(scope)).toEqual([])
    await restoreFromTrash(scope, trashId)
    expect((await listPutOff(scope)).map(({ item }) => item.id)).toEqual([pitchId])
  })

  it('knows nothing of another workspace’s things', async () => {
    const pitchId = await anAnswer(theirs)
    const thing = await firstOn(theirs, 'answer')
    await expect(putOff(ours, { thing, ...tomorrow })).rejects.toThrow('does not wait any more')
    expect(await listPutOffRows(ours)).toEqual([])
    await putOff(theirs, { thing, ...tomorrow })
    await takeUp(ours, { thing })
    expect((await listPutOff(theirs)).map(({ item }) => item.id)).toEqual([pitchId])
  })

  it('is not for a viewer, and of the lists one cannot see it knows none', async () => {
    const scope = await aWorkspace('Roles')
    const ground = await aPitchGround(scope)
    const viewer = await aMember(scope.workspaceId, 'viewer', undefined, [ground.site.id])
    const writer = await aMember(scope.workspaceId, 'writer')
    const pitchId = await anAnswer(scope)
    const thing = await firstOn(scope, 'answer')
    await expect(putOff(viewer, { thing, ...tomorrow })).rejects.toThrow(Refusal)
    await expect(takeUp(viewer, { thing })).rejects.toThrow(Refusal)
    await expect(listPutOff(viewer)).rejects.toThrow(NotFound)
    await expect(loadToday(viewer)).rejects.toThrow(NotFound)
    const review = { ...thing, kind: 'pitch-review', itemId: pitchId } as const
    await expect(putOff(writer, { thing: review, ...tomorrow })).rejects.toThrow('does not wait any more')
  })

  it('says beside the day why it makes no sense', async () => {
    const scope = await aWorkspace('Days')
    await anAnswer(scope)
    const thing = await firstOn(scope, 'answer')
    await expect(putOff(scope, { thing, choice: 'date', date: '2026-03-04' })).rejects.toMatchObject({
      field: 'date',
      message: 'Please choose a day after today.',
    })
    // Where it is the fifth already.
    const east = { ...scope, timeZone: 'Pacific/Kiritimati' }
    await expect(putOff(east, { thing, choice: 'date', date: '2026-03-05' })).rejects.toThrow(Refusal)
  })

  it('keeps no more of a list than can be read beside it, and lets go of days gone by', async () => {
    const scope = await aWorkspace('Many')
    await anAnswer(scope)
    const thing = await firstOn(scope, 'answer')
    const { workspaceId, memberId, now } = scope
    const rows = (n: number, until: string) =>
      database().putOff.createMany({
        data: Array.from({ length: n }, () => ({
          ...{ workspaceId, memberId, kind: 'answer', itemId: randomUUID(), mark: '' },
          ...{ until: new Date(until), how: 'later', at: now },
        })),
      })
    await rows(1, '2026-03-01')
    await rows(MOST_PUT_OFF_OF_A_KIND - 1, '2026-03-20')
    await putOff(scope, { thing, ...tomorrow })
    await putOff(scope, { thing, ...done })
    await rows(1, '2026-03-20')
    await takeUp(scope, { thing })
    await expect(putOff(scope, { thing, ...tomorrow })).rejects.toThrow('You have put off 100')
    expect(await database().putOff.count({ where: { workspaceId, memberId } })).toBe(MOST_PUT_OFF_OF_A_KIND)
  })

  it('goes on for somebody who was away, and shows nothing of it to who has their letters now', async () => {
    const scope = await aWorkspace('Leaving')
    const writer = await aMember(scope.workspaceId, 'writer')
    const pitchId = await aDraft(writer, await aPitchGround(writer))
    await putOff(writer, { thing: await firstOn(writer, 'draft'), choice: 'next-week', date: null })
    await removeMember(scope, { memberId: writer.memberId, reassignToId: null })
    expect(await idsOf(scope, 'draft')).toEqual([pitchId])
  })
})

describe('what was just put off', () => {
  it('is offered back for two minutes', async () => {
    const scope = await aWorkspace('Just')
    const pitchId = await anAnswer(scope)
    await putOff(scope, { thing: await firstOn(scope, 'answer'), ...done })
    const just = async (moment: string) => {
      const then = at(scope, moment)
      return (await findJustPutOff(then, await listPutOffRows(then)))?.item.id ?? null
    }
    expect(await just('2026-03-04T12:02:00Z')).toBe(pitchId)
    expect(await just('2026-03-04T12:02:01Z')).toBe(null)
  })
})
