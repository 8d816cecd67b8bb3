import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { moveToTrash, restoreFromTrash } from '#lib/features/trash/trash-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPitchGround, aSentPitch } from '#lib/testing/a-pitch.ts'
import { aPromise } from '#lib/testing/a-promise.ts'
import { aMember, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { keepPromise, releasePromise, reopenPromise } from './promise-commands.ts'
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

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

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
    expect(
      (await listPromises(scope, readPromiseList({ after: 'nonsense', state: 'x', q: '\0' }))).rows,
    ).toHaveLength(50)
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
