import { beforeAll, describe, expect, it } from 'vitest'
import { COUNTED_TO } from '#lib/domain/counted-to.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, at, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { addSite } from '../sites/site-commands.ts'
import { narrowedMentions, visibleMentions } from './mention-filter.ts'
import { type MentionList, readMentionList } from './mention-list.ts'
import { listMentions } from './mention-list-queries.ts'
import { type OutcomeChoice, outcomesOf } from './outcome-groups.ts'

const OUTCOMES = ['linked', 'linked-qualified', 'mentioned-unlinked', 'lost', 'not-looked']
const PROVENANCES = ['earned', 'sample', 'quote']

let ours: WorkspaceScope
let siteIds: string[]

beforeAll(async () => {
  ours = await aWorkspace('Lists')
  siteIds = [await aSite('One'), await aSite('Two')]
  await makeMentions(ours, 160, siteIds)
})

/** Every page from the first on, and back again from the last. */
async function walk(scope: WorkspaceScope, list: Partial<MentionList>) {
  const there: string[][] = []
  let page = await listMentions(scope, list)
  for (;;) {
    there.push(page.mentions.map(({ id }) => id))
    if (!page.after) break
    page = await listMentions(scope, { ...list, after: page.after, before: '' })
  }
  const back: string[][] = [page.mentions.map(({ id }) => id)]
  while (page.before) {
    page = await listMentions(scope, { ...list, after: '', before: page.before })
    back.unshift(page.mentions.map(({ id }) => id))
  }
  return { there, back }
}

/** The same list, asked of Prisma whole. */
async function expected(scope: WorkspaceScope, list: Partial<MentionList>): Promise<string[]> {
  const rows = await database().mention.findMany({
    where: {
      AND: [
        visibleMentions(narrowedMentions(list, scope), scope),
        ...(list.outcome ? [{ outcome: { in: outcomesOf(list.outcome) } }] : []),
      ],
      workspaceId: scope.workspaceId,
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

describe('the list of mentions', () => {
  it.each<[string, () => Partial<MentionList>]>([
    ['everything', () => ({})],
    ['a Site', () => ({ site: siteIds[0] ?? '' })],
    ['a group of outcomes', () => ({ outcome: 'links' })],
    ['one outcome', () => ({ outcome: 'linked-qualified' as OutcomeChoice })],
    ['a Site and a group', () => ({ site: siteIds[1] ?? '', outcome: 'links' })],
    ['how it came about', () => ({ provenance: 'quote' })],
    ['words', () => ({ q: 'page-1' })],
    ['words of the note', () => ({ q: 'KNOWS the editor' })],
    ['words, a Site and an outcome', () => ({ q: 'page', site: siteIds[0] ?? '', outcome: 'unlinked' })],
    ['signs that SQL would take for more', () => ({ q: '%' })],
    ['a whole address', () => ({ q: 'http://www.listed.example/page-7/' })],
  ])('narrowed to %s is the same page by page, forwards and backwards', async (_, list) => {
    const { there, back } = await walk(ours, list())
    expect(there.flat()).toEqual(await expected(ours, list()))
    // From the end the pages are cut elsewhere, and hold the same rows in the same order.
    expect(back.flat().slice(-there.flat().length)).toEqual(there.flat())
  })

  it('shows a viewer the Sites chosen for them, and finds nothing by our notes', async () => {
    const viewer = await aMember(ours.workspaceId, 'viewer', NOON, siteIds.slice(0, 1))
    for (const list of [{}, { outcome: 'links' as const }, { site: siteIds[1] ?? '' }, { q: 'page-1' }]) {
      const { there } = await walk(viewer, list)
      expect(there.flat()).toEqual(await expected(viewer, list))
    }
    expect((await listMentions(viewer, { q: 'knows the editor' })).total).toBe(0)
    const nobody = await aMember(ours.workspaceId, 'viewer', NOON, [])
    expect(await listMentions(nobody)).toMatchObject({ mentions: [], total: 0, before: null, after: null })
  })

  it('keeps its place while rows come in before it', async () => {
    const scope = await aWorkspace('Moving')
    const site = await aSite('Moving', scope)
    await makeMentions(scope, 60, [site])
    const first = await listMentions(scope)
    await makeMentions(at(scope, new Date(NOON.getTime() + 86_400_000)), 5, [site], 'newer')
    const second = await listMentions(scope, { after: first.after ?? '' })
    const seen = [...first.mentions, ...second.mentions].map(({ url }) => url)
    expect(new Set(seen).size).toBe(50)
    expect(seen.some((url) => url.includes('newer'))).toBe(false)
  })

  it('begins at the beginning where a cursor is broken, of another list, or of rows that are gone', async () => {
    const first = (await listMentions(ours)).mentions.map(({ id }) => id)
    for (const after of ['broken', 'W10', Buffer.from('["-added",null,"x"]').toString('base64url')]) {
      expect((await listMentions(ours, readMentionList({ after }))).mentions.map(({ id }) => id)).toEqual(
        first,
      )
    }
    const scope = await aWorkspace('Gone')
    const site = await aSite('Gone', scope)
    await makeMentions(scope, 30, [site])
    const { after } = await listMentions(scope)
    await database().mention.updateMany({
      where: { workspaceId: scope.workspaceId, url: { contains: 'page-0' } },
      data: { deletedAt: NOON, liveUrlKey: null },
    })
    await database().mention.deleteMany({
      where: { workspaceId: scope.workspaceId, createdAt: { lt: at(scope, NOON).now } },
    })
    expect((await listMentions(scope, { after: after ?? '' })).mentions.length).toBeGreaterThan(0)
  })

  it('counts no further than anybody needs to know', async () => {
    const scope = await aWorkspace('Counted')
    await makeMentions(scope, COUNTED_TO + 20, [await aSite('Counted', scope)], 'page', ['linked'])
    const { total, counts } = await listMentions(scope)
    expect([total, counts.links, counts.unlinked]).toEqual([COUNTED_TO + 1, COUNTED_TO + 1, 0])
  })
})

async function aSite(name: string, scope = ours): Promise<string> {
  const rest = {
    ownerName: 'Mara',
    domains: [`${name}.example`],
    brandNames: [],
    peopleNames: [],
    timeZone: 'UTC',
  }
  return (await addSite(scope, { name, ...rest })).siteId
}

/** Several of one moment, as an import makes them. */
async function makeMentions(
  { workspaceId, memberId, now }: WorkspaceScope,
  count: number,
  sites: readonly string[],
  name = 'page',
  outcomes: readonly string[] = OUTCOMES,
) {
  await database().mention.createMany({
    data: Array.from({ length: count }, (_, n) => ({
      workspaceId,
      siteId: sites[n % sites.length] ?? '',
      url: `http://listed.example/${name}-${n}`,
      urlKey: `listed.example/${name}-${n}`,
      liveUrlKey: `listed.example/${name}-${n}`,
      provenance: PROVENANCES[n % PROVENANCES.length] ?? '',
      outcome: outcomes[n % outcomes.length] ?? '',
      note: n % 9 === 0 ? 'Ana knows the editor' : '',
      recordedById: memberId,
      createdAt: new Date(now.getTime() - Math.floor(n / 7) * 1_000),
      updatedAt: now,
    })),
  })
}
