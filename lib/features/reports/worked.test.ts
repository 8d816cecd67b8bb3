import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import { groupWorked, totalWorked } from '#lib/domain/what-worked.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPitchGround } from '#lib/testing/a-pitch.ts'
import { aMember, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { listWorkedLetters } from './worked-letter-queries.ts'
import { readWorkedLetters, readWorkedList, usualRanges, WORKED_MARKS, workedHref } from './worked-list.ts'
import { countWhatWorked } from './worked-queries.ts'

type Ground = Awaited<ReturnType<typeof aPitchGround>>

let ours: WorkspaceScope
let theirs: WorkspaceScope
let product: Ground
let service: Ground
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  product = await aPitchGround(ours)
  service = await aPitchGround(ours, { route: 'service' })
  await database().prospect.updateMany({
    where: { workspaceId: ours.workspaceId, id: service.prospect.id },
    data: { kind: 'podcast' },
  })
  await letters(product, 30, (n) => ({ sentAt: day('2026-01-10'), ...(n < 6 ? answered : {}) }))
  await letters(service, 12, (n) => ({ sentAt: day('2026-02-20'), ...(n < 3 ? answered : {}) }))
  await letters(product, 2, () => ({ sentAt: day('2026-01-10'), deletedAt: NOON }))
  await letters(product, 3, () => ({ state: 'draft' }))
  await letters(await aPitchGround(theirs), 5, () => ({ sentAt: day('2026-01-10') }), theirs)
})

const day = (date: string) => new Date(`${date}T12:00:00Z`)
const answered = { state: 'answered', answeredAt: NOON }
const all = readWorkedList({})

describe('what worked', () => {
  it('counts every letter that was sent once, by campaign and kind of outlet', async () => {
    const cells = await countWhatWorked(ours, all)
    const of = (ground: Ground) => cells.filter(({ campaignId }) => campaignId === ground.campaign.id)
    expect(of(product)).toEqual([
      {
        ...{ campaignId: product.campaign.id, campaignName: product.campaign.name },
        ...{ route: 'product', kind: 'blogger' },
        ...{ sent: 30, answered: 6, linked: 0, named: 0, waiting: 24 },
      },
    ])
    expect(of(service)).toMatchObject([
      { route: 'service', kind: 'podcast', sent: 12, answered: 3, waiting: 9 },
    ])
    expect(totalWorked(cells).sent).toBe(42)
  })

  it('counts a link once a look has seen one, whatever became of it, and names without one apart', async () => {
    const ground = await aPitchGround(ours)
    const ids = await letters(ground, 5, () => ({ sentAt: day('2026-02-01') }))
    const [linked, lost, named, both, gone] = ids
    await mention(ground, linked, { outcome: 'linked' })
    await mention(ground, linked, { outcome: 'linked-qualified' })
    await mention(ground, lost, { outcome: 'lost', everLinked: true })
    await mention(ground, named, { outcome: 'mentioned-unlinked' })
    await mention(ground, both, { outcome: 'mentioned-unlinked' })
    await mention(ground, both, { outcome: 'linked' })
    await mention(ground, gone, { outcome: 'linked', deletedAt: NOON })
    const cells = await countWhatWorked(ours, all)
    expect(cells.filter(({ campaignId }) => campaignId === ground.campaign.id)).toMatchObject([
      { sent: 5, linked: 3, named: 1, answered: 0 },
    ])
  })

  it.each([
    ['2026-01-01', '2026-01-31', 30],
    ['2026-01-10', '2026-01-10', 30],
    ['2026-01-11', '', 17],
    ['', '2026-01-09', 0],
    ['2026-02-20', '2026-02-20', 12],
  ])('counts letters sent from %j to %j, both days included', async (from, to, sent) => {
    const cells = await countWhatWorked(ours, readWorkedList({ from, to }))
    expect(totalWorked(cells).sent).toBe(sent)
  })

  it('takes days as they are where the person lives', async () => {
    const ground = await aPitchGround(ours)
    await letters(ground, 1, () => ({ sentAt: new Date('2026-03-02T23:30:00Z') }))
    const on = async (date: string, timeZone: string) =>
      totalWorked(await countWhatWorked({ ...ours, timeZone }, readWorkedList({ from: date, to: date }))).sent
    expect(await on('2026-03-03', 'Pacific/Auckland')).toBe(1)
    expect(await on('2026-03-02', 'Pacific/Auckland')).toBe(0)
    expect(await on('2026-03-02', 'UTC')).toBe(1)
  })

  it('is told of one Site, and to no viewer', async () => {
    const ofSite = await countWhatWorked(ours, readWorkedList({ site: service.site.id }))
    expect(totalWorked(ofSite).sent).toBe(12)
    const viewer = await aMember(ours.workspaceId, 'viewer', NOON, [service.site.id])
    await expect(countWhatWorked(viewer, all)).rejects.toBeInstanceOf(NotFound)
    await expect(listWorkedLetters(viewer, readWorkedLetters({}))).rejects.toBeInstanceOf(NotFound)
  })

  it('keeps to its own workspace', async () => {
    expect(totalWorked(await countWhatWorked(theirs, all)).sent).toBe(5)
    expect(await countWhatWorked(theirs, readWorkedList({ site: product.site.id }))).toEqual([])
  })
})

describe('the letters behind a number', () => {
  it.each(WORKED_MARKS)('are as many as it says, for those %s', async (what) => {
    const cells = await countWhatWorked(ours, all)
    for (const by of ['campaignId', 'route', 'kind'] as const) {
      for (const group of groupWorked(cells, (cell) => cell[by] as string)) {
        const name = by === 'campaignId' ? 'campaign' : by
        const ids = await walk(ours, { what, [name]: group.key })
        expect([by, ids.length, new Set(ids).size]).toEqual([by, group[what], group[what]])
      }
    }
  })

  it('are those of the days and the Site', async () => {
    expect(await walk(ours, { from: '2026-01-10', to: '2026-01-10', what: 'answered' })).toHaveLength(6)
    expect(await walk(ours, { site: service.site.id })).toHaveLength(12)
    expect(await walk(theirs, { campaign: product.campaign.id })).toEqual([])
  })
})

describe('the address of the report', () => {
  it.each([
    [{ from: '2026-02-30' }, { from: 'This is no day. Write it like 2026-03-06.' }],
    [{ to: 'soon' }, { to: 'This is no day. Write it like 2026-03-06.' }],
    [{ from: '2026-02-02', to: '2026-02-01' }, { to: 'This is before the first day.' }],
    [{ from: ['2026-01-10', 'x'], to: '2026-01-10', site: 'x' }, {}],
  ])('%j is told what is wrong, and counts without it', async (search, errors) => {
    const list = readWorkedList(search)
    expect(list.errors).toEqual(errors)
    expect(totalWorked(await countWhatWorked(ours, list)).sent).toBeGreaterThan(0)
  })

  it('holds what is asked for, and nothing else', () => {
    const asked = readWorkedLetters({ what: 'linked', kind: 'podcast', route: 'bought', from: '2026-01-01' })
    expect(workedHref('/w/x/worked/letters', asked)).toBe(
      '/w/x/worked/letters?what=linked&from=2026-01-01&kind=podcast',
    )
  })

  it('offers stretches of days that end today', () => {
    expect(
      usualRanges(new Date('2026-03-04T12:00:00Z'), 'UTC').map(({ from, to }) => `${from}:${to}`),
    ).toEqual([':', '2025-12-05:2026-03-04', '2025-03-05:2026-03-04', '2026-01-01:2026-03-04'])
  })
})

it('names a stretch of days once', () => {
  const labels = (now: string) => usualRanges(new Date(now), 'UTC').map(({ label }) => label)
  expect(labels('2026-03-31T12:00:00Z')).toEqual(['All', 'Last 90 days', 'Last 12 months'])
  expect(labels('2026-12-31T12:00:00Z')).toEqual(['All', 'Last 90 days', 'Last 12 months'])
})

async function letters(
  ground: Ground,
  count: number,
  odd: (n: number) => Partial<Prisma.PitchCreateManyInput>,
  { workspaceId, memberId } = ours,
): Promise<string[]> {
  const rows = await database().pitch.createManyAndReturn({
    data: Array.from({ length: count }, (_, n) => {
      const sent = odd(n)
      return {
        ...{
          workspaceId,
          writerId: memberId,
          campaignId: ground.campaign.id,
          prospectId: ground.prospect.id,
        },
        ...{ contactId: ground.contact.id, channelId: ground.channel.id, state: 'sent', overruledRules: [] },
        ...{ createdAt: NOON, updatedAt: NOON, ...sent },
      }
    }),
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

let pages = 0

async function mention(
  ground: Ground,
  pitchId: string | undefined,
  odd: { outcome: string; everLinked?: boolean; deletedAt?: Date },
) {
  pages += 1
  const url = `https://page${pages}.example/`
  await database().mention.create({
    data: {
      ...{
        workspaceId: ours.workspaceId,
        siteId: ground.site.id,
        pitchId: pitchId ?? '',
        provenance: 'earned',
      },
      ...{ url, urlKey: url, liveUrlKey: odd.deletedAt ? null : url, recordedById: ours.memberId },
      ...{ createdAt: NOON, updatedAt: NOON, ...odd },
    },
  })
}

async function walk(scope: WorkspaceScope, search: Record<string, string>): Promise<string[]> {
  const ids: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const page: Awaited<ReturnType<typeof listWorkedLetters>> = await listWorkedLetters(
      scope,
      readWorkedLetters({ ...search, after }),
    )
    ids.push(...page.letters.map(({ id }) => id))
    after = page.after
  }
  return ids
}
