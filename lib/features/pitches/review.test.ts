import { beforeAll, describe, expect, it } from 'vitest'
import { reviewPitch } from '#lib/domain/pitch-gate/review-pitch.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { Role } from '#lib/domain/roles.ts'
import { stopWritingTo } from '#lib/features/prospects/suppression-commands.ts'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aDraft, aLetter, aPitchGround, aReadyPitch, aSentPitch, pitchRow } from '#lib/testing/a-pitch.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { actingScope } from '../workspaces/acting-scope.ts'
import { stopPerson } from './conversation-commands.ts'
import { keepDraft, saveDraft } from './draft-commands.ts'
import { backToDraft, changeSetup, closePitch } from './pitch-commands.ts'
import { gatherPitchFacts } from './pitch-facts.ts'
import { approveSchema, saveDraftSchema } from './pitch-schema.ts'
import { markReady } from './ready-commands.ts'
import { approvePitch, askForReview, sendBackToDraft } from './review-commands.ts'
import { recordSent } from './sending-commands.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let writer: WorkspaceScope
let reviewer: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  writer = await aMember(ours.workspaceId, 'writer')
  reviewer = await aMember(ours.workspaceId, 'reviewer')
})

const stateOf = async (pitchId: string) => (await pitchRow(ours, pitchId)).state

describe('asking for a second pair of eyes', () => {
  it('lets the letter wait from that moment on, however often it is pressed', async () => {
    const pitchId = await aDraft(writer, await aPitchGround(writer))
    const later = at(writer, '2026-03-05T09:00:00Z')
    await Promise.all([askForReview(later, { pitchId }), askForReview(later, { pitchId })])
    await askForReview(at(writer, '2026-03-06T09:00:00Z'), { pitchId })
    expect(await pitchRow(ours, pitchId)).toMatchObject({
      state: 'in-review',
      updatedAt: later.now,
      writerId: writer.memberId,
    })
  })

  it('takes along what was typed and not saved yet, and keeps it as a version', async () => {
    const pitchId = await aDraft(writer, await aPitchGround(writer))
    const typed = aLetter('typed')
    const fields = { pitchId, revision: '2', ...typed, intent: 'review' }
    await keepDraft(writer, saveDraftSchema.parse(fields))
    const row = await pitchRow(ours, pitchId)
    expect(row).toMatchObject({ state: 'in-review', ...typed })
    expect(row.revisions.at(-1)).toMatchObject({ number: row.revision, body: typed.body })
  })

  it('is not hindered by what the gate has against it, mendable or final', async () => {
    const ground = await aPitchGround(writer)
    const pitchId = await aDraft(writer, ground, { subject: '', body: 'Hi [Name], a first try.' })
    await stopWritingTo(ours, { contactId: ground.contact.id, words: 'stop' })
    const { facts } = await gatherPitchFacts(database(), writer, pitchId)
    const severities = reviewPitch(facts).map((problem) => problem.severity)
    expect(severities).toEqual(expect.arrayContaining(['final', 'mendable']))
    await askForReview(writer, { pitchId })
    expect(await stateOf(pitchId)).toBe('in-review')
  })

  it.each(['', ' \n\u200B ', '...'])('is refused while nothing is written: %j', async (body) => {
    const pitchId = await aDraft(writer, await aPitchGround(writer), { subject: 'A subject', body })
    const refusal = await askForReview(writer, { pitchId }).catch((error) => error)
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal).toMatchObject({ field: 'body', remedy: 'Write it first, then ask.' })
    expect(await stateOf(pitchId)).toBe('draft')
  })

  it('is for drafts, by those who write, in this workspace', async () => {
    const draft = { pitchId: await aDraft(writer, await aPitchGround(writer)) }
    await expect(askForReview(theirs, draft)).rejects.toThrow(NotFound)
    await expect(askForReview(reviewer, draft)).rejects.toThrow('As a reviewer')
    await expect(askForReview(await aMember(ours.workspaceId, 'viewer'), draft)).rejects.toThrow(
      'As a viewer',
    )
    expect(await stateOf(draft.pitchId)).toBe('draft')
    for (const pitchId of [await aReadyPitch(ours), await aSentPitch(ours)]) {
      await expect(askForReview(ours, { pitchId })).rejects.toThrow('Only a draft')
    }
  })
})

describe('a letter in review', () => {
  it('stands still: nothing is saved into it, and nobody goes round the reviewer', async () => {
    const ground = await aPitchGround(writer)
    const pitchId = await inReview(ground)
    const { revision, body } = await pitchRow(ours, pitchId)
    const text = { pitchId, revision, subject: 'Other', body: 'other' }
    await expect(saveDraft(writer, text)).rejects.toThrow('asked to read')
    const setup = { campaignId: ground.campaign.id, channelId: ground.channel.id, readingNoteId: null }
    await expect(changeSetup(writer, { pitchId, ...setup })).rejects.toThrow('Only a draft')
    await expect(markReady(writer, { pitchId })).rejects.toThrow('asked to read')
    await expect(markReady(ours, { pitchId, overruleReason: 'I own this' })).rejects.toThrow('asked to read')
    await expect(recordSent(writer, { pitchId, via: 'copy' })).rejects.toThrow('not marked as ready')
    expect(await pitchRow(ours, pitchId)).toMatchObject({ state: 'in-review', revision, body })
  })

  it('is taken back by its writer, once or twice, and asked about again', async () => {
    const pitchId = await inReview()
    await backToDraft(writer, { pitchId })
    await backToDraft(writer, { pitchId })
    expect(await stateOf(pitchId)).toBe('draft')
    await askForReview(writer, { pitchId })
    expect(await stateOf(pitchId)).toBe('in-review')
  })

  it('is put away by its writer, and closed by a stop', async () => {
    const away = await inReview()
    await closePitch(writer, { pitchId: away, reason: 'withdrawn' })
    const ground = await aPitchGround(writer)
    const stopped = await inReview(ground)
    await stopPerson(writer, { contactId: ground.contact.id, words: 'no more' })
    expect([await stateOf(away), await stateOf(stopped)]).toEqual(['closed', 'closed'])
  })
})

describe('a reviewer’s yes', () => {
  it.each<Role>(['owner', 'manager', 'reviewer'])('of a %s makes it ready, once or twice', async (role) => {
    const pitchId = await inReview()
    const { revision, body } = await pitchRow(ours, pitchId)
    const somebody = await aMember(ours.workspaceId, role)
    const input = approveSchema.parse({ pitchId, revision: String(revision) })
    await Promise.all([approvePitch(somebody, input), approvePitch(somebody, input)])
    await approvePitch(somebody, input)
    const row = await pitchRow(ours, pitchId)
    expect(row).toMatchObject({ state: 'ready', revision, body, overruleReason: null, overruledRules: [] })
    expect(row.writerId).toBe(writer.memberId)
    await recordSent(writer, { pitchId, via: 'copy' })
    expect(await stateOf(pitchId)).toBe('sent')
  })

  it('meets the same gate as the writer, and overrules nothing', async () => {
    const pitchId = await inReview(await aPitchGround(writer), {
      ...aLetter('gate'),
      subject: '',
    })
    await expect(approvePitch(reviewer, { pitchId })).rejects.toThrow('Not ready yet')
    await expect(approvePitch(ours, { pitchId })).rejects.toThrow('Not ready yet')
    const ground = await aPitchGround(writer)
    const stopped = await inReview(ground)
    await stopWritingTo(ours, { contactId: ground.contact.id, words: 'stop' })
    const refusal = await approvePitch(reviewer, { pitchId: stopped }).catch((error) => error)
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal.remedy).toContain('Nobody can overrule this')
    const aside = await aPitchGround(writer)
    const setAside = await inReview(aside)
    await database().prospect.updateMany({
      where: { workspaceId: ours.workspaceId, id: aside.prospect.id },
      data: { notForUsAt: ours.now },
    })
    await expect(approvePitch(reviewer, { pitchId: setAside })).rejects.toThrow('not for us')
    for (const id of [pitchId, stopped, setAside]) expect(await stateOf(id)).toBe('in-review')
  })

  it('is for the text that was read, not for one written since', async () => {
    const pitchId = await inReview()
    const read = (await pitchRow(ours, pitchId)).revision
    await backToDraft(writer, { pitchId })
    const changed = aLetter('since')
    await saveDraft(writer, { pitchId, revision: read, ...changed })
    await askForReview(writer, { pitchId })
    await expect(approvePitch(reviewer, { pitchId, revision: read })).rejects.toThrow('changed after')
    expect(await stateOf(pitchId)).toBe('in-review')
    await approvePitch(reviewer, { pitchId, revision: read + 1 })
    expect(await pitchRow(ours, pitchId)).toMatchObject({ state: 'ready', ...changed })
  })

  it('is not said of one’s own letter, but by an owner or a manager', async () => {
    const pitchId = await inReview()
    await expect(approvePitch(writer, { pitchId })).rejects.toThrow('As a writer')
    const wrote = await aMember(ours.workspaceId, 'writer')
    const own = await aDraft(wrote, await aPitchGround(wrote))
    await askForReview(wrote, { pitchId: own })
    await databaseAcrossWorkspaces().member.update({
      where: { id: wrote.memberId },
      data: { role: 'reviewer' },
    })
    const nowReviewer = await actingScope(wrote.memberId, wrote.now)
    await expect(approvePitch(nowReviewer, { pitchId: own })).rejects.toThrow('You wrote this one yourself')
    expect(await stateOf(own)).toBe('in-review')
    for (const role of ['owner', 'manager'] as const) {
      const lead = await aMember(ours.workspaceId, role)
      const theirOwn = await aDraft(lead, await aPitchGround(lead))
      await askForReview(lead, { pitchId: theirOwn })
      await approvePitch(lead, { pitchId: theirOwn })
      expect(await stateOf(theirOwn)).toBe('ready')
    }
  })

  it('is for this workspace, and for what waits', async () => {
    const pitchId = await inReview()
    await expect(approvePitch(theirs, { pitchId })).rejects.toThrow(NotFound)
    const viewer = await aMember(ours.workspaceId, 'viewer')
    await expect(approvePitch(viewer, { pitchId })).rejects.toThrow('As a viewer')
    expect(await stateOf(pitchId)).toBe('in-review')
    const draft = await aDraft(writer, await aPitchGround(writer))
    await expect(approvePitch(reviewer, { pitchId: draft })).rejects.toThrow('with its writer again')
    await expect(approvePitch(reviewer, { pitchId: await aSentPitch(ours) })).rejects.toThrow(Refusal)
  })
})

describe('back to the writer', () => {
  it('makes it a draft again, once or twice, which the writer changes', async () => {
    const pitchId = await inReview()
    await Promise.all([sendBackToDraft(reviewer, { pitchId }), sendBackToDraft(ours, { pitchId })])
    await sendBackToDraft(reviewer, { pitchId })
    const { state, revision } = await pitchRow(ours, pitchId)
    expect(state).toBe('draft')
    await saveDraft(writer, { pitchId, revision, ...aLetter('again') })
  })

  it('is a reviewer’s, in this workspace, and no way out of ready or sent', async () => {
    const pitchId = await inReview()
    await expect(sendBackToDraft(theirs, { pitchId })).rejects.toThrow(NotFound)
    for (const role of ['writer', 'viewer'] as const) {
      const member = await aMember(ours.workspaceId, role)
      await expect(sendBackToDraft(member, { pitchId })).rejects.toThrow(`As a ${role}`)
    }
    expect(await stateOf(pitchId)).toBe('in-review')
    const [ready, sent] = [await aReadyPitch(ours), await aSentPitch(ours)]
    await expect(sendBackToDraft(reviewer, { pitchId: ready })).rejects.toThrow(Refusal)
    await expect(sendBackToDraft(reviewer, { pitchId: sent })).rejects.toThrow(Refusal)
    expect([await stateOf(ready), await stateOf(sent)]).toEqual(['ready', 'sent'])
  })
})

/** A letter of the writer's that waits for somebody else's eyes. */
async function inReview(
  ground?: Awaited<ReturnType<typeof aPitchGround>>,
  letter?: ReturnType<typeof aLetter>,
) {
  const pitchId = await aDraft(writer, ground ?? (await aPitchGround(writer)), letter)
  await askForReview(writer, { pitchId })
  return pitchId
}
