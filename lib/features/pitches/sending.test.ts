import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { stopWritingTo } from '#lib/features/prospects/suppression-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aDraft, aPerson, aPitchGround, aReadyPitch, aSentPitch, pitchRow } from '#lib/testing/a-pitch.ts'
import { aMember, at, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { saveDraft } from './draft-commands.ts'
import { recordFollowUpSent, saveFollowUpText, skipFollowUp } from './follow-up-commands.ts'
import { closePitch } from './pitch-commands.ts'
import { getPitch } from './pitch-page-queries.ts'
import { markReady } from './ready-commands.ts'
import { recordSent } from './sending-commands.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

const NUDGE = {
  subject: 'Re: your post',
  body: 'Hi Anna, only a nudge in case this slipped by. A no is fine too.',
}

async function withLimits(settings: object) {
  const scope = await aWorkspace('Limits')
  await database().workspace.update({ where: { id: scope.workspaceId }, data: { settings } })
  return scope
}

async function writtenFollowUp(scope: WorkspaceScope, pitchId: string) {
  const { followUps } = await pitchRow(scope, pitchId)
  const followUpId = followUps.at(-1)?.id ?? ''
  await saveFollowUpText(scope, { followUpId, ...NUDGE })
  return followUpId
}

describe('"I sent it"', () => {
  it('freezes the text with its time, opens the conversation and plans one follow-up', async () => {
    const ground = await aPitchGround(ours)
    const pitchId = await aReadyPitch(ours, ground)
    const draft = await pitchRow(ours, pitchId)
    await recordSent(ours, { pitchId, via: 'gmail' })
    const sent = await pitchRow(ours, pitchId)
    expect(sent).toMatchObject({
      state: 'sent',
      sentVia: 'gmail',
      sentAt: ours.now,
      lastMessageAt: ours.now,
      openProspectId: ground.prospect.id,
    })
    expect(sent.messages).toMatchObject([
      {
        direction: 'out',
        purpose: 'first',
        via: 'gmail',
        subject: draft.subject,
        body: draft.body,
        at: ours.now,
      },
    ])
    expect(sent.followUps).toMatchObject([
      { number: 1, state: 'due', dueOn: new Date('2026-03-11T00:00:00Z') },
    ])
    const prospect = await database().prospect.findFirst({
      where: { workspaceId: ours.workspaceId, id: ground.prospect.id },
    })
    expect(prospect?.lastTouchAt).toEqual(ours.now)
    await expect(
      saveDraft(ours, { pitchId, revision: sent.revision, subject: 'x', body: 'y' }),
    ).rejects.toThrow('sent')
  })

  it('happens once, in however many tabs it is pressed', async () => {
    const pitchId = await aReadyPitch(ours)
    await Promise.all(Array.from({ length: 4 }, () => recordSent(ours, { pitchId, via: 'copy' })))
    await recordSent(at(ours, '2026-03-04T13:00:00Z'), { pitchId, via: 'gmail' })
    const { messages, followUps, sentVia } = await pitchRow(ours, pitchId)
    expect([messages.length, followUps.length, sentVia]).toEqual([1, 1, 'copy'])
  })

  it('asks for a ready pitch, a way that fits the channel, this workspace and a writer', async () => {
    const draft = await aDraft(ours, await aPitchGround(ours))
    await expect(recordSent(ours, { pitchId: draft, via: 'copy' })).rejects.toThrow('not marked as ready')
    const form = await aReadyPitch(ours, await aPitchGround(ours, { kind: 'form' }))
    await expect(recordSent(ours, { pitchId: form, via: 'gmail' })).rejects.toThrow('not sent that way')
    await expect(recordSent(theirs, { pitchId: form, via: 'form' })).rejects.toThrow(NotFound)
    await expect(
      recordSent(await aMember(ours.workspaceId, 'reviewer'), { pitchId: form, via: 'form' }),
    ).rejects.toThrow(Refusal)
    await recordSent(ours, { pitchId: form, via: 'form' })
    expect((await pitchRow(ours, form)).state).toBe('sent')
  })

  it('opens one conversation per prospect, also when two are sent at the same moment', async () => {
    const ground = await aPitchGround(ours)
    const other = await aPerson(ours, ground.prospect.id, { address: 'second@blog.example' })
    const pitches = [await aReadyPitch(ours, ground), await aReadyPitch(ours, { ...ground, ...other })]
    const results = await Promise.allSettled(
      pitches.map((pitchId) => recordSent(ours, { pitchId, via: 'copy' })),
    )
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const rejected = results.find((result) => result.status === 'rejected')
    expect(rejected?.reason).toBeInstanceOf(Refusal)
  })

  it('writes once to a person known at two outlets, also at the same moment', async () => {
    const [one, two] = [await aPitchGround(ours), await aPitchGround(ours)]
    await database().affiliation.create({
      data: { workspaceId: ours.workspaceId, prospectId: two.prospect.id, contactId: one.contact.id },
    })
    const pitches = [
      await aReadyPitch(ours, one),
      await aReadyPitch(ours, { ...two, contact: one.contact, channel: one.channel }),
    ]
    const results = await Promise.allSettled(
      pitches.map((pitchId) => recordSent(ours, { pitchId, via: 'copy' })),
    )
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('asks the final rules once more: who said stop after "ready" is not written to', async () => {
    const ground = await aPitchGround(ours)
    const pitchId = await aReadyPitch(ours, ground)
    await stopWritingTo(ours, { contactId: ground.contact.id, words: 'No more, please' })
    await expect(recordSent(ours, { pitchId, via: 'copy' })).rejects.toThrow('No more, please')
    expect((await pitchRow(ours, pitchId)).messages).toEqual([])
  })

  it('stops at the daily cap, even when everything is pressed at once, and goes on the next day of the sender', async () => {
    const scope = { ...(await withLimits({ dailyCap: 2 })), timeZone: 'Pacific/Auckland' } as WorkspaceScope
    const late = at(scope, '2026-03-04T10:30:00Z') // 23:30 in Auckland
    const ready = [await aReadyPitch(late), await aReadyPitch(late), await aReadyPitch(late)]
    const results = await Promise.allSettled(
      ready.map((pitchId) => recordSent(late, { pitchId, via: 'copy' })),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(2)
    const left = ready[results.findIndex((result) => result.status === 'rejected')] ?? ''
    await expect(
      recordSent(at(scope, '2026-03-04T10:59:00Z'), { pitchId: left, via: 'copy' }),
    ).rejects.toThrow('limit is 2')
    await recordSent(at(scope, '2026-03-04T11:00:00Z'), { pitchId: left, via: 'copy' })
  })
})

describe('the follow-up', () => {
  it.each([
    ['in their zone', 'Pacific/Auckland', '2026-03-06T10:30:00Z', '2026-03-13'],
    ['in the zone of the Site where theirs is not known', null, '2026-03-06T22:30:00Z', '2026-03-13'],
    ['on the next day where the Site is past midnight', null, '2026-03-08T23:30:00Z', '2026-03-16'],
    ['over the start of summer time', 'Europe/Berlin', '2026-03-27T22:30:00Z', '2026-04-03'],
  ])('is due after five working days, %s', async (_, timeZone, sentAt, dueOn) => {
    const scope = at(ours, sentAt)
    const pitchId = await aSentPitch(scope, await aPitchGround(scope, { timeZone }))
    const { followUps } = await pitchRow(scope, pitchId)
    expect(followUps[0]?.dueOn).toEqual(new Date(`${dueOn}T00:00:00Z`))
  })

  it('goes out once, when it is due, and none comes after it', async () => {
    const pitchId = await aSentPitch(ours)
    const followUpId = await writtenFollowUp(ours, pitchId)
    await expect(
      recordFollowUpSent(at(ours, '2026-03-10T12:00:00Z'), { followUpId, via: 'copy' }),
    ).rejects.toThrow('not due yet')
    const later = at(ours, '2026-03-11T12:00:00Z')
    await Promise.all([1, 2, 3].map(() => recordFollowUpSent(later, { followUpId, via: 'copy' })))
    const { messages, followUps, lastMessageAt } = await pitchRow(ours, pitchId)
    expect(messages.map((message) => message.purpose)).toEqual(['first', 'follow-up'])
    expect(messages[1]).toMatchObject(NUDGE)
    expect(followUps).toMatchObject([{ state: 'sent' }])
    expect(lastMessageAt).toEqual(later.now)
  })

  it('comes a second time only where the workspace allows two, and never a third time', async () => {
    const scope = await withLimits({ maxFollowUps: 2 })
    const pitchId = await aSentPitch(scope)
    const first = await writtenFollowUp(scope, pitchId)
    await recordFollowUpSent(at(scope, '2026-03-11T12:00:00Z'), { followUpId: first, via: 'copy' })
    const second = await writtenFollowUp(scope, pitchId)
    expect(second).not.toBe(first)
    await recordFollowUpSent(at(scope, '2026-03-18T12:00:00Z'), { followUpId: second, via: 'copy' })
    expect((await pitchRow(scope, pitchId)).followUps).toHaveLength(2)
  })

  it('is not planned where the workspace wants none', async () => {
    const scope = await withLimits({ maxFollowUps: 0 })
    expect((await pitchRow(scope, await aSentPitch(scope))).followUps).toEqual([])
  })

  it('is refused while the gate has something against it, and without a text', async () => {
    const pitchId = await aSentPitch(ours)
    const followUpId = await writtenFollowUp(ours, pitchId)
    const later = at(ours, '2026-03-11T12:00:00Z')
    await saveFollowUpText(ours, { followUpId, subject: 'Re: post', body: 'Hi [Name], any news?' })
    await expect(recordFollowUpSent(later, { followUpId, via: 'copy' })).rejects.toThrow('Not ready yet')
    await saveFollowUpText(ours, { followUpId, subject: 'Re: post', body: '' })
    await expect(recordFollowUpSent(later, { followUpId, via: 'copy' })).rejects.toThrow('no text')
    expect((await getPitch(later, pitchId)).waiting).toMatchObject({ isDue: true, maySend: false })
  })

  it('does not go to somebody who said stop, though the pitch was not closed', async () => {
    const ground = await aPitchGround(ours)
    const pitchId = await aSentPitch(ours, ground)
    const followUpId = await writtenFollowUp(ours, pitchId)
    await stopWritingTo(ours, { contactId: ground.contact.id, words: '' })
    await expect(
      recordFollowUpSent(at(ours, '2026-03-11T12:00:00Z'), { followUpId, via: 'copy' }),
    ).rejects.toThrow('not to be written to')
  })

  it('may be left out, and then none is due', async () => {
    const pitchId = await aSentPitch(ours)
    const followUpId = await writtenFollowUp(ours, pitchId)
    await expect(skipFollowUp(theirs, { followUpId })).rejects.toThrow(NotFound)
    await expect(saveFollowUpText(theirs, { followUpId, ...NUDGE })).rejects.toThrow(NotFound)
    await expect(recordFollowUpSent(theirs, { followUpId, via: 'copy' })).rejects.toThrow(NotFound)
    await Promise.all([skipFollowUp(ours, { followUpId }), skipFollowUp(ours, { followUpId })])
    expect((await pitchRow(ours, pitchId)).followUps).toMatchObject([
      { state: 'gone', goneBecause: 'skipped' },
    ])
    await expect(
      recordFollowUpSent(at(ours, '2026-03-11T12:00:00Z'), { followUpId, via: 'copy' }),
    ).rejects.toThrow('settled')
  })

  it('goes with a pitch that is closed', async () => {
    const pitchId = await aSentPitch(ours)
    await closePitch(ours, { pitchId, reason: 'withdrawn' })
    const row = await pitchRow(ours, pitchId)
    expect(row).toMatchObject({
      state: 'closed',
      openProspectId: null,
      followUps: [{ state: 'gone', goneBecause: 'closed' }],
    })
    await expect(markReady(ours, { pitchId })).rejects.toThrow(Refusal)
  })
})
