import { beforeAll, describe, expect, it } from 'vitest'
import { recordFollowUpSent, saveFollowUpText } from '#lib/features/pitches/follow-up-commands.ts'
import { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import { markReady } from '#lib/features/pitches/ready-commands.ts'
import { recordSent } from '#lib/features/pitches/sending-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aDraft, aPerson, aPitchGround, aReadyPitch, aSentPitch } from '#lib/testing/a-pitch.ts'
import { aPromise } from '#lib/testing/a-promise.ts'
import { at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { findOverduePromise, listOverduePromises } from './overdue-promise-queries.ts'
import { keepPromise, releasePromise } from './promise-commands.ts'

let ours: WorkspaceScope
beforeAll(async () => {
  ours = await aWorkspace('Owing')
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
