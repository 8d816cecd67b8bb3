import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { savedPage } from '#lib/testing/a-saved-page.ts'
import { aMember, at, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addSite } from '../sites/site-commands.ts'
import { actingScope } from '../workspaces/acting-scope.ts'
import { letWritersReview } from '../workspaces/workspace-commands.ts'
import { confirmOutcome, overruleOutcome, recordSeenByPerson } from './decision-commands.ts'
import { lookAtMention } from './look-at-mention.ts'
import { lookNow, recordOwnLook } from './look-commands.ts'
import { recordMention } from './mention-commands.ts'
import { getMention } from './mention-queries.ts'
import { recordMentionSchema } from './mention-schema.ts'
import { readReviewList } from './review-list.ts'
import { countOutcomesToReview, getReview } from './review-queries.ts'
import { confirmSchema, overruleSchema, seenByPersonSchema } from './review-schema.ts'

const SITE = {
  name: 'Fernway',
  ownerName: 'Mara Lind',
  domains: ['fernway.example'],
  brandNames: ['Fernway'],
  peopleNames: [],
  timeZone: 'UTC',
}
const LINK = '<p>We liked the <a href="https://fernway.example/tents">Fernway tent</a> most.</p>'
const NOTHING = '<p>We liked another tent most, and slept well in it every night.</p>'
const day = (number: number, hour = 12) => new Date(Date.UTC(2026, 2, number, hour))

let ours: WorkspaceScope
let theirs: WorkspaceScope
let reviewer: WorkspaceScope
let siteId: string
let count = 0

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  reviewer = await aMember(ours.workspaceId, 'reviewer')
  ;({ siteId } = await addSite(ours, SITE))
})
beforeEach(() => {
  count += 1
})

/** A mention whose link was seen on day 1 and found missing twice: it waits since the second time. */
async function aLostMention(scope = ours, site = siteId, lastDay = 3) {
  const url = `https://blog-${count}-${Math.random().toString(36).slice(2)}.example/post`
  const input = recordMentionSchema.parse({ siteId: site, url, provenance: 'earned' })
  const { mentionId } = await recordMention(at(scope, day(1)), input)
  await look(scope, mentionId, url, LINK, day(1))
  await look(scope, mentionId, url, NOTHING, day(lastDay - 1, 11))
  await look(scope, mentionId, url, NOTHING, day(lastDay))
  return { mentionId, url }
}

async function look(scope: WorkspaceScope, mentionId: string, url: string, html: string, when: Date) {
  await savedPage(
    url,
    `<!doctype html><html lang="en"><title>Tents</title><body><h1>Tents</h1>${html}</body></html>`,
  )
  await lookNow(at(scope, when), mentionId)
  await lookAtMention(
    { workspaceId: scope.workspaceId, mentionId, requestedById: scope.memberId },
    { now: () => when },
  )
}

async function asked(mentionId: string, scope = ours) {
  const { lookCount, reviewSince } = await getMention(scope, mentionId)
  return { mentionId, lookNumber: lookCount, reviewSince }
}

describe('an outcome that waits for review', () => {
  it('is one whose link was lost, since the look that said so', async () => {
    const { mentionId } = await aLostMention()
    expect(await getMention(ours, mentionId)).toMatchObject({ outcome: 'lost', reviewSince: day(3) })
  })

  it('waits no more once it is confirmed, and is seen', async () => {
    const { mentionId } = await aLostMention()
    await confirmOutcome(at(reviewer, day(4)), await asked(mentionId))
    const mention = await getMention(ours, mentionId)
    expect(mention).toMatchObject({
      outcome: 'lost',
      outcomeAt: day(2, 11),
      reviewSince: null,
      seenOutcome: 'lost',
    })
    expect(mention.decisions).toMatchObject([
      {
        kind: 'confirmed',
        outcome: 'lost',
        lookNumber: 3,
        at: day(4),
        by: { name: reviewer.actorName },
        reason: '',
      },
    ])
  })

  it('comes to what a reviewer says, with their reason, and that holds against looks that say the same again', async () => {
    const { mentionId, url } = await aLostMention()
    const input = { ...(await asked(mentionId)), outcome: 'linked' as const, reason: 'It is in the picture.' }
    await overruleOutcome(at(reviewer, day(4)), input)
    expect(await getMention(ours, mentionId)).toMatchObject({
      outcome: 'linked',
      outcomeAt: day(4),
      reviewSince: null,
    })
    await look(ours, mentionId, url, NOTHING, day(5))
    await look(ours, mentionId, url, NOTHING, day(7))
    expect(await getMention(ours, mentionId)).toMatchObject({ outcome: 'linked', reviewSince: null })
    await look(ours, mentionId, url, '<p>Fernway made it.</p>', day(8))
    expect(await getMention(ours, mentionId)).toMatchObject({ outcome: 'lost', reviewSince: day(8) })
  })

  it('keeps every decision as it was', async () => {
    const { mentionId } = await aLostMention()
    const input = { ...(await asked(mentionId)), outcome: 'linked' as const, reason: 'It is in the picture.' }
    await overruleOutcome(at(reviewer, day(4)), input)
    await overruleOutcome(at(ours, day(5)), {
      ...(await asked(mentionId)),
      outcome: 'page-gone',
      reason: 'Somebody else has the address now.',
    })
    const { decisions, outcome } = await getMention(ours, mentionId)
    expect(outcome).toBe('page-gone')
    expect(decisions.map(({ kind, outcome, by }) => [kind, outcome, by.name])).toEqual([
      ['overruled', 'page-gone', ours.actorName],
      ['overruled', 'linked', reviewer.actorName],
    ])
  })

  it('is settled by a person who opened the page: a look like any other, marked as theirs', async () => {
    const { mentionId, url } = await aLostMention()
    await recordSeenByPerson(at(reviewer, day(4)), {
      ...(await asked(mentionId)),
      saw: 'linked',
      words: 'At the end.',
    })
    const mention = await getMention(ours, mentionId)
    expect(mention).toMatchObject({ outcome: 'linked', reviewSince: null, lookCount: 4 })
    expect(mention.linkChecks[0]).toMatchObject({
      kind: 'person',
      note: 'At the end.',
      requestedById: reviewer.memberId,
    })
    expect(mention.decisions).toMatchObject([{ kind: 'seen-by-person', outcome: 'linked', lookNumber: 4 }])
    await look(ours, mentionId, url, NOTHING, day(5))
    await look(ours, mentionId, url, NOTHING, day(7))
    expect(await getMention(ours, mentionId)).toMatchObject({ outcome: 'linked', reviewSince: null })
  })

  it('is about us without our name where a reviewer says so, and later looks agree', async () => {
    const { mentionId, url } = await aLostMention()
    const input = {
      ...(await asked(mentionId)),
      outcome: 'featured-not-named' as const,
      reason: 'Our story.',
    }
    await overruleOutcome(at(reviewer, day(4)), input)
    expect(await getMention(ours, mentionId)).toMatchObject({ outcome: 'featured-not-named', aboutUs: true })
    await look(ours, mentionId, url, NOTHING, day(5))
    expect((await getMention(ours, mentionId)).outcome).toBe('featured-not-named')
  })

  it('goes on waiting where somebody without that right saw the page', async () => {
    const { mentionId } = await aLostMention()
    const writer = await aMember(ours.workspaceId, 'writer')
    await recordOwnLook(at(writer, day(4)), { mentionId, saw: 'linked', words: '' })
    const mention = await getMention(ours, mentionId)
    expect(mention.outcome).toBe('linked')
    expect(mention.reviewSince).toEqual(day(3))
    await recordOwnLook(at(ours, day(4, 13)), { mentionId, saw: 'linked', words: '' })
    expect((await getMention(ours, mentionId)).reviewSince).toBeNull()
  })
})

describe('two reviewers at once', () => {
  it('decide once, and the second is told who did', async () => {
    const { mentionId } = await aLostMention()
    const input = await asked(mentionId)
    const other = await aMember(ours.workspaceId, 'reviewer')
    await confirmOutcome(at(reviewer, day(4)), input)
    const second = overruleOutcome(at(other, day(4)), { ...input, outcome: 'linked', reason: 'I see it.' })
    await expect(second).rejects.toThrow(`${reviewer.actorName} confirmed it already, today.`)
    const mention = await getMention(ours, mentionId)
    expect(mention.outcome).toBe('lost')
    expect(mention.decisions).toHaveLength(1)
  })

  it('who press at the same moment leave one decision', async () => {
    const { mentionId } = await aLostMention()
    const input = await asked(mentionId)
    const other = await aMember(ours.workspaceId, 'reviewer')
    const answers = await Promise.allSettled(
      [reviewer, other].map((scope) => confirmOutcome(at(scope, day(4)), input)),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await getMention(ours, mentionId)).decisions).toHaveLength(1)
  })

  it('do not decide on a look they have not read', async () => {
    const { mentionId, url } = await aLostMention()
    const input = await asked(mentionId)
    await look(ours, mentionId, url, LINK, day(4))
    await expect(confirmOutcome(at(reviewer, day(5)), input)).rejects.toThrow(/newer look at blog-.* came in/)
    expect((await getMention(ours, mentionId)).decisions).toEqual([])
  })

  it('may click twice', async () => {
    const { mentionId } = await aLostMention()
    const input = await asked(mentionId)
    await confirmOutcome(at(reviewer, day(4)), input)
    await confirmOutcome(at(reviewer, day(4)), input)
    const seen = { ...(await asked(mentionId)), saw: 'linked' as const, words: '' }
    await recordSeenByPerson(at(reviewer, day(5)), seen)
    await recordSeenByPerson(at(reviewer, day(5)), seen)
    const { decisions, lookCount } = await getMention(ours, mentionId)
    expect(decisions.map(({ kind }) => kind)).toEqual(['seen-by-person', 'confirmed'])
    expect(lookCount).toBe(4)
  })
})

describe('a decision', () => {
  it.each<[string, (mentionId: string) => Promise<unknown>, RegExp]>([
    [
      'to confirm what waits for nobody',
      async (mentionId) => {
        await confirmOutcome(reviewer, await asked(mentionId))
        await confirmOutcome(reviewer, await asked(mentionId))
      },
      /waits for nobody/,
    ],
    [
      'to overrule an outcome with itself',
      async (mentionId) =>
        overruleOutcome(reviewer, { ...(await asked(mentionId)), outcome: 'lost', reason: 'So it is.' }),
      /comes to already/,
    ],
  ])('%s is refused', async (_claim, decide, words) => {
    const { mentionId } = await aLostMention()
    await expect(decide(mentionId)).rejects.toThrow(words)
  })

  it('cannot call lost what was never seen, or overrule what nobody has looked at', async () => {
    const url = `https://never-${count}.example/post`
    const input = recordMentionSchema.parse({ siteId, url, provenance: 'earned' })
    const { mentionId } = await recordMention(at(ours, day(1)), input)
    const overrule = async () =>
      overruleOutcome(reviewer, { ...(await asked(mentionId)), outcome: 'lost', reason: 'It was there.' })
    await expect(overrule()).rejects.toThrow(/Nobody has looked/)
    await look(ours, mentionId, url, NOTHING, day(1))
    await expect(overrule()).rejects.toThrow(/No look has ever seen a link/)
  })

  it('is for owners, managers and reviewers', async () => {
    const { mentionId } = await aLostMention()
    const input = await asked(mentionId)
    for (const role of ['writer', 'viewer'] as const) {
      const member = await aMember(ours.workspaceId, role, undefined, [siteId])
      await expect(confirmOutcome(member, input)).rejects.toThrow(Refusal)
      await expect(overruleOutcome(member, { ...input, outcome: 'linked', reason: 'x' })).rejects.toThrow(
        Refusal,
      )
      await expect(recordSeenByPerson(member, { ...input, saw: 'linked', words: '' })).rejects.toThrow(
        Refusal,
      )
      await expect(getReview(member)).rejects.toThrow(NotFound)
      await expect(countOutcomesToReview(member)).rejects.toThrow(NotFound)
    }
    await confirmOutcome(await aMember(ours.workspaceId, 'manager'), input)
  })

  it('is for writers too, where an owner allows it', async () => {
    const scope = await aWorkspace('Small team')
    const { siteId: site } = await addSite(scope, SITE)
    const { mentionId } = await aLostMention(scope, site)
    const writer = await aMember(scope.workspaceId, 'writer')
    await expect(letWritersReview(writer, { writersMayReview: true })).rejects.toThrow(Refusal)
    await letWritersReview(scope, { writersMayReview: true })
    const allowed = await actingScope(writer.memberId, day(4))
    expect((await getReview(allowed)).mention?.id).toBe(mentionId)
    await confirmOutcome(allowed, await asked(mentionId, allowed))
    await letWritersReview(scope, { writersMayReview: false })
    await expect(getReview(await actingScope(writer.memberId, day(5)))).rejects.toThrow(NotFound)
    const viewer = await aMember(scope.workspaceId, 'viewer', undefined, [site])
    await expect(getReview(viewer)).rejects.toThrow(NotFound)
  })

  it('reaches no other workspace', async () => {
    const { mentionId } = await aLostMention()
    const input = await asked(mentionId)
    await expect(confirmOutcome(theirs, input)).rejects.toThrow(NotFound)
    await expect(overruleOutcome(theirs, { ...input, outcome: 'linked', reason: 'x' })).rejects.toThrow(
      NotFound,
    )
    await expect(recordSeenByPerson(theirs, { ...input, saw: 'gone', words: '' })).rejects.toThrow(NotFound)
    expect(await getReview(theirs)).toMatchObject({ mention: null, total: 0 })
  })

  it('needs a reason to overrule, and what stood on the page', () => {
    const before = { mentionId: '0190f3a0-0000-7000-8000-000000000000', lookNumber: '3', reviewSince: '' }
    const fields = (parsed: { error?: { issues: { path: PropertyKey[] }[] } }) =>
      parsed.error?.issues.map(({ path }) => path[0])
    expect(fields(overruleSchema.safeParse({ ...before, outcome: 'linked', reason: '  ' }))).toEqual([
      'reason',
    ])
    expect(fields(overruleSchema.safeParse({ ...before, outcome: 'could-not-check', reason: 'x' }))).toEqual([
      'outcome',
    ])
    expect(fields(seenByPersonSchema.safeParse({ ...before, saw: '' }))).toEqual(['saw'])
    expect(fields(confirmSchema.safeParse({ ...before, reviewSince: 'yesterday' }))).toEqual(['reviewSince'])
    expect(confirmSchema.parse({ ...before, reviewSince: '2026-03-03T12:00:00.000Z' })).toMatchObject({
      lookNumber: 3,
      reviewSince: day(3),
    })
  })
})

describe('the queue', () => {
  it('shows the oldest first, one at a time, and finds its way back and on', async () => {
    const scope = await aWorkspace('Queue')
    const { siteId: site } = await addSite(scope, SITE)
    const [late, early, middle] = [
      await aLostMention(scope, site, 9),
      await aLostMention(scope, site, 5),
      await aLostMention(scope, site, 7),
    ].map(({ mentionId }) => mentionId)
    expect(await countOutcomesToReview(scope)).toBe(3)
    const first = await getReview(scope)
    expect([first.mention?.id, first.number, first.total, first.previousAfter]).toEqual([early, 1, 3, null])
    const second = await getReview(scope, { after: first.nextAfter ?? '' })
    expect([second.mention?.id, second.number, second.previousAfter]).toEqual([middle, 2, ''])
    const third = await getReview(scope, { after: second.nextAfter ?? '' })
    expect([third.mention?.id, third.number, third.nextAfter]).toEqual([late, 3, null])
    expect((await getReview(scope, { after: third.previousAfter ?? '' })).mention?.id).toBe(middle)
  })

  it('stays where one is while what is decided leaves it', async () => {
    const scope = await aWorkspace('Place')
    const { siteId: site } = await addSite(scope, SITE)
    await aLostMention(scope, site, 5)
    const { mentionId: middle } = await aLostMention(scope, site, 7)
    const { mentionId: late } = await aLostMention(scope, site, 9)
    const { nextAfter } = await getReview(scope)
    const here = { after: nextAfter ?? '' }
    expect((await getReview(scope, here)).mention?.id).toBe(middle)
    await confirmOutcome(scope, await asked(middle, scope))
    expect((await getReview(scope, here)).mention?.id).toBe(late)
    await confirmOutcome(scope, await asked(late, scope))
    expect(await getReview(scope, here)).toMatchObject({ mention: null, total: 1, previousAfter: '' })
  })

  it('can be narrowed to a site', async () => {
    const scope = await aWorkspace('Sites')
    const { siteId: one } = await addSite(scope, SITE)
    const { siteId: other } = await addSite(scope, { ...SITE, name: 'Other' })
    const { mentionId } = await aLostMention(scope, other)
    expect(await getReview(scope, { site: one })).toMatchObject({ mention: null, total: 0 })
    expect((await getReview(scope, { site: other })).mention?.id).toBe(mentionId)
  })

  it('shows nothing of the trash', async () => {
    const scope = await aWorkspace('Trash')
    const { siteId: site } = await addSite(scope, SITE)
    const { mentionId } = await aLostMention(scope, site)
    await database().mention.updateMany({
      where: { workspaceId: scope.workspaceId, id: mentionId },
      data: { deletedAt: day(4), liveUrlKey: null },
    })
    expect(await getReview(scope)).toMatchObject({ mention: null, total: 0 })
    expect(await countOutcomesToReview(scope)).toBe(0)
  })

  it.each([
    [{ site: 'mine', after: 'yesterday' }],
    [{ site: ['', ''], after: '2026-99-99T00:00:00.000Z_0190f3a0-0000-7000-8000-000000000000' }],
    [{ after: "2026-03-03T12:00:00.000Z_'; DROP TABLE" }],
  ])('reads an address like %j as not said', (parameters) => {
    expect(readReviewList(parameters)).toEqual({ site: '', after: '' })
  })
})
