import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import { leaveAnswer, logReply } from '#lib/features/pitches/conversation-commands.ts'
import { askForReview, sendBackToDraft } from '#lib/features/pitches/review-commands.ts'
import { stopWritingTo } from '#lib/features/prospects/suppression-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aDraft, aPitchGround, aReadyPitch, aSentPitch } from '#lib/testing/a-pitch.ts'
import { aMember, at, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { findFirstSteps } from './first-steps-queries.ts'
import { listLettersOut } from './letters-out-queries.ts'
import { listReadNotPitched } from './read-not-pitched-queries.ts'
import {
  listAnswersToWrite,
  listDraftsWaiting,
  listDueFollowUps,
  listNewOutcomes,
  listPitchesToReview,
} from './today-queries.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

describe('Today', () => {
  it('shows a follow-up from the first minute of its day where the person lives, and to nobody else', async () => {
    const sentAt = at(ours, '2026-03-06T10:30:00Z')
    const pitchId = await aSentPitch(sentAt, await aPitchGround(sentAt, { timeZone: 'Pacific/Auckland' }))
    const due = async (scope: WorkspaceScope, moment: string) =>
      (await listDueFollowUps(at(scope, moment))).map((followUp) => followUp.pitch.id)
    expect(await due(ours, '2026-03-12T10:59:00Z')).not.toContain(pitchId)
    expect(await due(ours, '2026-03-12T11:00:00Z')).toContain(pitchId)
    expect(await due(theirs, '2026-03-12T11:00:00Z')).toEqual([])
  })

  it('asks nobody to nudge a person who said stop, also when it was said elsewhere', async () => {
    const scope = await aWorkspace('Stopped')
    const ground = await aPitchGround(scope)
    await aSentPitch(scope, ground)
    expect(await listDueFollowUps(at(scope, '2026-03-12T12:00:00Z'))).toHaveLength(1)
    await stopWritingTo(scope, { contactId: ground.contact.id, words: '' })
    expect(await listDueFollowUps(at(scope, '2026-03-12T12:00:00Z'))).toEqual([])
  })

  it('shows an answer until it is answered or left', async () => {
    const pitchId = await aSentPitch(ours)
    await logReply(ours, { pitchId, once: randomUUID(), body: 'Yes, please' })
    expect((await listAnswersToWrite(ours)).map((pitch) => pitch.id)).toContain(pitchId)
    await leaveAnswer(ours, { pitchId })
    expect((await listAnswersToWrite(ours)).map((pitch) => pitch.id)).not.toContain(pitchId)
  })

  it('shows drafts that wait, mine before others, ready before the rest', async () => {
    const scope = await aWorkspace('Drafts')
    const writer = await aMember(scope.workspaceId, 'writer')
    const draft = await aDraft(writer, await aPitchGround(scope))
    const ready = await aReadyPitch(writer)
    const others = await aDraft(scope, await aPitchGround(scope))
    expect((await listDraftsWaiting(writer)).map((pitch) => pitch.id)).toEqual([ready, draft, others])
  })

  it('shows whoever may review the letters of others that wait for them, longest first, and in that list only', async () => {
    const scope = await aWorkspace('Reviews')
    const writer = await aMember(scope.workspaceId, 'writer')
    const reviewer = await aMember(scope.workspaceId, 'reviewer')
    const [late, early] = [
      await aDraft(writer, await aPitchGround(scope)),
      await aDraft(writer, await aPitchGround(scope)),
    ]
    const own = await aDraft(scope, await aPitchGround(scope))
    await askForReview(at(writer, '2026-03-06T12:00:00Z'), { pitchId: late })
    await askForReview(at(writer, '2026-03-05T12:00:00Z'), { pitchId: early })
    await askForReview(scope, { pitchId: own })
    const idsOf = async (list: Promise<{ id: string }[]>) => (await list).map((pitch) => pitch.id)
    expect(await idsOf(listPitchesToReview(reviewer))).toEqual([own, early, late])
    expect(await idsOf(listDraftsWaiting(reviewer))).toEqual([])
    expect(await idsOf(listPitchesToReview(scope))).toEqual([early, late])
    expect(await idsOf(listDraftsWaiting(scope))).toEqual([own])
    expect(await idsOf(listDraftsWaiting(writer))).toEqual([late, early, own])
    await expect(listPitchesToReview(writer)).rejects.toThrow(NotFound)
    expect(await idsOf(listPitchesToReview(theirs))).toEqual([])
    await sendBackToDraft(reviewer, { pitchId: early })
    expect(await idsOf(listPitchesToReview(reviewer))).toEqual([own, late])
    expect(await idsOf(listDraftsWaiting(reviewer))).toEqual([early])
  })

  it('shows an outcome until somebody has seen it, and again when it changes', async () => {
    const scope = await aWorkspace('Outcomes')
    const { site } = await aPitchGround(scope)
    const { workspaceId, memberId, now } = scope
    const mention = await database().mention.create({
      data: {
        workspaceId,
        siteId: site.id,
        url: 'https://a.example/',
        urlKey: 'a',
        liveUrlKey: 'a',
        provenance: 'earned',
        outcome: 'not-looked',
        recordedById: memberId,
        createdAt: now,
        updatedAt: now,
      },
    })
    const set = (data: object) =>
      database().mention.updateMany({ where: { workspaceId, id: mention.id }, data })
    const shown = async () => (await listNewOutcomes(scope)).map((each) => each.outcome)
    expect(await shown()).toEqual([])
    await set({ outcome: 'linked', outcomeAt: now })
    expect(await shown()).toEqual(['linked'])
    await set({ seenOutcome: 'linked' })
    expect(await shown()).toEqual([])
    await set({ outcome: 'lost' })
    expect(await shown()).toEqual(['lost'])
  })

  it('shows letters of one’s own that wait for them, by what comes next', async () => {
    const scope = await aWorkspace('Out')
    const other = await aMember(scope.workspaceId, 'writer')
    const early = at(scope, '2026-02-20T12:00:00Z')
    const spent = await aSentPitch(early)
    await database().followUp.updateMany({
      where: { workspaceId: scope.workspaceId, pitchId: spent },
      data: { state: 'sent' },
    })
    const due = await aSentPitch(early)
    const coming = await aSentPitch(scope, await aPitchGround(scope, { timeZone: 'Pacific/Auckland' }))
    await aSentPitch(other)
    const now = at(scope, '2026-03-05T12:00:00Z')
    expect(
      (await listLettersOut(now)).map(({ id, next, nextAt }) => [id, next, nextAt.toISOString()]),
    ).toEqual([
      // Sent on the fifth, and due on the twelfth, which begins on the eleventh elsewhere.
      [coming, 'follow-up', '2026-03-11T11:00:00.000Z'],
      [spent, 'closes', '2026-03-13T12:00:00.000Z'],
    ])
    expect((await listDueFollowUps(now)).map(({ pitch }) => pitch.id)).toEqual([due])
    expect(await listLettersOut(now, { only: [due] })).toEqual([])
    // On its day it is due, and waits for nobody.
    const onTheDay = at(scope, '2026-03-11T11:00:00Z')
    expect((await listLettersOut(onTheDay)).map(({ id }) => id)).toEqual([spent])
    expect(await listLettersOut(theirs)).toEqual([])
  })

  it('keeps whoever said stop out of what waits for them', async () => {
    const scope = await aWorkspace('Quiet')
    const ground = await aPitchGround(scope)
    await aSentPitch(scope, ground)
    expect(await listLettersOut(scope)).toHaveLength(1)
    await stopWritingTo(scope, { contactId: ground.contact.id, words: '' })
    expect(await listLettersOut(scope)).toEqual([])
  })

  it('reminds of prospects that were read and not written to', async () => {
    const scope = await aWorkspace('Read')
    const ground = await aPitchGround(scope)
    expect((await listReadNotPitched(scope)).map((note) => note.prospect.id)).toEqual([ground.prospect.id])
    await aDraft(scope, ground)
    expect(await listReadNotPitched(scope)).toEqual([])
  })

  it('marks the first steps as they are taken', async () => {
    const scope = await aWorkspace('New')
    expect(await findFirstSteps(scope)).toEqual({
      site: false,
      campaign: false,
      prospect: false,
      reading: false,
      pitch: false,
    })
    const ground = await aPitchGround(scope)
    expect(await findFirstSteps(scope)).toEqual({
      site: true,
      campaign: true,
      prospect: true,
      reading: true,
      pitch: false,
    })
    await aDraft(scope, ground)
    expect((await findFirstSteps(scope)).pitch).toBe(true)
  })

  it('is not there for a viewer', async () => {
    const viewer = await aMember(ours.workspaceId, 'viewer')
    for (const list of [
      listDueFollowUps,
      listAnswersToWrite,
      listDraftsWaiting,
      listNewOutcomes,
      listPitchesToReview,
      listReadNotPitched,
      listLettersOut,
      findFirstSteps,
    ]) {
      await expect(list(viewer)).rejects.toThrow(NotFound)
    }
  })
})
