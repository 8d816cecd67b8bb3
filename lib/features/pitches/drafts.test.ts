import { beforeAll, describe, expect, it } from 'vitest'
import { reviewPitch } from '#lib/domain/pitch-gate/review-pitch.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { stopWritingTo } from '#lib/features/prospects/suppression-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import {
  aDraft,
  aLetter,
  aPerson,
  aPitchGround,
  aReadyPitch,
  aSentPitch,
  pitchRow,
} from '#lib/testing/a-pitch.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { answerDraft } from './answer-draft.ts'
import { keepDraft, saveDraft, takeUpRevision } from './draft-commands.ts'
import { getNewPitchChoices } from './new-pitch-queries.ts'
import { backToDraft, changeSetup, closePitch, reopenPitch, startPitch } from './pitch-commands.ts'
import { gatherPitchFacts } from './pitch-facts.ts'
import { listPitches } from './pitch-list-queries.ts'
import { getPitch } from './pitch-page-queries.ts'
import { listPitchesSchema, saveDraftSchema } from './pitch-schema.ts'
import { markReady } from './ready-commands.ts'
import { listRevisions } from './revision-queries.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

const rulesOf = async (scope: WorkspaceScope, pitchId: string) =>
  reviewPitch((await gatherPitchFacts(database(), scope, pitchId)).facts)
    .filter((problem) => problem.severity !== 'warning')
    .map((problem) => problem.rule)

describe('beginning a pitch', () => {
  it('makes one draft however often it is pressed', async () => {
    const ground = await aPitchGround(ours)
    const input = {
      campaignId: ground.campaign.id,
      prospectId: ground.prospect.id,
      contactId: null,
      channelId: ground.channel.id,
      readingNoteId: null,
    }
    const made = await Promise.all([
      startPitch(ours, input),
      startPitch(ours, input),
      startPitch(ours, input),
    ])
    expect(new Set(made.map((each) => each.pitchId)).size).toBe(1)
    expect(
      await database().pitch.count({
        where: { workspaceId: ours.workspaceId, prospectId: ground.prospect.id },
      }),
    ).toBe(1)
  })

  it('refuses pieces that do not belong together', async () => {
    const [one, other] = [await aPitchGround(ours), await aPitchGround(ours)]
    const input = {
      campaignId: one.campaign.id,
      prospectId: one.prospect.id,
      contactId: one.contact.id,
      channelId: one.channel.id,
      readingNoteId: null,
    }
    await expect(startPitch(ours, { ...input, channelId: other.channel.id })).rejects.toThrow(Refusal)
    await expect(
      startPitch(ours, { ...input, contactId: null, channelId: other.channel.id }),
    ).rejects.toThrow('not known to be at')
    await expect(startPitch(ours, { ...input, readingNoteId: other.reading.id })).rejects.toThrow(
      'another prospect',
    )
  })

  it('finds nothing of another workspace, and is not for reviewers', async () => {
    const ground = await aPitchGround(theirs)
    const input = {
      campaignId: ground.campaign.id,
      prospectId: ground.prospect.id,
      contactId: null,
      channelId: ground.channel.id,
      readingNoteId: null,
    }
    await expect(startPitch(ours, input)).rejects.toThrow(NotFound)
    await expect(startPitch(await aMember(theirs.workspaceId, 'reviewer'), input)).rejects.toThrow(Refusal)
    await expect(getNewPitchChoices(ours, ground.prospect.id)).rejects.toThrow(NotFound)
  })

  it('leaves alone whom somebody set aside', async () => {
    const ground = await aPitchGround(ours)
    await database().prospect.updateMany({
      where: { workspaceId: ours.workspaceId, id: ground.prospect.id },
      data: { notForUsAt: ours.now },
    })
    await expect(aDraft(ours, ground)).rejects.toThrow('not for us')
  })
})

describe('saving a draft', () => {
  it('keeps one version a minute while typing, and one for every "Save"', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    const type = (scope: WorkspaceScope, revision: number, body: string, isAutosave = true) =>
      saveDraft(scope, { pitchId, revision, subject: 'A subject', body }, { isAutosave })
    await type(at(ours, '2026-03-04T12:00:30Z'), 2, 'one')
    await type(at(ours, '2026-03-04T12:00:50Z'), 3, 'one two')
    await type(at(ours, '2026-03-04T12:01:10Z'), 4, 'one two three')
    await type(at(ours, '2026-03-04T12:01:20Z'), 5, 'one two three four')
    await type(at(ours, '2026-03-04T12:01:25Z'), 6, 'one two three four five', false)
    const { revisions, body } = await pitchRow(ours, pitchId)
    expect(revisions.slice(1).map((revision) => revision.body)).toEqual([
      'one two three',
      'one two three four five',
    ])
    expect(body).toBe('one two three four five')
  })

  it('saves the same text once', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    const draft = { pitchId, revision: 2, subject: 'Twice', body: 'the same' }
    const saved = await Promise.allSettled([saveDraft(ours, draft), saveDraft(ours, draft)])
    expect(saved.some((each) => each.status === 'fulfilled')).toBe(true)
    expect(await saveDraft(ours, draft)).toMatchObject({ revision: 3 })
    expect((await pitchRow(ours, pitchId)).revision).toBe(3)
  })

  it('tells the later of two tabs, and keeps the text of the earlier one', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    await saveDraft(
      ours,
      { pitchId, revision: 2, subject: 'One', body: 'from tab one' },
      { isAutosave: true },
    )
    const late = { pitchId, subject: 'Two', body: 'from tab two' }
    const refusal = await saveDraft(ours, { ...late, revision: 2 }, { isAutosave: true }).catch(
      (error) => error,
    )
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal.field).toBe('revision')
    expect((await pitchRow(ours, pitchId)).body).toBe('from tab one')
    await saveDraft(ours, { ...late, revision: 3 })
    const { body, revisions } = await pitchRow(ours, pitchId)
    expect(body).toBe('from tab two')
    expect(revisions.map((revision) => revision.body)).toContain('from tab one')
  })

  it('lets one of two tabs win when both save at the same moment', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    const tabs = ['left', 'right'].map((body) =>
      saveDraft(ours, { pitchId, revision: 2, subject: 'Race', body }),
    )
    const results = await Promise.allSettled(tabs)
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('stores hostile text as it is and refuses what is too long beside its field', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    const hostile = `<script>alert(1)</script> \u202Eabc\u202C ${'👩‍👩‍👧'.repeat(50)} ' OR 1=1 -- ${'x'.repeat(10_000)}`
    await saveDraft(ours, { pitchId, revision: 2, subject: '<b>שלום</b>', body: hostile })
    expect((await getPitch(ours, pitchId)).body).toBe(hostile)
    const parsed = saveDraftSchema.safeParse({
      pitchId,
      revision: '3',
      subject: 'x'.repeat(10_000),
      body: '',
    })
    expect(parsed.error?.issues[0]?.path).toEqual(['subject'])
  })

  it('is for writers of this workspace, and only while it is a draft', async () => {
    const pitchId = await aReadyPitch(ours)
    const draft = { pitchId, revision: 2, subject: 'x', body: 'y' }
    await expect(saveDraft(ours, draft)).rejects.toThrow('ready')
    await expect(saveDraft(theirs, draft)).rejects.toThrow(NotFound)
    await expect(saveDraft(await aMember(ours.workspaceId, 'reviewer'), draft)).rejects.toThrow(Refusal)
    await expect(listRevisions(theirs, pitchId)).rejects.toThrow(NotFound)
    await expect(getPitch(await aMember(ours.workspaceId, 'viewer'), pitchId)).rejects.toThrow(NotFound)
  })
})

describe('the editor', () => {
  const post = (scope: WorkspaceScope, pitchId: string, fields: Record<string, string>, headers = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return answerDraft(
      scope,
      pitchId,
      new Request('https://rapport.test/draft', { method: 'POST', body, headers }),
    )
  }

  it('hears the new revision and what the gate says of the text', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    const response = await post(ours, pitchId, {
      revision: '2',
      subject: 'A',
      body: 'Hi [Name]\0',
      intent: 'autosave',
    })
    const answer = await response.json()
    expect(answer).toMatchObject({ ok: true, revision: 3, savedAt: ours.now.toISOString() })
    expect(answer.problems.map((problem: { rule: string }) => problem.rule)).toContain('placeholder')
    expect((await pitchRow(ours, pitchId)).body).toBe('Hi [Name]')
  })

  it('hears of a conflict with the revision that stands, and of what is wrong, in words', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    const late = await post(ours, pitchId, { revision: '1', subject: 'Late', body: 'late' })
    expect(await late.json()).toMatchObject({ ok: false, isConflict: true, standing: { revision: 2 } })
    const long = await post(ours, pitchId, { revision: '2', subject: 'x'.repeat(10_000), body: '' })
    expect(await long.json()).toMatchObject({ ok: false, isConflict: false })
    expect(
      await (await post(theirs, pitchId, { revision: '2', subject: '', body: '' })).json(),
    ).toMatchObject({ ok: false })
  })

  it('is deaf to pages of other sites', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    const response = await post(
      ours,
      pitchId,
      { revision: '2', subject: 'x', body: 'y' },
      { 'sec-fetch-site': 'cross-site' },
    )
    expect(response.status).toBe(403)
    expect((await pitchRow(ours, pitchId)).body).not.toBe('y')
  })
})

describe('an older version', () => {
  it('is taken up again, and what stood there is kept', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    await saveDraft(
      ours,
      { pitchId, revision: 2, subject: 'Newer', body: 'newer text' },
      { isAutosave: true },
    )
    const before = await pitchRow(ours, pitchId)
    const [first] = before.revisions
    const input = { pitchId, revisionId: first?.id ?? '' }
    await expect(takeUpRevision(theirs, input)).rejects.toThrow(NotFound)
    await takeUpRevision(ours, input)
    await takeUpRevision(ours, input)
    const after = await pitchRow(ours, pitchId)
    expect(after.body).toBe(first?.body)
    expect(after.revisions.map((revision) => revision.body)).toContain('newer text')
  })
})

describe('marking as ready', () => {
  it('works when the gate has nothing against it, once or twice', async () => {
    const pitchId = await aDraft(ours, await aPitchGround(ours))
    expect(await rulesOf(ours, pitchId)).toEqual([])
    await Promise.all([markReady(ours, { pitchId }), markReady(ours, { pitchId })])
    expect(await pitchRow(ours, pitchId)).toMatchObject({
      state: 'ready',
      overruleReason: null,
      overruledRules: [],
    })
  })

  it.each([
    [
      'no-reading',
      async (ground: Ground, pitchId: string) =>
        changeSetup(ours, {
          pitchId,
          campaignId: ground.campaign.id,
          channelId: ground.channel.id,
          readingNoteId: null,
        }),
    ],
    [
      'quote-not-found',
      (ground: Ground) => readingNote(ground, { quote: 'words that never stood on that page' }),
    ],
    ['gap-present', (ground: Ground) => readingNote(ground, { gap: 'no stove' })],
    ['gap-missing-from-note', (ground: Ground) => readingNote(ground, { gap: '' })],
    [
      'guidelines-unseen',
      (ground: Ground) =>
        database().prospect.updateMany({
          where: { workspaceId: ours.workspaceId, id: ground.prospect.id },
          data: { guidelines: null },
        }),
    ],
    [
      'no-origin',
      (ground: Ground) =>
        database().addressOrigin.deleteMany({
          where: { workspaceId: ours.workspaceId, channelId: ground.channel.id },
        }),
    ],
    [
      'placeholder',
      (_: Ground, pitchId: string) =>
        text(pitchId, (letter) => ({ ...letter, body: `${letter.body}\n{{first_name}}` })),
    ],
    [
      'too-long',
      (_: Ground, pitchId: string) =>
        text(pitchId, (letter) => ({
          ...letter,
          body: letter.body.replace('smile', `smile ${'very '.repeat(200)}`),
        })),
    ],
    [
      'condition',
      (_: Ground, pitchId: string) =>
        text(pitchId, (letter) => ({
          ...letter,
          body: letter.body.replace('smile.', 'smile. We send you one in exchange for a link.'),
        })),
    ],
    ['subject', (_: Ground, pitchId: string) => text(pitchId, (letter) => ({ ...letter, subject: '' }))],
  ])('is refused for "%s", and an owner may overrule it with a reason', async (rule, spoil) => {
    const ground = await aPitchGround(ours)
    const pitchId = await aDraft(ours, ground)
    await spoil(ground, pitchId)
    expect(await rulesOf(ours, pitchId)).toContain(rule)
    await expect(markReady(ours, { pitchId })).rejects.toThrow('Not ready yet')
    const writer = await aMember(ours.workspaceId, 'writer')
    await expect(markReady(writer, { pitchId, overruleReason: 'I know them' })).rejects.toThrow(
      'Only an owner',
    )
    await markReady(ours, { pitchId, overruleReason: 'We met at the fair' })
    const row = await pitchRow(ours, pitchId)
    expect(row).toMatchObject({ state: 'ready', overruleReason: 'We met at the fair' })
    expect(row.overruledRules).toContain(rule)
  })

  it('names another pitch of the workspace that says nearly the same, and none of another workspace', async () => {
    const letter = aLetter('zq')
    await aDraft(theirs, await aPitchGround(theirs), letter)
    const first = await aDraft(ours, await aPitchGround(ours), letter)
    expect(await rulesOf(ours, first)).toEqual([])
    const second = await aDraft(ours, await aPitchGround(ours), letter)
    expect(await rulesOf(ours, second)).toContain('near-copy')
  })

  it.each([
    [
      'suppressed',
      async (ground: Ground) =>
        void (await stopWritingTo(ours, { contactId: ground.contact.id, words: 'stop' })),
    ],
    [
      'bounced',
      async (ground: Ground) =>
        void (await database().channel.updateMany({
          where: { workspaceId: ours.workspaceId, id: ground.channel.id },
          data: { bouncedAt: ours.now },
        })),
    ],
    [
      'open-conversation',
      async (ground: Ground) =>
        void (await aSentPitch(ours, {
          ...ground,
          ...(await aPerson(ours, ground.prospect.id, { address: 'other@else.example' })),
        })),
    ],
    [
      'daily-cap',
      async () =>
        void (await database().workspace.update({
          where: { id: ours.workspaceId },
          data: { settings: { dailyCap: 0 } },
        })),
    ],
  ])('is refused for "%s", which not even an owner can overrule', async (rule, happen) => {
    const ground = await aPitchGround(ours)
    const pitchId = await aDraft(ours, ground)
    await happen(ground)
    expect(await rulesOf(ours, pitchId)).toContain(rule)
    await expect(markReady(ours, { pitchId, overruleReason: 'I am the owner' })).rejects.toThrow(Refusal)
    await expect(
      keepDraft(ours, {
        pitchId,
        revision: 2,
        ...aLetter('ov'),
        intent: 'overrule',
        overruleReason: 'Please',
      }),
    ).rejects.toThrow(Refusal)
    expect((await pitchRow(ours, pitchId)).state).toBe('draft')
    await database().workspace.update({ where: { id: ours.workspaceId }, data: { settings: {} } })
  })

  it('is refused while they have peace from us: 90 days, whatever the campaign, also under another name with that address', async () => {
    const ground = await aPitchGround(ours)
    const sent = await aSentPitch(at(ours, '2026-01-05T12:00:00Z'), ground)
    await closePitch(at(ours, '2026-02-01T12:00:00Z'), { pitchId: sent, reason: 'no-answer' })
    const elsewhere = await aPitchGround(ours)
    const twin = await aPerson(ours, elsewhere.prospect.id, { address: ground.channel.address })
    const pitchId = await aDraft(ours, { ...elsewhere, ...twin })
    expect(await rulesOf(at(ours, '2026-04-05T11:59:00Z'), pitchId)).toEqual(['cooling-off'])
    expect(await rulesOf(at(ours, '2026-04-05T12:00:00Z'), pitchId)).toEqual([])
  })

  it('goes back to draft, is put away and taken up again', async () => {
    const pitchId = await aReadyPitch(ours)
    await backToDraft(ours, { pitchId })
    await backToDraft(ours, { pitchId })
    await closePitch(ours, { pitchId, reason: 'withdrawn' })
    expect(await pitchRow(ours, pitchId)).toMatchObject({ state: 'closed', closedReason: 'withdrawn' })
    await reopenPitch(ours, { pitchId })
    expect(await pitchRow(ours, pitchId)).toMatchObject({ state: 'draft', closedReason: null })
    await expect(closePitch(ours, { pitchId, reason: 'no-answer' })).rejects.toThrow(Refusal)
    await expect(backToDraft(theirs, { pitchId })).rejects.toThrow(NotFound)
  })
})

describe('the list of pitches', () => {
  it('narrows down by state, campaign, writer and words, and shows this workspace only', async () => {
    const ground = await aPitchGround(ours)
    const writer = await aMember(ours.workspaceId, 'writer')
    const pitchId = await aDraft(writer, ground)
    const find = (filters: object) => listPitches(ours, listPitchesSchema.parse({ q: '', ...filters }))
    expect((await find({ writer: writer.memberId })).pitches.map((pitch) => pitch.id)).toEqual([pitchId])
    expect((await find({ campaign: ground.campaign.id, state: 'draft' })).pitches).toHaveLength(1)
    expect((await find({ campaign: ground.campaign.id, state: 'sent' })).pitches).toEqual([])
    expect(
      (await find({ q: ground.prospect.name.toUpperCase(), writer: writer.memberId })).pitches,
    ).toHaveLength(1)
    expect((await find({ q: '%' })).pitches).toEqual([])
    expect(
      (await listPitches(theirs, listPitchesSchema.parse({ q: ground.prospect.name }))).pitches.map(
        (pitch) => pitch.id,
      ),
    ).not.toContain(pitchId)
  })
})

type Ground = Awaited<ReturnType<typeof aPitchGround>>

function readingNote({ reading }: Ground, data: { quote?: string; gap?: string }) {
  return database().readingNote.updateMany({ where: { workspaceId: ours.workspaceId, id: reading.id }, data })
}

async function text(
  pitchId: string,
  change: (letter: { subject: string; body: string }) => { subject: string; body: string },
) {
  const { subject, body, revision } = await pitchRow(ours, pitchId)
  await saveDraft(ours, { pitchId, revision, ...change({ subject, body }) })
}
