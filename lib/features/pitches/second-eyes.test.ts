import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reviewPitch } from '#lib/domain/pitch-gate/review-pitch.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aDraft, aLetter, aPitchGround, aReadyPitch, pitchRow } from '#lib/testing/a-pitch.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { readCampaignFirst } from '../campaigns/read-first-commands.ts'
import { actingScope } from '../workspaces/acting-scope.ts'
import { readWriterFirst } from '../workspaces/read-first-commands.ts'
import { answerDraft } from './answer-draft.ts'
import { keepDraft, saveDraft, takeUpRevision } from './draft-commands.ts'
import { backToDraft, changeSetup, closePitch, reopenPitch } from './pitch-commands.ts'
import { gatherPitchFacts } from './pitch-facts.ts'
import { getPitch } from './pitch-page-queries.ts'
import { saveDraftSchema } from './pitch-schema.ts'
import { markReady } from './ready-commands.ts'
import { approvePitch, askForReview, sendBackToDraft } from './review-commands.ts'
import { getSecondEyes } from './second-eyes-queries.ts'
import { recordSent } from './sending-commands.ts'

const WHY = 'Somebody else reads'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let manager: WorkspaceScope
let reviewer: WorkspaceScope
let junior: WorkspaceScope
let colleague: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  manager = await aMember(ours.workspaceId, 'manager')
  reviewer = await aMember(ours.workspaceId, 'reviewer')
  colleague = await aMember(ours.workspaceId, 'writer')
})
beforeEach(async () => {
  junior = await aMember(ours.workspaceId, 'writer')
})

const stateOf = async (pitchId: string) => (await pitchRow(ours, pitchId)).state
const readFirst = (writer = junior, isReadFirst = true) =>
  readWriterFirst(manager, { memberId: writer.memberId, isReadFirst })

describe('a writer whose letters are read first', () => {
  it('does not make one ready, by no command and with no role of the reader', async () => {
    await readFirst()
    const pitchId = await aDraft(junior, await aPitchGround(junior))
    const { revision, subject, body } = await pitchRow(ours, pitchId)
    const typed = { pitchId, revision: String(revision), subject, body, overruleReason: 'I am sure' }
    await expect(markReady(junior, { pitchId })).rejects.toThrow(WHY)
    await expect(markReady(junior, { pitchId, overruleReason: 'I am sure' })).rejects.toThrow(WHY)
    for (const intent of ['ready', 'overrule']) {
      const input = saveDraftSchema.parse({ ...typed, intent })
      await expect(keepDraft(junior, input)).rejects.toThrow(WHY)
    }
    await expect(approvePitch(junior, { pitchId })).rejects.toThrow('As a writer')
    expect(await stateOf(pitchId)).toBe('draft')
    await askForReview(junior, { pitchId })
    await expect(markReady(junior, { pitchId })).rejects.toThrow('asked to read')
    expect(await stateOf(pitchId)).toBe('in-review')
  })

  it('does not send one either: not by saying so, not by a link, not from the editor’s own address', async () => {
    await readFirst()
    const pitchId = await aDraft(junior, await aPitchGround(junior))
    await expect(recordSent(junior, { pitchId, via: 'copy' })).rejects.toThrow('not marked as ready')
    expect((await getPitch(junior, pitchId)).links).toEqual([])
    const { revision, subject, body } = await pitchRow(ours, pitchId)
    const answer = await answerDraft(junior, pitchId, posted({ revision, subject, body, intent: 'ready' }))
    expect(await answer.json()).toMatchObject({ ok: true })
    expect(await stateOf(pitchId)).toBe('draft')
    await askForReview(junior, { pitchId })
    await expect(recordSent(junior, { pitchId, via: 'copy' })).rejects.toThrow('not marked as ready')
    expect((await getPitch(junior, pitchId)).links).toEqual([])
  })

  it.each(['manager', 'reviewer'] as const)('sends what a %s has read', async (who) => {
    await readFirst()
    const pitchId = await inReview()
    const { revision } = await pitchRow(ours, pitchId)
    const by = who === 'manager' ? manager : reviewer
    await approvePitch(by, { pitchId, revision })
    expect(await pitchRow(ours, pitchId)).toMatchObject({ state: 'ready', passedById: by.memberId })
    expect((await getPitch(junior, pitchId)).links).not.toEqual([])
    expect((await getSecondEyes(junior, pitchId)).passed?.by).toBe(by.actorName)
    await recordSent(junior, { pitchId, via: 'copy' })
    expect(await stateOf(pitchId)).toBe('sent')
  })

  it('has it read again after any change, wherever the text comes from', async () => {
    await readFirst()
    const pitchId = await inReview()
    await approvePitch(manager, { pitchId })
    const { revision, revisions } = await pitchRow(ours, pitchId)
    await expect(saveDraft(junior, { pitchId, revision, ...aLetter('late') })).rejects.toThrow('stands still')
    await backToDraft(junior, { pitchId })
    await saveDraft(junior, { pitchId, revision, ...aLetter('late') })
    await takeUpRevision(junior, { pitchId, revisionId: revisions[0]?.id ?? '' })
    await expect(markReady(junior, { pitchId })).rejects.toThrow(WHY)
    await expect(recordSent(junior, { pitchId, via: 'copy' })).rejects.toThrow('not marked as ready')
    await closePitch(junior, { pitchId, reason: 'withdrawn' })
    await reopenPitch(junior, { pitchId })
    await expect(markReady(junior, { pitchId })).rejects.toThrow(WHY)
    expect(await stateOf(pitchId)).toBe('draft')
  })

  it('finds no colleague’s click to go round it, and no colleague’s letter', async () => {
    await readFirst()
    const pitchId = await aDraft(junior, await aPitchGround(junior))
    await expect(markReady(colleague, { pitchId })).rejects.toThrow(WHY)
    const theirLetter = await aDraft(colleague, await aPitchGround(colleague))
    const { revision } = await pitchRow(ours, theirLetter)
    await saveDraft(junior, { pitchId: theirLetter, revision, ...aLetter('mine') }, { isAutosave: true })
    await expect(markReady(colleague, { pitchId: theirLetter })).rejects.toThrow(junior.actorName)
    expect([await stateOf(pitchId), await stateOf(theirLetter)]).toEqual(['draft', 'draft'])
  })

  it('is helped by a manager who mends a word and passes it, also in spite of something, as an owner may', async () => {
    await readFirst()
    const pitchId = await aDraft(junior, await aPitchGround(junior))
    const { revision } = await pitchRow(ours, pitchId)
    await saveDraft(manager, { pitchId, revision, ...aLetter('mended') })
    await markReady(manager, { pitchId })
    expect(await pitchRow(ours, pitchId)).toMatchObject({ state: 'ready', passedById: manager.memberId })
    const odd = await aDraft(junior, await aPitchGround(junior), { ...aLetter('odd'), subject: '' })
    await markReady(ours, { pitchId: odd, overruleReason: 'They know us' })
    await recordSent(junior, { pitchId: odd, via: 'copy' })
    expect(await stateOf(odd)).toBe('sent')
  })

  it('does not become their own reader with another role, or when writers may review', async () => {
    await readFirst()
    const pitchId = await inReview()
    const asRole = async (role: string) => {
      await databaseAcrossWorkspaces().member.update({ where: { id: junior.memberId }, data: { role } })
      return actingScope(junior.memberId, junior.now)
    }
    for (const role of ['reviewer', 'manager', 'owner']) {
      await expect(approvePitch(await asRole(role), { pitchId })).rejects.toThrow(
        'You wrote this one yourself',
      )
    }
    const mayReview = { ...(await asRole('writer')), grants: { writersMayReview: true } }
    await expect(approvePitch(mayReview, { pitchId })).rejects.toThrow('You wrote this one yourself')
    await approvePitch({ ...colleague, grants: { writersMayReview: true } }, { pitchId })
    expect(await stateOf(pitchId)).toBe('ready')
  })
})

describe('a campaign whose letters are read first', () => {
  it('is meant for everybody, owners too, and for whoever wrote of the letter', async () => {
    const ground = await aPitchGround(ours)
    await readCampaignFirst(manager, { campaignId: ground.campaign.id, isReadFirst: true })
    const pitchId = await aDraft(ours, ground)
    await expect(markReady(ours, { pitchId, overruleReason: 'I own this' })).rejects.toThrow('this campaign')
    const { revision } = await pitchRow(ours, pitchId)
    await saveDraft(manager, { pitchId, revision, ...aLetter('both') })
    await askForReview(ours, { pitchId })
    await expect(approvePitch(ours, { pitchId })).rejects.toThrow('You wrote this one yourself')
    await expect(approvePitch(manager, { pitchId })).rejects.toThrow('You wrote some of this letter yourself')
    await approvePitch(reviewer, { pitchId })
    expect(await stateOf(pitchId)).toBe('ready')
  })

  it('holds a letter that is moved into it, also one that was ready before', async () => {
    const ground = await aPitchGround(colleague)
    const other = await aPitchGround(colleague)
    await readCampaignFirst(manager, { campaignId: other.campaign.id, isReadFirst: true })
    const pitchId = await aReadyPitch(colleague, ground)
    await backToDraft(colleague, { pitchId })
    await changeSetup(colleague, {
      pitchId,
      campaignId: other.campaign.id,
      channelId: ground.channel.id,
      readingNoteId: ground.reading.id,
    })
    await expect(markReady(colleague, { pitchId })).rejects.toThrow('this campaign')
  })
})

describe('a letter that was ready before somebody had to read it', () => {
  it('stays where it is, and goes nowhere until it was read', async () => {
    const pitchId = await aReadyPitch(junior)
    await readFirst()
    await expect(recordSent(junior, { pitchId, via: 'copy' })).rejects.toThrow(WHY)
    const page = await getPitch(junior, pitchId)
    expect(page.links).toEqual([])
    expect(page.problems).toContainEqual(expect.objectContaining({ rule: 'unread', severity: 'final' }))
    await expect(approvePitch(junior, { pitchId })).rejects.toThrow('As a writer')
    await approvePitch(reviewer, { pitchId })
    await approvePitch(reviewer, { pitchId })
    await recordSent(junior, { pitchId, via: 'copy' })
    expect(await stateOf(pitchId)).toBe('sent')
  })

  it('is handed over by its writer, and sent back like any other', async () => {
    const pitchId = await aReadyPitch(junior)
    await expect(askForReview(junior, { pitchId })).rejects.toThrow('Only a draft')
    await readFirst()
    await askForReview(junior, { pitchId })
    await askForReview(junior, { pitchId })
    expect(await stateOf(pitchId)).toBe('in-review')
    await sendBackToDraft(reviewer, { pitchId })
    await expect(markReady(junior, { pitchId })).rejects.toThrow(WHY)
  })

  it('goes without more ado if somebody had read it anyway', async () => {
    const pitchId = await inReview()
    await approvePitch(reviewer, { pitchId })
    await readFirst()
    await recordSent(junior, { pitchId, via: 'copy' })
    expect(await stateOf(pitchId)).toBe('sent')
  })

  it('waits although its writer, an owner, passed it alone', async () => {
    const ground = await aPitchGround(ours)
    const pitchId = await aReadyPitch(ours, ground)
    await readCampaignFirst(manager, { campaignId: ground.campaign.id, isReadFirst: true })
    await expect(recordSent(ours, { pitchId, via: 'copy' })).rejects.toThrow('this campaign')
    await readCampaignFirst(ours, { campaignId: ground.campaign.id, isReadFirst: false })
    await recordSent(ours, { pitchId, via: 'copy' })
    expect(await stateOf(pitchId)).toBe('sent')
  })

  it('and has gone since is left alone, with its follow-ups', async () => {
    const pitchId = await aReadyPitch(junior)
    await recordSent(junior, { pitchId, via: 'copy' })
    await readFirst()
    const { facts } = await gatherPitchFacts(database(), junior, pitchId, { subject: '', body: 'A nudge' })
    expect(reviewPitch(facts).map(({ rule }) => rule)).not.toContain('unread')
  })
})

describe('asking that letters are read first', () => {
  it('is for managers and owners, of this workspace, and the same asked twice', async () => {
    for (const member of [junior, reviewer]) {
      await expect(readFirst(member, true)).resolves.toBeUndefined()
      await expect(
        readWriterFirst(member, { memberId: junior.memberId, isReadFirst: false }),
      ).rejects.toBeInstanceOf(Refusal)
    }
    await expect(
      readWriterFirst(theirs, { memberId: junior.memberId, isReadFirst: false }),
    ).rejects.toBeInstanceOf(NotFound)
    const since = () =>
      database().member.findFirst({ where: { id: junior.memberId, workspaceId: ours.workspaceId } })
    const first = (await since())?.readFirstAt
    await readWriterFirst(at(manager, '2026-04-01T09:00:00Z'), {
      memberId: junior.memberId,
      isReadFirst: true,
    })
    expect((await since())?.readFirstAt).toEqual(first)
    await readFirst(junior, false)
    expect((await since())?.readFirstAt).toBeNull()
  })

  it('is ended for oneself by an owner only', async () => {
    const other = await aMember(ours.workspaceId, 'manager')
    await readFirst(other)
    await expect(readWriterFirst(other, { memberId: other.memberId, isReadFirst: false })).rejects.toThrow(
      'Somebody asked to read your letters first',
    )
    await readFirst(ours)
    await readWriterFirst(ours, { memberId: ours.memberId, isReadFirst: false })
  })

  it('of a campaign is for who may change it', async () => {
    const { campaign } = await aPitchGround(ours)
    const wish = { campaignId: campaign.id, isReadFirst: true }
    await expect(readCampaignFirst(theirs, wish)).rejects.toBeInstanceOf(NotFound)
    await expect(readCampaignFirst(junior, wish)).rejects.toBeInstanceOf(Refusal)
    await expect(readCampaignFirst(reviewer, wish)).rejects.toBeInstanceOf(Refusal)
  })
})

async function inReview() {
  const pitchId = await aDraft(junior, await aPitchGround(junior))
  await askForReview(junior, { pitchId })
  return pitchId
}

function posted(fields: Record<string, string | number>): Request {
  const body = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]))
  return new Request('https://rapport.test/draft', { method: 'POST', body })
}
