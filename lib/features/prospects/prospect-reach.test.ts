import { beforeAll, describe, expect, it } from 'vitest'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { PROSPECT_SORTS, prospectListOf } from './prospect-list.ts'
import { listProspects } from './prospect-page-queries.ts'

const DAY_MS = 86_400_000
/** So little that a list of 60 has to be looked through piece by piece. */
const REACH = { near: 4, few: 2, far: 7 }

let ours: WorkspaceScope
let theirs: WorkspaceScope

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  await database().prospect.createMany({
    data: Array.from({ length: 60 }, (_, n) => {
      const name = `Outlet ${String((n * 37) % 60).padStart(2, '0')}`
      const outletKey = `o${n}.example`
      return {
        workspaceId: ours.workspaceId,
        kind: n >= 50 || n % 20 === 3 ? 'podcast' : 'blogger',
        ...{ name, outletKey, liveOutletKey: outletKey, homepage: `https://${outletKey}/` },
        createdAt: new Date(NOON.getTime() - Math.floor(n / 3) * DAY_MS),
        updatedAt: NOON,
        lastTouchAt: n % 4 === 0 ? null : new Date(NOON.getTime() - n * 5 * DAY_MS),
      } satisfies Prisma.ProspectCreateManyInput
    }),
  })
})

describe('a list that is looked through piece by piece', () => {
  it.each(
    PROSPECT_SORTS.flatMap((sort) => [
      ['a kind', `kind=podcast&sort=${sort}`],
      ['a kind touched of late', `kind=podcast&touched=within-365&sort=${sort}`],
      ['what nothing fits', `kind=roundup&sort=${sort}`],
    ]),
  )('holds every row of %s once and in order, page by page: %s', async (_, query) => {
    const all = (await listProspects(ours, prospectListOf(query))).prospects.map(({ id }) => id)
    const there: string[] = []
    let page = await listProspects(ours, prospectListOf(query), REACH)
    for (let turn = 0; turn < 40; turn += 1) {
      there.push(...page.prospects.map(({ id }) => id))
      if (!page.after) break
      page = await listProspects(ours, { ...prospectListOf(query), after: page.after }, REACH)
    }
    expect(there).toEqual(all)
    expect((await listProspects(theirs, prospectListOf(query), REACH)).prospects).toEqual([])
  })

  it('says that it stopped, where a page is not full and there is more to look through', async () => {
    const page = await listProspects(ours, prospectListOf('kind=podcast'), REACH)
    expect(page).toMatchObject({ cut: 'further', after: expect.any(String) })
    expect(page.prospects.length).toBeGreaterThan(0)
    expect((await listProspects(ours, prospectListOf('kind=podcast'))).cut).toBeNull()
  })
})
