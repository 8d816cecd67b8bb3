import { beforeAll, describe, expect, it } from 'vitest'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPitchGround } from '#lib/testing/a-pitch.ts'
import { aMember, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { countPitchesByState, listPitches } from './pitch-list-queries.ts'
import { listPitchesSchema, type PitchFilters } from './pitch-schema.ts'
import { SEARCH_REACH } from './pitch-search-queries.ts'

const STATES = ['draft', 'in-review', 'ready', 'closed', 'closed', 'answered', 'sent'] as const
const REASONS = ['declined', 'no-answer'] as const

let ours: WorkspaceScope
let theirs: WorkspaceScope
let writer: WorkspaceScope
let ground: Awaited<ReturnType<typeof aPitchGround>>

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  writer = await aMember(ours.workspaceId, 'writer')
  ground = await aPitchGround(ours)
  await database().pitch.createMany({
    data: Array.from({ length: 140 }, (_, n) => {
      const state = STATES[n % STATES.length] ?? 'draft'
      return {
        workspaceId: ours.workspaceId,
        campaignId: ground.campaign.id,
        prospectId: ground.prospect.id,
        contactId: ground.contact.id,
        channelId: ground.channel.id,
        state,
        closedReason: state === 'closed' ? (REASONS[n % 2] ?? null) : null,
        subject: n % 10 === 0 ? `A 100% plain note ${n}` : `Numbers ${n}`,
        writerId: n % 4 === 0 ? writer.memberId : ours.memberId,
        overruledRules: [],
        createdAt: NOON,
        updatedAt: new Date(NOON.getTime() + Math.floor(n / 9) * 1_000),
      } satisfies Prisma.PitchCreateManyInput
    }),
  })
})

const filters = (more: object = {}) => listPitchesSchema.parse({ q: '', ...more })

async function walk(scope: WorkspaceScope, of: PitchFilters, reach = SEARCH_REACH) {
  const there: string[] = []
  let page = await listPitches(scope, of, reach)
  for (;;) {
    there.push(...page.pitches.map(({ id }) => id))
    if (!page.after) break
    page = await listPitches(scope, { ...of, after: page.after }, reach)
  }
  const back = page.pitches.map(({ id }) => id)
  while (page.before) {
    page = await listPitches(scope, { ...of, before: page.before }, reach)
    back.unshift(...page.pitches.map(({ id }) => id))
  }
  return { there, back }
}

async function expected(where: Prisma.PitchWhereInput): Promise<string[]> {
  const rows = await database().pitch.findMany({
    where: { AND: [where], workspaceId: ours.workspaceId, deletedAt: null },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

describe('the list of pitches', () => {
  it.each<[string, object | (() => object), Prisma.PitchWhereInput | (() => Prisma.PitchWhereInput)]>([
    ['everything', {}, {}],
    ['one state', { state: 'closed' }, { state: 'closed' }],
    ['what is open', { state: 'open' }, { state: { in: ['sent', 'answered'] } }],
    ['why it ended', { state: 'closed', closed: 'declined' }, { closedReason: 'declined' }],
    ['who wrote it', () => ({ writer: writer.memberId }), () => ({ writerId: writer.memberId })],
    ['words of the subject', { q: 'PLAIN note' }, { subject: { contains: 'plain' } }],
    ['a sign', { q: '100%' }, { subject: { contains: '100\\%' } }],
    ['whom it is for', () => ({ q: ground.contact.name }), {}],
    ['what nothing fits', { q: 'zebra' }, { id: 'none' }],
  ])('narrowed to %s is the same page by page, forwards and backwards', async (_, narrow, where) => {
    const of = filters(typeof narrow === 'function' ? narrow() : narrow)
    const { there, back } = await walk(ours, of)
    expect(there).toEqual(await expected(typeof where === 'function' ? where() : where))
    expect(back.slice(-there.length)).toEqual(there)
  })

  it.each([
    ['words that few pitches hold', { q: 'plain' }, { near: 20, few: 100, far: 20 }],
    ['words that many hold, looked for piece by piece', { q: 'plain' }, { near: 20, few: 5, far: 30 }],
    ['words of one state', { q: 'plain', state: 'closed' }, { near: 10, few: 3, far: 15 }],
    ['a word so short that no index holds it', { q: '10' }, { near: 10, few: 100, far: 15 }],
  ] as const)('is searched to its end for %s, forwards and backwards', async (_, narrow, reach) => {
    const { there, back } = await walk(ours, filters(narrow), reach)
    const { q: contains, ...state } = { state: undefined, ...narrow }
    expect(there).toEqual(await expected({ ...state, subject: { contains } }))
    expect(back.slice(-there.length)).toEqual(there)
  })

  it('says where a search stopped before its page was full', async () => {
    const reach = { near: 10, few: 3, far: 10 }
    const page = await listPitches(ours, filters({ q: 'plain' }), reach)
    expect(page).toMatchObject({ isCut: true, before: null, after: expect.any(String) })
    expect(await listPitches(ours, filters({ q: 'zebra' }), reach)).toMatchObject({
      isCut: false,
      after: null,
    })
  })

  it('finds whom a pitch is for under a new name, and whatever the accents', async () => {
    const { contact, workspaceId } = { ...ground, workspaceId: ours.workspaceId }
    const rename = (name: string) =>
      database().contact.updateMany({ where: { workspaceId, id: contact.id }, data: { name } })
    await rename('Zoë Grünwald')
    expect((await listPitches(ours, filters({ q: 'zoe grun' }))).pitches).toHaveLength(25)
    expect((await listPitches(ours, filters({ q: contact.name }))).pitches).toEqual([])
    await rename(contact.name)
    expect((await listPitches(ours, filters({ q: 'zoe' }))).pitches).toEqual([])
  })

  it('counts what stands in each state, and shows another workspace nothing', async () => {
    expect(await countPitchesByState(ours)).toEqual({
      draft: 20,
      'in-review': 20,
      ready: 20,
      closed: 40,
      answered: 20,
      sent: 20,
    })
    expect(await countPitchesByState(theirs)).toEqual({})
    expect((await listPitches(theirs, filters({ campaign: ground.campaign.id }))).pitches).toEqual([])
  })
})
