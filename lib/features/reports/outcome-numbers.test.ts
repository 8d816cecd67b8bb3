import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPitchGround } from '#lib/testing/a-pitch.ts'
import { aMember, aWorkspace, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { listPress } from '../mentions/press-queries.ts'
import { readLetterNumbers } from './letter-numbers-queries.ts'
import { readOutcomeNumbers } from './outcome-numbers-queries.ts'
import { listWorkedLetters } from './worked-letter-queries.ts'
import { readWorkedLetters } from './worked-list.ts'
import { countWhatWorked } from './worked-queries.ts'

type Ground = Awaited<ReturnType<typeof aPitchGround>>
type Page = {
  outcome: string
  outcomeAt?: string
  createdAt?: string
  everLinked?: boolean
  /** Days on which a look saw a link. */
  seen?: string[]
  addressSince?: Date
}

let ours: WorkspaceScope
let theirs: WorkspaceScope
let one: Ground
let other: Ground
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  one = await aPitchGround(ours)
  other = await aPitchGround(ours)
  const kept = { everLinked: true, seen: ['2026-01-05', '2026-01-20', '2026-02-28'] }
  await pages(one, [
    { outcome: 'linked', outcomeAt: '2026-01-05', ...kept },
    { outcome: 'linked-qualified', outcomeAt: '2026-01-05', ...kept },
    { outcome: 'linked-not-indexable', outcomeAt: '2026-01-05', ...kept },
    { outcome: 'linked-elsewhere-canonical', outcomeAt: '2026-01-05', ...kept },
    { outcome: 'linked-wrong-page', outcomeAt: '2026-01-05', ...kept },
    { outcome: 'lost', outcomeAt: '2026-02-04', everLinked: true, seen: ['2026-01-05', '2026-02-01'] },
    { outcome: 'page-gone', outcomeAt: '2026-02-24', everLinked: true, seen: ['2025-12-31'] },
    { outcome: 'page-gone', outcomeAt: '2026-02-24' },
    {
      outcome: 'could-not-check',
      outcomeAt: '2026-03-01',
      everLinked: true,
      seen: ['2026-01-05', '2026-01-15'],
    },
    { outcome: 'missing-looking-again', outcomeAt: '2026-03-03', everLinked: true, seen: ['2026-01-05'] },
    { outcome: 'mentioned-unlinked' },
    { outcome: 'featured-not-named' },
    { outcome: 'not-mentioned' },
    { outcome: 'not-looked' },
    { outcome: 'linked', outcomeAt: '2026-01-05', createdAt: '2025-06-01' },
  ])
  await pages(other, [{ outcome: 'linked', outcomeAt: '2026-03-01' }])
  await pages(await aPitchGround(theirs), [{ outcome: 'linked', outcomeAt: '2026-01-05' }], theirs)
})

const ofOne = () => ({ siteId: one.site.id, from: '2026-01-01', to: '2026-03-04' })

describe('what counts nowhere', () => {
  const none = { site: '', campaign: '', member: '', from: '', to: '' }

  async function aPageOfALetter(odd: object, kind: string) {
    const scope = await aWorkspace(`Odd ${kind}`)
    const ground = await aPitchGround(scope)
    const { workspaceId, memberId } = scope
    const pitch = await database().pitch.create({
      data: {
        ...{
          workspaceId,
          writerId: memberId,
          campaignId: ground.campaign.id,
          prospectId: ground.prospect.id,
        },
        ...{
          contactId: ground.contact.id,
          channelId: ground.channel.id,
          state: 'answered',
          overruledRules: [],
        },
        ...{ sentAt: NOON, answeredAt: NOON, createdAt: NOON, updatedAt: NOON },
      },
    })
    await pages(ground, [{ outcome: 'linked', everLinked: true, seen: ['2026-01-05'], ...odd }], scope)
    await database().mention.updateMany({ where: { workspaceId }, data: { pitchId: pitch.id } })
    return scope
  }

  it.each([
    ['paid for elsewhere', { provenance: 'paid-elsewhere' }, 1],
    ['found by a feed and confirmed by nobody', { foundBy: 'feed', reviewSince: day('2026-01-05') }, 0],
  ])('is a page %s: neither among pages nor as what came of a letter', async (kind, odd, paid) => {
    const scope = await aPageOfALetter(odd, kind)
    const { lifetimes, newAndLostPerMonth, ...counts } = await readOutcomeNumbers(scope, {
      ...{ siteId: '', from: '', to: '' },
    })
    expect(lifetimes).toEqual([])
    expect(newAndLostPerMonth).toEqual([])
    expect(Object.entries(counts).filter(([, count]) => count !== 0)).toEqual(paid ? [['paid', paid]] : [])
    expect(await readLetterNumbers(scope, none)).toMatchObject({
      ...{ sent: 1, answered: 1, mentionedAfterAnswer: 0, linkedAfterAnswer: 0, mentionedLetters: 0 },
      ...{ linkedLetters: 0, hoursToLink: [] },
    })
    const worked = await countWhatWorked(scope, { from: '', to: '', site: '', errors: {} })
    expect(worked).toMatchObject([{ sent: 1, linked: 0, named: 0 }])
    const linked = await listWorkedLetters(scope, readWorkedLetters({ what: 'linked' }))
    expect(linked.letters).toEqual([])
    expect(await listPress(scope)).toMatchObject({ press: [], total: 0, withLink: 0 })
  })

  it('is what was seen at an address before it was corrected', async () => {
    const scope = await aWorkspace('Corrected')
    const ground = await aPitchGround(scope)
    const seen = ['2026-01-05', '2026-02-10', '2026-02-20']
    await pages(
      ground,
      [
        {
          outcome: 'linked',
          outcomeAt: '2026-02-10',
          everLinked: true,
          seen,
          addressSince: day('2026-02-01'),
        },
      ],
      scope,
    )
    const { lifetimes, newAndLostPerMonth } = await readOutcomeNumbers(scope, {
      siteId: '',
      from: '',
      to: '',
    })
    expect(lifetimes).toEqual([{ time: 10, ended: 0, censored: 1 }])
    expect(newAndLostPerMonth[0]).toMatchObject({ month: '2026-02', gained: 1 })
  })
})

describe('what became of pages', () => {
  it('is counted once for each page, links apart from what is none', async () => {
    const numbers = await readOutcomeNumbers(ours, ofOne())
    expect(numbers).toMatchObject({
      ...{ mentions: 14, links: 5, followed: 1, qualified: 1, notIndexable: 2, otherPage: 1 },
      ...{ unlinked: 1, featured: 1, lost: 2, pending: 2, cannotTell: 1, notThere: 2 },
    })
    const { links, unlinked, featured, lost, pending, cannotTell, notThere, mentions } = numbers
    expect(links + unlinked + featured + lost + pending + cannotTell + notThere).toBe(mentions)
  })

  it('tells new and lost links by when that was seen, month by month, without a gap', async () => {
    const { newAndLostPerMonth } = await readOutcomeNumbers(ours, { ...ofOne(), from: '', to: '' })
    expect(newAndLostPerMonth).toEqual([
      { month: '2025-12', gained: 1, lost: 0 },
      { month: '2026-01', gained: 9, lost: 0 },
      { month: '2026-02', gained: 0, lost: 2 },
      { month: '2026-03', gained: 0, lost: 0 },
    ])
  })

  it('knows of a link’s life what looks have seen: until it was missed, or until it was last seen', async () => {
    const { lifetimes, newLinks, keptLost, keptStanding, keptUntold } = await readOutcomeNumbers(
      ours,
      ofOne(),
    )
    expect(lifetimes.toSorted((a, b) => a.time - b.time)).toEqual([
      { time: 0, ended: 0, censored: 2 },
      { time: 10, ended: 0, censored: 1 },
      { time: 30, ended: 1, censored: 0 },
      { time: 54, ended: 0, censored: 5 },
    ])
    expect([newLinks, keptLost, keptStanding, keptUntold]).toEqual([9, 1, 6, 2])
  })

  it('is told of what was chosen: Site, campaign, member', async () => {
    const all = { siteId: '', from: '', to: '' }
    expect((await readOutcomeNumbers(ours, all)).mentions).toBe(16)
    expect((await readOutcomeNumbers(ours, { ...all, siteId: other.site.id })).mentions).toBe(1)
    expect((await readOutcomeNumbers(ours, { ...all, campaignId: other.campaign.id })).mentions).toBe(1)
    expect((await readOutcomeNumbers(ours, { ...all, memberId: ours.memberId })).mentions).toBe(16)
    expect((await readOutcomeNumbers(ours, { ...all, memberId: theirs.memberId })).mentions).toBe(0)
  })

  it('is told to a viewer of their own Sites, and to nobody of another workspace', async () => {
    const all = { siteId: '', from: '', to: '' }
    const viewer = await aMember(ours.workspaceId, 'viewer', NOON, [other.site.id])
    expect((await readOutcomeNumbers(viewer, all)).mentions).toBe(1)
    expect(await readOutcomeNumbers(viewer, ofOne())).toMatchObject({ mentions: 0, newAndLostPerMonth: [] })
    expect((await readOutcomeNumbers(theirs, ofOne())).mentions).toBe(0)
    expect((await readOutcomeNumbers(theirs, all)).mentions).toBe(1)
  })
})

let made = 0

async function pages(ground: Ground, rows: Page[], { workspaceId, memberId } = ours) {
  for (const { seen = [], outcomeAt, createdAt = '2026-01-05', ...row } of rows) {
    made += 1
    const url = `https://page${made}.example/`
    const { id } = await database().mention.create({
      data: {
        ...{ workspaceId, siteId: ground.site.id, campaignId: ground.campaign.id, provenance: 'earned', url },
        ...{
          urlKey: url,
          liveUrlKey: url,
          recordedById: memberId,
          createdAt: day(createdAt),
          updatedAt: NOON,
        },
        ...{ outcomeAt: outcomeAt ? day(outcomeAt) : null, ...row },
      },
    })
    await database().linkCheck.createMany({
      data: seen.map((at, index) => ({
        ...{ workspaceId, mentionId: id, number: index + 1, kind: 'fetched', at: day(at) },
        ...{ facts: {}, verdict: 'linked', sentence: 'It links.' },
      })),
    })
  }
}

function day(date: string): Date {
  return new Date(`${date}T12:00:00Z`)
}
