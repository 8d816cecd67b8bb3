import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPerson, aPitchGround, aSentPitch } from '#lib/testing/a-pitch.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { keepPromise, makePromise } from '../ledger/promise-commands.ts'
import { stopWritingTo, suppressAddress } from '../prospects/suppression-commands.ts'
import { closeAsk, recordAsk, sayPublishedOn } from './ask-commands.ts'
import { getAskStanding, listAsksOpen, listAsksToClose } from './ask-queries.ts'
import { publishedOnSchema } from './ask-schema.ts'
import { recordOwnLook } from './look-commands.ts'
import { recordMention } from './mention-commands.ts'
import { getMention } from './mention-queries.ts'
import { recordMentionSchema } from './mention-schema.ts'

const REASON = 'Readers ask in the comments where to get it.'
const days = (number: number) => new Date(NOON.getTime() + number * 86_400_000)

let ours: WorkspaceScope
let theirs: WorkspaceScope
let ground: Awaited<ReturnType<typeof aPitchGround>>
let count = 0
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})
beforeEach(async () => {
  count += 1
  ground = await aPitchGround(ours)
})

/** A page that names us without a link, out since 1 March; today is 4 March. */
async function aNamedMention({ pitchId = '', saw = 'named' as const, dated = true } = {}) {
  const input = recordMentionSchema.parse({
    siteId: ground.site.id,
    prospectId: ground.prospect.id,
    pitchId,
    url: `https://named-${count}.example/post`,
    provenance: 'quote',
  })
  const { mentionId } = await recordMention(ours, input)
  await recordOwnLook(ours, { mentionId, saw, words: '' })
  if (dated) await sayPublishedOn(ours, { mentionId, publishedOn: '2026-03-01' })
  return mentionId
}
const standing = async (mentionId: string, scope = ours) =>
  getAskStanding(scope, await getMention(scope, mentionId))

describe('the one polite ask', () => {
  it('is noted with its reason, and closed with how it ended', async () => {
    const mentionId = await aNamedMention()
    expect(await standing(mentionId)).toMatchObject({ kind: 'open', lastDay: '2026-03-31' })
    await recordAsk(ours, { mentionId, reason: REASON })
    expect(await getMention(ours, mentionId)).toMatchObject({
      askState: 'asked',
      askReason: REASON,
      askedAt: NOON,
    })
    expect((await standing(mentionId)).kind).toBe('asked')
    await closeAsk(at(ours, days(2)), { mentionId, answer: 'declined' })
    expect(await getMention(ours, mentionId)).toMatchObject({
      askState: 'closed',
      askAnswer: 'declined',
      askClosedAt: days(2),
    })
  })

  it('waits until what we owe them is kept', async () => {
    const mentionId = await aNamedMention()
    const promise = { prospectId: ground.prospect.id, contactId: ground.contact.id, pitchId: null }
    const { promiseId } = await makePromise(ours, {
      ...{ ...promise, whose: 'ours', words: 'Send the sizes', dueOn: '2026-03-03' },
    })
    expect(await standing(mentionId)).toMatchObject({
      ...{ kind: 'promise-owed', owed: '“Send the sizes”, due on 3 March 2026' },
    })
    expect(await listAsksOpen(ours, { only: [mentionId] })).toEqual([])
    await expect(recordAsk(ours, { mentionId, reason: REASON })).rejects.toMatchObject({
      remedy: 'Keep it, or say you cannot.',
    })
    await keepPromise(ours, { promiseId, note: '' })
    expect(await listAsksOpen(ours, { only: [mentionId] })).toHaveLength(1)
    await recordAsk(ours, { mentionId, reason: REASON })
  })

  it('happens at most once, ever', async () => {
    const mentionId = await aNamedMention()
    await recordAsk(ours, { mentionId, reason: REASON })
    await expect(recordAsk(ours, { mentionId, reason: REASON })).rejects.toThrow(/once is all/)
    await closeAsk(ours, { mentionId, answer: 'no-answer' })
    await expect(recordAsk(ours, { mentionId, reason: REASON })).rejects.toThrow(/no second ask/)
  })

  it('happens once when two people press at the same moment', async () => {
    const mentionId = await aNamedMention()
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => recordAsk(ours, { mentionId, reason: REASON })),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it.each(['', 'SEO', 'for our ranking'])('needs a reader’s reason, and %j is none', async (reason) => {
    const mentionId = await aNamedMention()
    await expect(recordAsk(ours, { mentionId, reason })).rejects.toMatchObject({ field: 'reason' })
  })

  it('needs the day their page came out, which cannot be to come', async () => {
    const mentionId = await aNamedMention({ dated: false })
    await expect(recordAsk(ours, { mentionId, reason: REASON })).rejects.toMatchObject({
      field: 'publishedOn',
    })
    await expect(sayPublishedOn(ours, { mentionId, publishedOn: '2026-03-06' })).rejects.toThrow(
      /still to come/,
    )
    await sayPublishedOn(ours, { mentionId, publishedOn: '2026-03-05' })
    await recordAsk(ours, { mentionId, reason: REASON })
    expect((await getMention(ours, mentionId)).publishedOn).toEqual(new Date('2026-03-05T00:00:00Z'))
    await sayPublishedOn(ours, { mentionId, publishedOn: null })
    expect((await getMention(ours, mentionId)).publishedOn).toBeNull()
  })

  it('is over 30 days after that day', async () => {
    const mentionId = await aNamedMention()
    await expect(recordAsk(at(ours, days(28)), { mentionId, reason: REASON })).rejects.toThrow(
      /more than 30 days/,
    )
    await recordAsk(at(ours, days(27)), { mentionId, reason: REASON })
    expect((await standing(mentionId, at(ours, days(40)))).suggests).toBe('no-answer')
  })

  it('is no question where they ran it without our name', async () => {
    const mentionId = await aNamedMention()
    await recordOwnLook(at(ours, days(1)), { mentionId, saw: 'about-us', words: '' })
    expect((await standing(mentionId)).kind).toBe('out-of-your-hands')
    await expect(recordAsk(ours, { mentionId, reason: REASON })).rejects.toThrow(/out of your hands/)
  })

  it('can be let be without asking, and then stays so', async () => {
    const mentionId = await aNamedMention()
    await expect(closeAsk(ours, { mentionId, answer: 'added' })).rejects.toMatchObject({ field: 'answer' })
    await closeAsk(ours, { mentionId, answer: 'not-asked' })
    await closeAsk(ours, { mentionId, answer: 'not-asked' })
    await expect(closeAsk(ours, { mentionId, answer: 'added' })).rejects.toThrow(/closed already/)
    await expect(recordAsk(ours, { mentionId, reason: REASON })).rejects.toThrow(Refusal)
  })

  it('was made, so it cannot be called not asked', async () => {
    const mentionId = await aNamedMention()
    await recordAsk(ours, { mentionId, reason: REASON })
    await expect(closeAsk(ours, { mentionId, answer: 'not-asked' })).rejects.toMatchObject({
      field: 'answer',
    })
  })
})

describe('somebody who is not to be written to', () => {
  it('is not asked either: the person we pitched', async () => {
    const pitchId = await aSentPitch(ours, ground)
    const mentionId = await aNamedMention({ pitchId })
    await stopWritingTo(ours, { contactId: ground.contact.id, words: 'Please stop.' })
    await aPerson(ours, ground.prospect.id, { address: `other@blog-${count}.example` })
    expect(await standing(mentionId)).toMatchObject({ kind: 'stopped', suggests: 'not-asked' })
    await expect(recordAsk(ours, { mentionId, reason: REASON })).rejects.toThrow(/not to be written to/)
  })

  it('is not asked either: everybody we know there, but one of several may be', async () => {
    const mentionId = await aNamedMention()
    const { contact } = await aPerson(ours, ground.prospect.id, { address: `other@blog-${count}.example` })
    await stopWritingTo(ours, { contactId: ground.contact.id, words: '' })
    expect((await standing(mentionId)).kind).toBe('open')
    await stopWritingTo(ours, { contactId: contact.id, words: '' })
    expect((await standing(mentionId)).kind).toBe('stopped')
  })

  it('is not asked either: their whole outlet', async () => {
    const mentionId = await aNamedMention()
    await suppressAddress(ours, {
      addressKey: null,
      domain: `named-${count}.example`,
      reason: 'objected',
      words: '',
    })
    expect((await standing(mentionId)).kind).toBe('stopped')
  })

  it('stays asked where they were asked before they said so', async () => {
    const mentionId = await aNamedMention()
    await recordAsk(ours, { mentionId, reason: REASON })
    await stopWritingTo(ours, { contactId: ground.contact.id, words: '' })
    expect((await standing(mentionId)).kind).toBe('asked')
  })
})

describe('whose ask it is', () => {
  it('belongs to its workspace and to those who may write; a viewer sees nothing of it', async () => {
    const mentionId = await aNamedMention()
    for (const ask of [
      (scope: WorkspaceScope) => recordAsk(scope, { mentionId, reason: REASON }),
      (scope: WorkspaceScope) => closeAsk(scope, { mentionId, answer: 'not-asked' }),
      (scope: WorkspaceScope) => sayPublishedOn(scope, { mentionId, publishedOn: null }),
    ]) {
      await expect(ask(theirs)).rejects.toThrow(NotFound)
      await expect(ask(await aMember(ours.workspaceId, 'reviewer'))).rejects.toThrow(Refusal)
    }
    await recordAsk(ours, { mentionId, reason: REASON })
    const viewer = await aMember(ours.workspaceId, 'viewer', undefined, [ground.site.id])
    expect(await getMention(viewer, mentionId)).toMatchObject({
      askState: 'none',
      askReason: '',
      askedAt: null,
    })
    const mention = await database().mention.findFirstOrThrow({
      where: { workspaceId: ours.workspaceId, id: mentionId },
    })
    await expect(getAskStanding(viewer, mention)).rejects.toThrow(NotFound)
  })

  it('comes up on Today once its answer is plain, until it is closed', async () => {
    const mentionId = await aNamedMention()
    await recordAsk(ours, { mentionId, reason: REASON })
    const listed = async (scope: WorkspaceScope) =>
      (await listAsksToClose(scope)).filter(({ id }) => id === mentionId)
    expect(await listed(at(ours, days(2)))).toEqual([])
    const later = at(ours, days(40))
    expect(await listed(later)).toMatchObject([{ suggests: 'no-answer' }])
    expect(await listed(theirs)).toEqual([])
    await closeAsk(later, { mentionId, answer: 'no-answer' })
    expect(await listed(later)).toEqual([])
  })

  it('stands on Today with its last day, as long as one may ask and there is somebody to ask', async () => {
    const listed = async (mentionId: string, scope = ours) =>
      (await listAsksOpen(scope, { only: [mentionId] })).map(({ lastDay }) => lastDay)
    const mentionId = await aNamedMention()
    expect(await listed(mentionId)).toEqual(['2026-03-31'])
    expect(await listed(mentionId, theirs)).toEqual([])
    expect(await listed(mentionId, at(ours, '2026-03-31T12:00:00Z'))).toEqual(['2026-03-31'])
    expect(await listed(mentionId, at(ours, '2026-04-01T12:00:00Z'))).toEqual([])
    // Where it is the first of April already.
    const east = { ...at(ours, '2026-03-31T12:00:00Z'), timeZone: 'Pacific/Auckland' }
    expect(await listed(mentionId, east)).toEqual([])
    await recordAsk(ours, { mentionId, reason: REASON })
    expect(await listed(mentionId)).toEqual([])
    await expect(listAsksOpen(await aMember(ours.workspaceId, 'viewer'))).rejects.toThrow(NotFound)
  })

  it('is asked of nobody who said stop, one mention at a time or many', async () => {
    const stopped = await aNamedMention()
    const mine = ground
    count += 1
    ground = await aPitchGround(ours)
    const open = await aNamedMention()
    const other = await aPerson(ours, mine.prospect.id, { address: `other-${count}@blog.example` })
    const listed = async () =>
      (await listAsksOpen(ours, { only: [stopped, open] })).map(({ id }) => id).toSorted()
    await stopWritingTo(ours, { contactId: mine.contact.id, words: '' })
    expect(await listed()).toEqual([stopped, open].toSorted())
    await stopWritingTo(ours, { contactId: other.contact.id, words: '' })
    expect(await listed()).toEqual([open])
    expect((await standing(stopped)).kind).toBe('stopped')
    expect((await standing(open)).kind).toBe('open')
  })

  it.each(['2026-02-30', 'yesterday', '01/03/2026'])('takes no date like %s', (publishedOn) => {
    const mentionId = '0190f3a0-0000-7000-8000-000000000000'
    expect(publishedOnSchema.safeParse({ mentionId, publishedOn }).error?.issues[0]?.path).toEqual([
      'publishedOn',
    ])
  })
})
