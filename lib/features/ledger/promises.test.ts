import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { recordFollowUpSent, saveFollowUpText } from '#lib/features/pitches/follow-up-commands.ts'
import { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import { markReady } from '#lib/features/pitches/ready-commands.ts'
import { recordSent } from '#lib/features/pitches/sending-commands.ts'
import { moveToTrash, restoreFromTrash } from '#lib/features/trash/trash-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aDraft, aPerson, aPitchGround, aReadyPitch, aSentPitch } from '#lib/testing/a-pitch.ts'
import { aMember, at, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { findOverduePromise, listOverduePromises } from './overdue-promise-queries.ts'
import { keepPromise, makePromise, releasePromise, reopenPromise } from './promise-commands.ts'
import { readPromiseList } from './promise-list.ts'
import {
  listPromises,
  listPromisesDue,
  listPromisesOfContact,
  listPromisesOfProspect,
  listPromisesOfThemOverdue,
  searchPromises,
} from './promise-queries.ts'
import { promiseSchema } from './promise-schema.ts'

type Ground = Awaited<ReturnType<typeof aPitchGround>>

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

async function aPromise(scope: WorkspaceScope, ground: Ground, extra: Record<string, string> = {}) {
  const { promiseId } = await makePromise(
    scope,
    promiseSchema.parse({
      ...{ prospectId: ground.prospect.id, contactId: ground.contact.id },
      ...{ whose: 'ours', words: 'Send the sizes', dueOn: '2026-03-03', ...extra },
    }),
  )
  return promiseId
}

/** As it stands, by whoever may see the list it is on. */
async function getPromise(scope: WorkspaceScope, id: string) {
  const { workspaceId } = scope
  const row = await database().promiseMade.findFirst({
    where: { workspaceId, id },
    select: { prospectId: true },
  })
  const { open, settled } = await listPromisesOfProspect(scope, row?.prospectId ?? '')
  return [...open, ...settled].find((promise) => promise.id === id) ?? null
}

describe('a promise', () => {
  it('is noted with whose it is, its day and who noted it', async () => {
    const ground = await aPitchGround(ours)
    const promiseId = await aPromise(ours, ground, { whose: 'theirs', dueOn: '2026-04-01' })
    expect(await getPromise(ours, promiseId)).toMatchObject({
      ...{ whose: 'theirs', words: 'Send the sizes', dueOn: '2026-04-01', state: 'open', settledAt: null },
      ...{ madeBy: { name: ours.actorName }, contact: { id: ground.contact.id } },
    })
    expect(await listPromisesOfContact(ours, ground.contact.id)).toMatchObject({
      open: [{ id: promiseId }],
      settled: [],
    })
  })

  it('is one when pressed twice', async () => {
    const ground = await aPitchGround(ours)
    await Promise.all([aPromise(ours, ground), aPromise(ours, ground)])
    expect((await listPromisesOfProspect(ours, ground.prospect.id)).open).toHaveLength(1)
  })

  it('is kept, let go of with a reason, and opened again; each twice is once', async () => {
    const ground = await aPitchGround(ours)
    const promiseId = await aPromise(ours, ground)
    await keepPromise(ours, { promiseId, note: 'Sent them by post' })
    await keepPromise(ours, { promiseId, note: '' })
    expect(await getPromise(ours, promiseId)).toMatchObject({
      ...{ state: 'kept', settledWhy: 'Sent them by post', settledBy: { name: ours.actorName } },
      settledAt: ours.now,
    })
    await expect(releasePromise(ours, { promiseId, reason: 'No' })).rejects.toThrow('kept meanwhile')
    await reopenPromise(ours, { promiseId })
    await reopenPromise(ours, { promiseId })
    expect(await getPromise(ours, promiseId)).toMatchObject({
      state: 'open',
      settledWhy: '',
      settledAt: null,
    })
    await releasePromise(ours, { promiseId, reason: 'I told her that we are out of paper' })
    await expect(keepPromise(ours, { promiseId, note: '' })).rejects.toThrow('let go of meanwhile')
    expect(await getPromise(ours, promiseId)).toMatchObject({ state: 'released' })
  })

  it('asks for words and for a day that makes sense', async () => {
    const ground = await aPitchGround(ours)
    const wrong = promiseSchema.safeParse({
      prospectId: ground.prospect.id,
      whose: 'ours',
      dueOn: '2026-02-30',
    })
    expect(Object.keys(wrong.error?.flatten().fieldErrors ?? {}).toSorted()).toEqual(['dueOn', 'words'])
    await expect(aPromise(ours, ground, { dueOn: '2062-03-03' })).rejects.toMatchObject({ field: 'dueOn' })
    const other = await aPitchGround(ours)
    await expect(aPromise(ours, ground, { contactId: other.contact.id })).rejects.toMatchObject({
      field: 'contactId',
    })
    const pitchId = await aSentPitch(ours, other)
    await expect(aPromise(ours, ground, { pitchId })).rejects.toThrow(NotFound)
  })

  it('is nobody else’s, and not for who may not write', async () => {
    const ground = await aPitchGround(ours)
    const promiseId = await aPromise(ours, ground)
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    const viewer = await aMember(ours.workspaceId, 'viewer', undefined, [ground.site.id])
    await expect(aPromise(theirs, ground)).rejects.toThrow(NotFound)
    await expect(keepPromise(theirs, { promiseId, note: '' })).rejects.toThrow(NotFound)
    await expect(releasePromise(theirs, { promiseId, reason: 'x' })).rejects.toThrow(NotFound)
    await expect(reopenPromise(theirs, { promiseId })).rejects.toThrow(NotFound)
    await expect(aPromise(reviewer, ground)).rejects.toThrow(Refusal)
    expect(await getPromise(reviewer, promiseId)).toMatchObject({ state: 'open' })
    await expect(listPromises(viewer, readPromiseList({}))).rejects.toThrow(NotFound)
    await expect(listPromisesOfProspect(viewer, ground.prospect.id)).rejects.toThrow(NotFound)
    await expect(keepPromise(viewer, { promiseId, note: '' })).rejects.toThrow(Refusal)
  })

  it('goes to the trash and back, alone, with its person and with its outlet', async () => {
    const ground = await aPitchGround(ours)
    const promiseId = await aPromise(ours, ground)
    for (const [kind, id] of [
      ['promise', promiseId],
      ['contact', ground.contact.id],
      ['prospect', ground.prospect.id],
    ] as const) {
      const { trashId } = await moveToTrash(ours, kind, id)
      expect(await getPromise(ours, promiseId)).toBeNull()
      await restoreFromTrash(ours, trashId)
      expect(await getPromise(ours, promiseId)).toMatchObject({ state: 'open' })
    }
  })
})

describe('lists of promises', () => {
  it('are paged by the day, forth and back, and found by words', async () => {
    const scope = await aWorkspace('Pages')
    const ground = await aPitchGround(scope)
    const { workspaceId, memberId, now } = scope
    await database().promiseMade.createMany({
      data: Array.from({ length: 120 }, (_, n) => ({
        ...{ workspaceId, prospectId: ground.prospect.id, whose: n % 2 ? 'theirs' : 'ours' },
        ...{ words: `Promise ${n} 100%`, madeAt: now, madeById: memberId },
        dueOn: new Date(Date.UTC(2026, 2, 1 + Math.floor(n / 3))),
      })),
    })
    const seen: string[] = []
    let list = readPromiseList({})
    let page = await listPromises(scope, list)
    const first = page.rows.map(({ id }) => id)
    for (;;) {
      seen.push(...page.rows.map(({ id }) => id))
      if (!page.after) break
      list = readPromiseList({ after: page.after })
      page = await listPromises(scope, list)
    }
    expect(new Set(seen).size).toBe(120)
    const back = await listPromises(scope, readPromiseList({ before: page.before ?? '' }))
    expect(back.rows).toHaveLength(50)
    expect(await listPromises(scope, readPromiseList({ before: back.before ?? '' }))).toMatchObject({
      rows: first.map((id) => ({ id })),
      before: null,
    })
    expect((await listPromises(scope, readPromiseList({ q: '19 100%' }))).rows).toHaveLength(2)
    expect(
      (await listPromises(scope, readPromiseList({ whose: 'theirs', q: 'promise 33 ' }))).rows,
    ).toHaveLength(1)
    expect(await searchPromises(scope, 'promise 42', 5)).toHaveLength(1)
    expect((await listPromises(scope, readPromiseList({ after: 'nonsense', state: 'x' }))).rows).toHaveLength(
      50,
    )
  })

  it('tell apart what we owe and what they owe, by the calendar of who asks', async () => {
    const scope = await aWorkspace('Due')
    const ground = await aPitchGround(scope)
    const due = await aPromise(scope, ground, { dueOn: '2026-03-04' })
    await aPromise(scope, ground, { dueOn: '2026-03-05', words: 'Later' })
    const overdue = await aPromise(scope, ground, { whose: 'theirs' })
    await aPromise(scope, ground, { whose: 'theirs', dueOn: '2026-03-04', words: 'Today' })
    expect((await listPromisesDue(scope)).map(({ id }) => id)).toEqual([due])
    expect((await listPromisesOfThemOverdue(scope)).map(({ id }) => id)).toEqual([overdue])
    const east = { ...scope, timeZone: 'Pacific/Kiritimati' }
    expect(await listPromisesDue(east)).toHaveLength(2)
    expect(await listPromisesOfThemOverdue(east)).toHaveLength(2)
  })
})

describe('an overdue promise of ours', () => {
  it('is in the way once its day is over, for that person wherever they are', async () => {
    const scope = await aWorkspace('In the way')
    const ground = await aPitchGround(scope)
    const colleague = await aPerson(scope, ground.prospect.id, { address: 'ben@blog.example' })
    await aPromise(scope, ground, { dueOn: '2026-03-04' })
    const whom = { contactId: ground.contact.id, prospectId: ground.prospect.id }
    const tomorrow = at(scope, '2026-03-05T12:00:00Z')
    expect(await findOverduePromise(scope, whom)).toBeNull()
    expect(await findOverduePromise(tomorrow, whom)).toBe('“Send the sizes”, due on 4 March 2026')
    expect(await findOverduePromise(tomorrow, { ...whom, prospectId: null })).not.toBeNull()
    const others = [
      { contactId: colleague.contact.id, prospectId: ground.prospect.id },
      { contactId: null, prospectId: ground.prospect.id },
      { contactId: null, prospectId: null },
    ]
    expect((await listOverduePromises(tomorrow, others)).map(Boolean)).toEqual([false, true, false])
  })

  it('to nobody in particular is in the way of everybody there; theirs is in nobody’s', async () => {
    const scope = await aWorkspace('Outlet')
    const ground = await aPitchGround(scope)
    const whom = { contactId: ground.contact.id, prospectId: ground.prospect.id }
    await aPromise(scope, ground, { whose: 'theirs' })
    expect(await findOverduePromise(scope, whom)).toBeNull()
    await aPromise(scope, ground, { contactId: '' })
    expect(await findOverduePromise(scope, whom)).not.toBeNull()
  })

  it('keeps a pitch from being ready until it is kept, or we say that we cannot', async () => {
    const ground = await aPitchGround(ours)
    const pitchId = await aDraft(ours, ground)
    const promiseId = await aPromise(ours, ground)
    await expect(markReady(ours, { pitchId })).rejects.toMatchObject({
      message: expect.stringContaining('You owe this person something'),
      remedy: 'Keep it, or say you cannot.',
    })
    await keepPromise(ours, { promiseId, note: '' })
    await markReady(ours, { pitchId })
  })

  it('keeps a letter that was ready before from going out, unless an owner has set it aside', async () => {
    const ground = await aPitchGround(ours)
    const pitchId = await aReadyPitch(ours, ground)
    const promiseId = await aPromise(ours, ground)
    await expect(recordSent(ours, { pitchId, via: 'copy' })).rejects.toThrow('You owe this person something')
    expect(await getPitch(ours, pitchId)).toMatchObject({ inTheWay: [{ rule: 'promise-owed' }], links: [] })
    await releasePromise(ours, { promiseId, reason: 'Told her so' })
    await recordSent(ours, { pitchId, via: 'copy' })
    const other = await aPitchGround(ours)
    await aPromise(ours, other)
    const overruled = await aDraft(ours, other)
    await markReady(ours, { pitchId: overruled, overruleReason: 'She asked for it today' })
    await recordSent(ours, { pitchId: overruled, via: 'copy' })
  })

  it('pauses a follow-up', async () => {
    const ground = await aPitchGround(ours)
    const pitchId = await aSentPitch(ours, ground)
    const promiseId = await aPromise(ours, ground)
    const later = at(ours, '2026-03-12T12:00:00Z')
    const { workspaceId } = ours
    const { id: followUpId } = await database().followUp.findFirstOrThrow({ where: { workspaceId, pitchId } })
    const words = {
      subject: 'Re: Your post about carrying one tent',
      body: 'Hi Anna,\n\nonly a nudge. A no is fine.\n\nMara',
    }
    await saveFollowUpText(later, { followUpId, ...words })
    await expect(recordFollowUpSent(later, { followUpId, via: 'copy' })).rejects.toMatchObject({
      remedy: 'Keep it, or say you cannot.',
    })
    expect((await getPitch(later, pitchId)).waiting).toMatchObject({
      maySend: false,
      problems: [{ rule: 'promise-owed' }],
    })
    await keepPromise(later, { promiseId, note: '' })
    await recordFollowUpSent(later, { followUpId, via: 'copy' })
  })
})
