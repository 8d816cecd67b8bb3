import { beforeAll, describe, expect, it } from 'vitest'
import { WORKSPACE_TABLES } from '#lib/domain/workspace-file/workspace-tables.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullBook } from '#lib/testing/a-full-book.ts'
import { mentionWithLooks, writeALook } from '#lib/testing/a-look.ts'
import { at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { broughtIn, canonical, entriesOf, exported } from '#lib/testing/workspace-zips.ts'
import { seed } from '#scripts/seed-if-empty.ts'
import { type BrokenChain, verifyChains } from '#scripts/verify-evidence/verify-chains.ts'
import { blankEvidence } from '../mentions/blank-evidence.ts'
import { changeSite } from '../sites/site-commands.ts'
import { actingScope } from '../workspaces/acting-scope.ts'

const db = databaseAcrossWorkspaces
const LATER = '2026-03-05T12:00:00Z'

let ours: WorkspaceScope
let target: WorkspaceScope
let zip: Buffer

beforeAll(async () => {
  ours = await aWorkspace('Ours')
  const { mentionId } = await aFullBook(ours, 'Ours')
  await writeALook(at(ours, LATER), mentionId, { sentence: 'The second look' })
  zip = await exported(ours, { withPages: true })
  target = at(await aWorkspace('Target'), '2026-04-01T09:00:00Z')
  expect(await broughtIn(target, zip)).toMatchObject({ state: 'applied', failure: null, blobId: null })
})

describe('a workspace that goes out and comes in elsewhere', () => {
  it('has a row in every table that travels, or this file tries too little', async () => {
    const empty = Object.entries(await canonical(zip)).filter(([, lines]) => lines.length === 0)
    expect(empty).toEqual([])
    expect(Object.keys(await canonical(zip))).toHaveLength(WORKSPACE_TABLES.length)
  })

  it('goes out again with the same lines, but for the name of who brought it', async () => {
    const again = await exported(target, { withPages: true })
    expect(await canonical(again, { without: target.actorName })).toEqual(await canonical(zip))
  })

  it('has ids of its own, in the same order', async () => {
    const ids = async ({ workspaceId }: WorkspaceScope) =>
      (await db().prospect.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } })).map(
        ({ id, name }) => ({ id, name }),
      )
    const [before, after] = [await ids(ours), await ids(target)]
    expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name))
    expect(after.filter(({ id }) => before.some((other) => other.id === id))).toEqual([])
  })

  it('has chains that hold, of looks marked as brought in', async () => {
    const { counts, broken } = await verified(target)
    expect(broken).toEqual([])
    expect(counts).toMatchObject({ looks: 2, imported: 2, broken: 0 })
    const looks = await db().linkCheck.findMany({ where: { workspaceId: target.workspaceId } })
    expect(looks.map(({ importedAt }) => importedAt)).toEqual([target.now, target.now])
    const decisions = await db().outcomeDecision.findMany({ where: { workspaceId: target.workspaceId } })
    expect(decisions.map(({ importedAt }) => importedAt)).toEqual([target.now])
  })

  it('brings pages as they came, byte for byte', async () => {
    const [ourPages, theirs] = await Promise.all(
      [ours, target].map(({ workspaceId }) =>
        db().rawPage.findMany({ where: { workspaceId }, orderBy: { sha256: 'asc' } }),
      ),
    )
    expect(theirs?.map(({ body }) => Buffer.from(body).toString('hex'))).toEqual(
      ourPages?.map(({ body }) => Buffer.from(body).toString('hex')),
    )
    expect(theirs?.length).toBeGreaterThan(0)
  })

  it('brings members as names, and nobody in', async () => {
    const members = await db().member.findMany({ where: { workspaceId: target.workspaceId } })
    const names = members.filter(({ name }) => name !== target.actorName)
    expect(names.map(({ name, userId, role, leftAt }) => ({ name, userId, role, leftAt }))).toEqual([
      { name: ours.actorName, userId: null, role: 'viewer', leftAt: target.now },
    ])
    const { workspaceId } = target
    expect(await db().secretLink.count({ where: { workspaceId } })).toBe(0)
    expect(await db().memberSite.count({ where: { workspaceId } })).toBe(0)
  })

  it('goes out once more after new looks were taken, and the chains hold there too', async () => {
    const { id } = await db().mention.findFirstOrThrow({
      where: { workspaceId: target.workspaceId, lookCount: 2 },
    })
    await writeALook(at(target, '2026-05-01T12:00:00Z'), id, { sentence: 'Taken here' })
    const third = at(await aWorkspace('Third'), '2026-06-01T12:00:00Z')
    await broughtIn(third, await exported(target))
    expect((await verified(third)).broken).toEqual([])
    const moved = await db().mention.findFirstOrThrow({
      where: { workspaceId: third.workspaceId, lookCount: 3 },
    })
    const owner = await actingScope(third.memberId, third.now)
    const [first] = (await mentionWithLooks(owner, moved.id)).looks
    await blankEvidence(owner, { linkCheckId: first?.id ?? '', fields: ['sentence', 'facts.anchorText'] })
    await writeALook(third, moved.id, { sentence: 'And here' })
    expect((await verified(third)).counts).toMatchObject({ broken: 0, imported: 3, blanked: 1, looks: 4 })
    await db().linkCheck.deleteMany({
      where: { workspaceId: third.workspaceId, mentionId: moved.id, number: 2 },
    })
    expect((await verified(third)).counts).toMatchObject({ broken: 1 })
  })

  it('can be worked on like any other', async () => {
    const site = await db().site.findFirstOrThrow({
      where: { workspaceId: target.workspaceId, name: 'Ours' },
    })
    const { id: siteId, ownerName, domains, brandNames, peopleNames, timeZone } = site
    await changeSite(target, {
      siteId,
      name: 'Renamed',
      ownerName,
      domains,
      brandNames,
      peopleNames,
      timeZone,
    })
    expect(await db().site.findUniqueOrThrow({ where: { id: siteId } })).toMatchObject({ name: 'Renamed' })
  })
})

describe('the file', () => {
  it('carries no table for people without what a spreadsheet would run made harmless', async () => {
    const files = await entriesOf(zip)
    expect(Object.keys(files).filter((name) => name.startsWith('csv/'))).toHaveLength(8)
    expect(files['csv/prospects.csv']?.toString()).toContain('Ours')
  })

  it('leaves pages as they came at home where nobody asked for them', async () => {
    const names = Object.keys(await entriesOf(await exported(ours)))
    expect(names.filter((name) => /evidence|RawPage/.test(name))).toEqual([])
  })
})

describe('the demo workspaces', () => {
  it('come back the same', async () => {
    await seed(new Date('2026-11-20T12:00:00Z'))
    const demos = await db().workspace.findMany({ where: { isDemo: true }, include: { members: true } })
    expect(demos.length).toBeGreaterThan(1)
    for (const { name, members } of demos) {
      const owner = members.find(({ role }) => role === 'owner')
      const scope = await actingScope(owner?.id ?? '', new Date('2026-11-21T12:00:00Z'))
      const first = await exported(scope, { withPages: true })
      const elsewhere = at(await aWorkspace(`Copy of ${name.slice(0, 8)}`), '2026-11-22T12:00:00Z')
      expect(await broughtIn(elsewhere, first)).toMatchObject({ state: 'applied', failure: null })
      const again = await canonical(await exported(elsewhere, { withPages: true }), {
        without: elsewhere.actorName,
      })
      expect(again).toEqual(await canonical(first))
      expect((await verified(elsewhere)).broken).toEqual([])
    }
  }, 240_000)
})

async function verified({ workspaceSlug }: WorkspaceScope) {
  const broken: BrokenChain[] = []
  const counts = await verifyChains({ workspaceSlug }, (chain) => broken.push(chain))
  return { counts, broken }
}
