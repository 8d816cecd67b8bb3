import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { WORTH_THANKS } from '#lib/domain/thanks.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPerson, aPitchGround, aSentPitch } from '#lib/testing/a-pitch.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { getGiving } from '../ledger/giving-queries.ts'
import { logTouch } from '../ledger/touch-commands.ts'
import { touchSchema } from '../ledger/touch-schema.ts'
import { stopWritingTo } from '../prospects/suppression-commands.ts'
import { recordOwnLook } from './look-commands.ts'
import { recordMention } from './mention-commands.ts'
import { getMention } from './mention-queries.ts'
import { recordMentionSchema } from './mention-schema.ts'
import { outcomesOf } from './outcome-groups.ts'
import { leaveThanks, recordThanks, reopenThanks, saveThanks } from './thanks-commands.ts'
import { getThanksDesk } from './thanks-desk-queries.ts'
import { getThanksStanding, listThanksToSay } from './thanks-queries.ts'

const WORDS = 'Hi Anna,\n\nthank you for the kind words. They made our week.\n\nMara'
const days = (number: number) => new Date(NOON.getTime() + number * 86_400_000)

let ours: WorkspaceScope
let theirs: WorkspaceScope
let ground: Awaited<ReturnType<typeof aPitchGround>>
let count = 0
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})
beforeEach(async () => {
  ground = await aPitchGround(ours)
})

async function aSeenMention({
  pitchId = '',
  saw = 'named' as 'named' | 'linked',
  url = '',
  siteId = '',
} = {}) {
  count += 1
  const input = recordMentionSchema.parse({
    siteId: siteId || ground.site.id,
    prospectId: ground.prospect.id,
    pitchId,
    url: url || `https://thanked-${count}.example/post`,
    provenance: 'earned',
  })
  const { mentionId } = await recordMention(ours, input)
  await recordOwnLook(ours, { mentionId, saw, words: '' })
  return mentionId
}

const kindOf = async (mentionId: string, scope = ours) => (await getThanksStanding(scope, mentionId)).kind
const toSay = async (mentionId: string, scope = ours) =>
  (await listThanksToSay(scope, { only: [mentionId] })).length

async function thank(mentionId: string, scope = ours) {
  await saveThanks(scope, { mentionId, contactId: null, body: WORDS })
  await recordThanks(scope, { mentionId, contactId: null, via: 'mailto' })
}

describe('thanks for a mention', () => {
  it('are for what was seen to stand', () => {
    expect([...WORTH_THANKS].toSorted()).toEqual(
      [...outcomesOf('links'), ...outcomesOf('unlinked'), ...outcomesOf('featured')].toSorted(),
    )
  })

  it.each(['named', 'linked'] as const)('are suggested as soon as it is %s, for two weeks', async (saw) => {
    const mentionId = await aSeenMention({ saw })
    expect(await listThanksToSay(ours, { only: [mentionId] })).toMatchObject([{ bestBy: '2026-03-06' }])
    expect(await toSay(mentionId, at(ours, days(14)))).toBe(1)
    expect(await toSay(mentionId, at(ours, days(15)))).toBe(0)
    expect(await kindOf(mentionId, at(ours, days(15)))).toBe('late')
  })

  it('stand in the conversation where there is one, and are suggested no more', async () => {
    const pitchId = await aSentPitch(ours, ground)
    const mentionId = await aSeenMention({ pitchId })
    await saveThanks(ours, { mentionId, contactId: null, body: WORDS })
    expect(await getThanksDesk(ours, mentionId)).toMatchObject({
      ...{ threadId: pitchId, chosen: { id: ground.contact.id }, problems: [] },
      ...{ subject: 'Re: Your post about carrying one tent', channel: { kind: 'email' } },
    })
    await Promise.all(
      [1, 2].map(() => recordThanks(ours, { mentionId, contactId: null, via: 'gmail' }).catch(() => {})),
    )
    const messages = await database().message.findMany({
      where: { workspaceId: ours.workspaceId, pitchId, purpose: 'thanks' },
    })
    expect(messages).toMatchObject([
      { direction: 'out', body: WORDS, via: 'gmail', contactId: ground.contact.id },
    ])
    expect(await kindOf(mentionId)).toBe('thanked')
    expect(await toSay(mentionId)).toBe(0)
    expect((await getThanksDesk(ours, mentionId)).threadId).toBe(pitchId)
    expect(await getMention(ours, mentionId)).toMatchObject({ thanksDraft: '', thanksAt: NOON })
    await expect(saveThanks(ours, { mentionId, contactId: null, body: 'Again' })).rejects.toThrow('already')
  })

  it('are a touch where nobody was written to, and count as given', async () => {
    const mentionId = await aSeenMention()
    await thank(mentionId)
    expect(await getGiving(ours, { contactId: ground.contact.id })).toMatchObject({
      ...{ gave: 1, asked: 0, since: NOON },
      newest: [{ what: 'Thanked', words: WORDS, contact: 'Anna Berg' }],
    })
    await recordThanks(ours, { mentionId, contactId: null, via: 'mailto' })
    expect((await getGiving(ours, { prospectId: ground.prospect.id })).gave).toBe(1)
  })

  it('are for whom one chooses among those who are there', async () => {
    const mentionId = await aSeenMention()
    const ben = await aPerson(ours, ground.prospect.id, { address: `ben-${count}@blog.example` })
    expect((await getThanksDesk(ours, mentionId)).chosen).toBeNull()
    await saveThanks(ours, { mentionId, contactId: ben.contact.id, body: 'Thank you.' })
    const stranger = await aPitchGround(ours)
    const wrong = { mentionId, contactId: stranger.contact.id, via: 'mailto' as const }
    await expect(recordThanks(ours, wrong)).rejects.toMatchObject({ field: 'contactId' })
    await recordThanks(ours, { ...wrong, contactId: ben.contact.id })
    expect((await getGiving(ours, { contactId: ben.contact.id })).gave).toBe(1)
  })

  it('want words, and words that ask for nothing', async () => {
    const mentionId = await aSeenMention()
    await expect(recordThanks(ours, { mentionId, contactId: null, via: 'copy' })).rejects.toMatchObject({
      field: 'body',
    })
    await saveThanks(ours, {
      mentionId,
      contactId: null,
      body: 'Thank you. In exchange for a link we send you one more.',
    })
    await expect(recordThanks(ours, { mentionId, contactId: null, via: 'copy' })).rejects.toThrow(Refusal)
    expect(await kindOf(mentionId)).toBe('suggested')
  })

  it('are let be with one press, and taken up again', async () => {
    const mentionId = await aSeenMention()
    await leaveThanks(ours, { mentionId })
    await leaveThanks(ours, { mentionId })
    expect([await kindOf(mentionId), await toSay(mentionId)]).toEqual(['let-be', 0])
    await expect(saveThanks(ours, { mentionId, contactId: null, body: WORDS })).rejects.toThrow('let be')
    await reopenThanks(ours, { mentionId })
    await thank(mentionId)
    await reopenThanks(ours, { mentionId })
    expect(await kindOf(mentionId)).toBe('thanked')
    await expect(leaveThanks(ours, { mentionId })).rejects.toThrow('already')
  })

  it('are not suggested where they were thanked by hand since, or for the same page', async () => {
    const byHand = await aSeenMention()
    const touch = { prospectId: ground.prospect.id, kind: 'thanked' }
    await logTouch(ours, { ...touchSchema.parse(touch), at: new Date('2026-01-01T00:00:00Z') })
    expect(await toSay(byHand)).toBe(1)
    await logTouch(ours, touchSchema.parse(touch))
    expect([await kindOf(byHand), await toSay(byHand)]).toEqual(['thanked-elsewhere', 0])
    ground = await aPitchGround(ours)
    const url = 'https://both-sites.example/post'
    const [one, other] = [await aSeenMention({ url }), await aSeenMention()]
    const another = await aPitchGround(ours)
    const twin = await aSeenMention({ url, siteId: another.site.id })
    await thank(one)
    expect(await toSay(twin)).toBe(0)
    // For another page of theirs they were not thanked.
    expect(await toSay(other)).toBe(1)
  })

  it('are not suggested to who said stop, for what was bought, for old news of a file, or an open guess of a feed', async () => {
    const { workspaceId } = ours
    const change = (id: string, data: object) =>
      database().mention.updateMany({ where: { workspaceId, id }, data })
    const bought = await aSeenMention()
    await change(bought, { provenance: 'paid-elsewhere' })
    const old = await aSeenMention()
    await change(old, { foundBy: 'import', publishedOn: new Date('2025-01-01') })
    const guess = await aSeenMention()
    await change(guess, { foundBy: 'feed', reviewSince: NOON })
    await database().outcomeDecision.deleteMany({ where: { workspaceId, mentionId: guess } })
    for (const id of [bought, old, guess]) expect(await toSay(id)).toBe(0)
    const stopped = await aSeenMention()
    await stopWritingTo(ours, { contactId: ground.contact.id, words: '' })
    expect([await kindOf(stopped), await toSay(stopped)]).toEqual(['stopped', 0])
  })

  it('are not suggested anew where the page changes later', async () => {
    const mentionId = await aSeenMention()
    const later = at(ours, days(20))
    await recordOwnLook(later, { mentionId, saw: 'linked', words: '' })
    expect(await toSay(mentionId, later)).toBe(0)
  })

  it('are nothing for a viewer or for others', async () => {
    const mentionId = await aSeenMention()
    await saveThanks(ours, { mentionId, contactId: null, body: WORDS })
    const viewer = await aMember(ours.workspaceId, 'viewer', undefined, [ground.site.id])
    await expect(getThanksStanding(viewer, mentionId)).rejects.toThrow(NotFound)
    await expect(listThanksToSay(viewer)).rejects.toThrow(NotFound)
    await expect(leaveThanks(viewer, { mentionId })).rejects.toThrow(Refusal)
    expect(await getMention(viewer, mentionId)).toMatchObject({ thanksState: 'none', thanksDraft: '' })
    await expect(leaveThanks(theirs, { mentionId })).rejects.toThrow(NotFound)
    await expect(saveThanks(theirs, { mentionId, contactId: null, body: WORDS })).rejects.toThrow(NotFound)
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(recordThanks(reviewer, { mentionId, contactId: null, via: 'copy' })).rejects.toThrow(Refusal)
  })
})
