import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { makePromise } from '#lib/features/ledger/promise-commands.ts'
import { connectMailbox } from '#lib/features/mailboxes/mailbox-commands.ts'
import { logReply } from '#lib/features/pitches/conversation-commands.ts'
import { askForReview } from '#lib/features/pitches/review-commands.ts'
import { acceptSample, markArrived, shipSample } from '#lib/features/samples/sample-moves.ts'
import { shipSampleSchema } from '#lib/features/samples/sample-schema.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMailInDoubt } from '#lib/testing/a-mail-in-doubt.ts'
import { aMailbox } from '#lib/testing/a-mailbox.ts'
import { aDraft, aPitchGround, aSentPitch } from '#lib/testing/a-pitch.ts'
import { aReportInReview } from '#lib/testing/a-report.ts'
import { anItem, anOffer, somebodyAt } from '#lib/testing/a-sample.ts'
import { someWork } from '#lib/testing/some-work.ts'
import { aMember, at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { putOff, takeUp } from './put-off-commands.ts'
import { listPutOff } from './put-off-queries.ts'
import { putOffSchema, readThing } from './put-off-schema.ts'
import { TODAY_KINDS, type TodayThing, thingName } from './today-kinds.ts'
import { loadToday } from './today-page-queries.ts'

let scope: WorkspaceScope
let writer: WorkspaceScope
beforeAll(async () => {
  scope = await aWorkspace('Everything')
  writer = await aMember(scope.workspaceId, 'writer')
  const early = at(scope, '2026-02-20T12:00:00Z')
  const answered = await aSentPitch(scope)
  await logReply(scope, { pitchId: answered, once: randomUUID(), body: 'Yes, please' })
  const { mailboxId } = await connectMailbox(scope, aMailbox('anna@everything.example', 'Anna'))
  const { contactId } = await database().pitch.findFirstOrThrow({
    where: { id: answered, workspaceId: scope.workspaceId },
  })
  await aMailInDoubt(scope, 'Everything', { mailboxId, pitchId: answered, contactId })
  await database().incomingMail.create({
    data: {
      ...{ workspaceId: scope.workspaceId, mailboxId, pitchId: answered, kind: 'reply', state: 'offered' },
      ...{ confidence: 'ask', messageKey: 'doubt', mailIds: [], at: scope.now, seenAt: scope.now },
    },
  })
  await aSentPitch(early)
  await aSentPitch(scope)
  await aDraft(scope, await aPitchGround(scope))
  await askForReview(writer, { pitchId: await aDraft(writer, await aPitchGround(scope)) })
  const ground = await aPitchGround(scope)
  await aMention(ground, { outcome: 'lost', seenOutcome: 'lost', reviewSince: scope.now })
  await aMention(ground, { outcome: 'linked', outcomeAt: scope.now })
  const unlinked = { outcome: 'mentioned-unlinked', seenOutcome: 'mentioned-unlinked' }
  await aMention(ground, { ...unlinked, publishedOn: new Date('2026-03-01') })
  await aMention(ground, {
    ...unlinked,
    ...{ publishedOn: new Date('2026-01-01'), askState: 'asked', askedAt: new Date('2026-01-10T12:00:00Z') },
  })
  const bag = await anItem(scope, ground.site.id)
  const to = { itemId: bag, prospectId: ground.prospect.id, contactId: ground.contact.id }
  await acceptSample(scope, { sampleId: await anOffer(scope, to) })
  const longAgo = at(scope, '2026-01-05T12:00:00Z')
  const other = await somebodyAt(scope, ground.prospect.id)
  const sampleId = await anOffer(longAgo, { ...to, contactId: other })
  await acceptSample(longAgo, { sampleId })
  await shipSample(longAgo, shipSampleSchema.parse({ sampleId }))
  await markArrived(longAgo, { sampleId })
  await aRequest({ state: 'open', deadlineAt: new Date('2026-03-05T08:00:00Z') })
  const sent = { sentAt: new Date('2026-02-01T12:00:00Z'), sentVia: 'copy', sentById: scope.memberId }
  await aRequest({ state: 'answered', ...sent })
  const of = { siteId: ground.site.id, prospectId: ground.prospect.id }
  const recording = { recordingOn: '2026-03-05', recordingTime: '12:00', recordingZone: 'UTC' }
  await someWork(scope, of, { title: 'To be recorded', ...recording })
  await someWork(scope, of, { title: 'To be written', kind: 'roundup', dueOn: '2026-03-06' })
  await someWork(scope, of, { title: 'Should be out', airsOn: '2026-03-01' })
  const owed = await aPitchGround(scope)
  const promise = { prospectId: owed.prospect.id, contactId: null, pitchId: null, dueOn: '2026-03-02' }
  await makePromise(scope, { ...promise, whose: 'ours', words: 'Send the sizes' })
  await makePromise(scope, { ...promise, whose: 'theirs', words: 'Tell us of the next piece' })
  await aReportInReview(scope, ground.site.id)
  const page = { url: 'https://trailhead.shop/', urlKey: 'trailhead.shop/' }
  await database().ownPage.create({
    data: {
      ...{ workspaceId: scope.workspaceId, siteId: ground.site.id, ...page },
      ...{ state: 'gone', sentence: 'It is gone.', stateSince: scope.now, createdAt: scope.now },
    },
  })
})

async function aMention(ground: Awaited<ReturnType<typeof aPitchGround>>, more: object) {
  const { workspaceId, memberId, now } = scope
  const key = randomUUID()
  await database().mention.create({
    data: {
      ...{ workspaceId, siteId: ground.site.id, prospectId: ground.prospect.id, recordedById: memberId },
      ...{ url: `https://a.example/${key}`, urlKey: key, liveUrlKey: key, provenance: 'earned' },
      ...{ createdAt: now, updatedAt: now, outcome: 'not-looked', ...more },
    },
  })
}

async function aRequest(more: { state: string; deadlineAt?: Date; sentAt?: Date }) {
  const { workspaceId, now } = scope
  const key = randomUUID()
  const text = { text: key, textHash: key, liveTextKey: key, topic: 'Packing light' }
  await database().request.create({ data: { workspaceId, ...text, createdAt: now, updatedAt: now, ...more } })
}

async function answersOf(reader: WorkspaceScope): Promise<TodayThing[]> {
  return (await everythingOn(reader)).filter(({ kind }) => kind === 'answer')
}

async function everythingOn(reader: WorkspaceScope): Promise<TodayThing[]> {
  const { sections } = await loadToday(reader)
  return sections.flatMap(({ kind, items }) => items.map(({ id, mark }) => ({ kind, itemId: id, mark })))
}

describe('every list of Today', () => {
  it('has something on it here, in the order of the page', async () => {
    const { sections } = await loadToday(scope)
    expect(sections.map(({ kind }) => kind)).toEqual([...TODAY_KINDS])
    for (const { kind, items, waiting, isMore } of sections) {
      expect([items.length, isMore], kind).toEqual([waiting, false])
    }
  })

  it('names things that a form carries and brings back, each with somewhere to go', async () => {
    const { sections } = await loadToday(scope)
    for (const { kind, items } of sections) {
      for (const { id, mark, path, who, step } of items) {
        const thing = { kind, itemId: id, mark }
        expect(readThing(thingName(thing)), kind).toEqual(thing)
        expect(path, kind).toMatch(
          /^\/(?:pitches|mentions|reading|samples|requests|customer-reports|contributions|prospects|contacts|promises|sites|answers)[/#](?:mail-)?[0-9a-f-]{36}/,
        )
        expect([who.length > 0, step !== null], kind).toEqual([true, true])
      }
    }
  })

  it('lets each of them be put off and taken up again', async () => {
    const things = await everythingOn(scope)
    for (const thing of things) await putOff(scope, { thing, choice: 'tomorrow', date: null })
    expect(await everythingOn(scope)).toEqual([])
    expect((await listPutOff(scope)).map(({ kind, item }) => `${kind} ${item.id}`).toSorted()).toEqual(
      things.map(({ kind, itemId }) => `${kind} ${itemId}`).toSorted(),
    )
    for (const thing of things) await takeUp(scope, { thing })
    expect(await everythingOn(scope)).toEqual(things)
  })

  it('shows a writer what a writer may do, and a reader the way to open it', async () => {
    const kinds = (await loadToday(writer)).sections.map(({ kind }) => kind)
    expect(kinds).not.toContain('pitch-review')
    expect(kinds).not.toContain('outcome-review')
    const reviewer = await aMember(scope.workspaceId, 'reviewer')
    const { sections } = await loadToday(reviewer)
    const steps = sections.flatMap(({ items }) => items.map(({ step }) => step))
    expect(steps.every((step) => step?.does === 'go')).toBe(true)
    expect(new Set(steps.map((step) => step?.does === 'go' && step.label))).toEqual(
      new Set(['Open', 'Review']),
    )
  })
})

describe('a long list of Today', () => {
  it('shows the first, and counts the others as far as it matters, without what is put off', async () => {
    const busy = await aWorkspace('Counting')
    const ground = await aPitchGround(busy)
    const { workspaceId, memberId, now } = busy
    await database().pitch.createMany({
      data: Array.from({ length: 60 }, (_, n) => ({
        ...{ workspaceId, campaignId: ground.campaign.id, prospectId: ground.prospect.id },
        ...{
          contactId: ground.contact.id,
          channelId: ground.channel.id,
          state: 'answered',
          writerId: memberId,
        },
        ...{ lastMessageAt: new Date(now.getTime() + n), createdAt: now, updatedAt: now },
      })),
    })
    const answers = async () => (await loadToday(busy)).sections.find(({ kind }) => kind === 'answer')
    expect(await answers()).toMatchObject({ waiting: 50, isMore: true })
    const first = await answersOf(busy)
    expect(first).toHaveLength(25)
    for (const thing of first) await putOff(busy, { thing, choice: 'tomorrow', date: null })
    expect(await answers()).toMatchObject({ waiting: 35, isMore: false })
    expect((await answersOf(busy)).map(({ itemId }) => itemId)).not.toContain(first[0]?.itemId)
  })
})

describe('the name of a thing', () => {
  it.each([
    ['answer|00000000-0000-7000-8000-000000000000|2026-03-04T12:00:00.000Z', true],
    ['answer|00000000-0000-7000-8000-000000000000|a|b', true],
    ['answer|00000000-0000-7000-8000-000000000000', true],
    ['nothing|00000000-0000-7000-8000-000000000000|', false],
    ['answer|not-an-id|', false],
    ['', false],
    [`answer|00000000-0000-7000-8000-000000000000|${'x'.repeat(121)}`, false],
  ])('%s is one: %s', (name, isOne) => {
    expect(readThing(name) !== null).toBe(isOne)
    expect(putOffSchema.safeParse({ thing: name, choice: 'tomorrow' }).success).toBe(isOne)
  })
})
