import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aDraft, aPerson, aPitchGround, aReadyPitch, aSentPitch, pitchRow } from '#lib/testing/a-pitch.ts'
import { aMember, at, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { closeSilentPitches } from './close-silent-pitches.ts'
import {
  leaveAnswer,
  logAnswer,
  logBounce,
  logNo,
  logReply,
  logStop,
  stopPerson,
} from './conversation-commands.ts'
import { closePitch, reopenPitch } from './pitch-commands.ts'
import { listMessagesOfProspect, listPitchesOfProspect } from './pitch-queries.ts'
import { markReady } from './ready-commands.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

const said = (pitchId: string, body = 'Thank you, tell me more.') => ({ pitchId, once: randomUUID(), body })

describe('their answer', () => {
  it('is kept in their words, ends the follow-ups and waits for ours', async () => {
    const ground = await aPitchGround(ours)
    const pitchId = await aSentPitch(ours, ground)
    await logReply(ours, said(pitchId))
    const row = await pitchRow(ours, pitchId)
    expect(row).toMatchObject({
      state: 'answered',
      answeredAt: ours.now,
      answerHandledAt: null,
      openProspectId: ground.prospect.id,
    })
    expect(row.messages[1]).toMatchObject({ direction: 'in', body: 'Thank you, tell me more.' })
    expect(row.followUps).toMatchObject([{ state: 'gone', goneBecause: 'replied' }])
    await logAnswer(ours, said(pitchId, 'With pleasure.'))
    expect(await pitchRow(ours, pitchId)).toMatchObject({
      answerHandledAt: ours.now,
      messages: { length: 3 },
    })
    expect((await listMessagesOfProspect(ours, ground.prospect.id)).length).toBe(3)
    expect(await listMessagesOfProspect(theirs, ground.prospect.id)).toEqual([])
    expect(await listPitchesOfProspect(theirs, ground.prospect.id)).toEqual([])
  })

  it('is logged once per form, and may be followed by another', async () => {
    const pitchId = await aSentPitch(ours)
    const reply = said(pitchId)
    await Promise.all([logReply(ours, reply), logReply(ours, reply), logReply(ours, reply)])
    expect((await pitchRow(ours, pitchId)).messages).toHaveLength(2)
    await leaveAnswer(ours, { pitchId })
    await logReply(at(ours, '2026-03-05T09:00:00Z'), said(pitchId, 'One more thing'))
    expect(await pitchRow(ours, pitchId)).toMatchObject({
      answerHandledAt: null,
      answeredAt: ours.now,
      messages: { length: 3 },
    })
    const answer = said(pitchId, 'Of course')
    await Promise.all([logAnswer(ours, answer), logAnswer(ours, answer)])
    expect((await pitchRow(ours, pitchId)).messages).toHaveLength(4)
  })

  it('comes after silence too, also while a newer conversation is open', async () => {
    const ground = await aPitchGround(ours)
    const pitchId = await aSentPitch(ours, ground)
    await closePitch(ours, { pitchId, reason: 'no-answer' })
    const newer = await aSentPitch(ours, {
      ...ground,
      ...(await aPerson(ours, ground.prospect.id, { address: 'newer@blog.example' })),
    })
    await expect(reopenPitch(ours, { pitchId })).rejects.toThrow('Another conversation')
    await logReply(ours, said(pitchId))
    expect(await pitchRow(ours, pitchId)).toMatchObject({
      state: 'answered',
      closedReason: null,
      openProspectId: null,
    })
    expect(await pitchRow(ours, newer)).toMatchObject({ state: 'sent', openProspectId: ground.prospect.id })
  })

  it('cannot come before anything was sent, from another workspace, or from a reviewer', async () => {
    const pitchId = await aReadyPitch(ours)
    await expect(logReply(ours, said(pitchId))).rejects.toThrow('not been sent')
    await expect(logAnswer(ours, said(pitchId))).rejects.toThrow(Refusal)
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    for (const log of [logReply, logAnswer, logBounce, logNo, logStop, leaveAnswer]) {
      const input = { ...said(pitchId), words: '' }
      await expect(log(theirs, input)).rejects.toThrow(NotFound)
      await expect(log(reviewer, input)).rejects.toThrow(Refusal)
    }
  })
})

describe('a bounce', () => {
  it('marks the address, closes the pitch, and holds for the same address elsewhere', async () => {
    const ground = await aPitchGround(ours)
    const pitchId = await aSentPitch(ours, ground)
    await Promise.all([
      logBounce(ours, { pitchId, words: '550 no such user' }),
      logBounce(ours, { pitchId, words: '550' }),
    ])
    expect(await pitchRow(ours, pitchId)).toMatchObject({
      state: 'closed',
      closedReason: 'bounced',
      openProspectId: null,
      followUps: [{ goneBecause: 'bounced' }],
    })
    const channel = await database().channel.findFirst({
      where: { workspaceId: ours.workspaceId, id: ground.channel.id },
    })
    expect(channel?.bouncedAt).toEqual(ours.now)
    const elsewhere = await aPitchGround(ours)
    const twin = await aPerson(ours, elsewhere.prospect.id, { address: ground.channel.address })
    const draft = await aDraft(ours, { ...elsewhere, ...twin })
    await expect(markReady(ours, { pitchId: draft, overruleReason: 'try' })).rejects.toThrow('came back')
  })
})

describe('a no', () => {
  it('closes the pitch as declined, with their words where there are some', async () => {
    const pitchId = await aSentPitch(ours)
    await logNo(ours, { pitchId, words: 'Not for us, sorry' })
    await logNo(ours, { pitchId, words: 'Not for us, sorry' })
    const row = await pitchRow(ours, pitchId)
    expect(row).toMatchObject({
      state: 'closed',
      closedReason: 'declined',
      answeredAt: ours.now,
      followUps: [{ goneBecause: 'declined' }],
    })
    expect(row.messages.map((message) => message.direction)).toEqual(['out', 'in'])
  })
})

describe('"please stop"', () => {
  it('closes every conversation with that person in every campaign, and nobody can begin another', async () => {
    const [one, two] = [await aPitchGround(ours), await aPitchGround(ours)]
    const both = { workspaceId: ours.workspaceId, prospectId: two.prospect.id, contactId: one.contact.id }
    await database().affiliation.create({ data: both })
    const there = { ...two, contact: one.contact, channel: one.channel }
    const sent = await aSentPitch(at(ours, '2025-11-03T12:00:00Z'), one)
    const alsoSent = await aSentPitch(ours, there)
    const draft = await aDraft(ours, one)
    await Promise.all([
      logStop(ours, { pitchId: sent, words: 'Please stop' }),
      logStop(ours, { pitchId: sent, words: 'Please stop' }),
    ])
    for (const pitchId of [sent, alsoSent]) {
      expect(await pitchRow(ours, pitchId)).toMatchObject({
        state: 'closed',
        closedReason: 'stopped',
        openProspectId: null,
        followUps: [{ state: 'gone', goneBecause: 'stopped' }],
      })
    }
    const stops = await database().suppression.count({
      where: { workspaceId: ours.workspaceId, contactId: one.contact.id, withPerson: false },
    })
    expect(stops).toBe(1)
    await expect(markReady(ours, { pitchId: draft, overruleReason: 'I am the owner' })).rejects.toThrow(
      'Please stop',
    )
    expect((await pitchRow(ours, draft)).state).toBe('draft')
    await expect(reopenPitch(ours, { pitchId: sent })).rejects.toThrow('stays closed')
    await expect(logReply(ours, said(sent))).rejects.toThrow('stays closed')
  })

  it('reaches the same address under another name, and may be said outside a pitch', async () => {
    const ground = await aPitchGround(ours)
    const elsewhere = await aPitchGround(ours)
    const twin = await aPerson(ours, elsewhere.prospect.id, { address: ground.channel.address })
    const pitchId = await aSentPitch(ours, { ...elsewhere, ...twin })
    await expect(stopPerson(theirs, { contactId: ground.contact.id, words: '' })).rejects.toThrow(NotFound)
    await stopPerson(ours, { contactId: ground.contact.id, words: '' })
    expect(await pitchRow(ours, pitchId)).toMatchObject({ closedReason: 'stopped' })
  })
})

describe('silence', () => {
  it('closes a sent pitch 21 days after the last message, in every workspace, once', async () => {
    const [here, there] = [await aWorkspace('Quiet'), await aWorkspace('Still')]
    const patient = await aWorkspace('Patient')
    await database().workspace.update({
      where: { id: patient.workspaceId },
      data: { settings: { silenceClosesAfterDays: 60 } },
    })
    const silent = [await aSentPitch(here), await aSentPitch(there)]
    const answered = await aSentPitch(here)
    await logReply(here, said(answered))
    const waiting = await aSentPitch(patient)
    await closeSilentPitches(new Date('2026-03-25T11:59:59Z'))
    expect((await pitchRow(here, silent[0] ?? '')).state).toBe('sent')
    const moment = new Date('2026-03-25T12:00:00Z')
    await Promise.all([closeSilentPitches(moment), closeSilentPitches(moment)])
    expect(await closeSilentPitches(moment)).toBe(0)
    for (const [scope, id] of [
      [here, silent[0]],
      [there, silent[1]],
    ] as const) {
      expect(await pitchRow(scope, id ?? '')).toMatchObject({
        state: 'closed',
        closedReason: 'no-answer',
        closedAt: moment,
        openProspectId: null,
        followUps: [{ goneBecause: 'closed' }],
      })
    }
    expect((await pitchRow(here, answered)).state).toBe('answered')
    expect((await pitchRow(patient, waiting)).state).toBe('sent')
  })
})
