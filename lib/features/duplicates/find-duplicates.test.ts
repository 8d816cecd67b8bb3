import { beforeEach, describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces, database as db } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addProspect } from '../prospects/prospect-commands.ts'
import { prospectSchema } from '../prospects/prospect-schema.ts'
import {
  countDuplicatePairs,
  getDuplicateSearch,
  listDuplicatePairs,
  PAIRS_PER_PAGE,
} from './duplicate-queries.ts'
import { askForSearch, findDuplicates } from './find-duplicates.ts'
import { sayNotSame } from './merge-commands.ts'
import { scheduleDuplicateSearches } from './schedule-duplicate-searches.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope

beforeEach(async () => {
  const both = await twoWorkspaces()
  ours = both.ours
  theirs = both.theirs
})

describe('the search for doubles', () => {
  it.each([
    { one: 'The Northbound Blog', other: 'Northbound blog', reason: 'same-name' },
    { one: 'Café Slow', other: 'cafe slow', reason: 'same-name' },
    { one: 'Packlight Reviews Daily', other: 'Packlight Review Daily', reason: 'near-name' },
    { one: 'Northbound', other: 'Southbound Kitchen', reason: null },
  ])('finds of prospects called $one and $other: $reason', async ({ one, other, reason }) => {
    await outlet('one.test', one)
    await outlet('other.test', other)
    await findDuplicates(ours, NOON)
    expect(await found()).toEqual(reason ? [[reason]] : [])
  })

  it('finds a prospect whose page led to another one, and one that stands as an alias', async () => {
    const { workspaceId, memberId } = ours
    const oldId = await outlet('old.test', 'A')
    const newId = await outlet('new.test', 'B')
    const copy = await db().pageCopy.create({
      data: {
        workspaceId,
        url: 'https://old.test/post',
        finalUrl: 'https://www.new.test/post',
        status: 'fetched',
        requestedAt: NOON,
      },
    })
    const times = { createdAt: NOON, updatedAt: NOON }
    await db().readingNote.create({
      data: {
        workspaceId,
        prospectId: oldId,
        pageCopyId: copy.id,
        url: copy.url,
        authorId: memberId,
        ...times,
      },
    })
    await db().outletAlias.create({
      data: { workspaceId, prospectId: newId, key: 'old.test', why: 'by-hand', createdAt: NOON },
    })
    await findDuplicates(ours, NOON)
    expect(await found()).toEqual([['alias', 'redirect']])
  })

  it('finds people with one address, one name and mail host, or nearly one name at one outlet', async () => {
    const outletId = await outlet('paper.test', 'Paper')
    await person('Ana Berg', 'ana@paper.test', outletId)
    await person('Ana Bergh', 'bergh@else.test', outletId)
    await person('Bo Lind', 'bo@one.test')
    await person('Bo Lind', 'bo.lind@one.test')
    await person('Cy Fox', 'desk@fox.test')
    await person('Dee Wolf', 'desk@fox.test')
    await findDuplicates(ours, NOON)
    expect(await found()).toEqual([['same-address'], ['same-name-and-mail'], ['near-name-there']])
  })

  it('says nothing of a pair somebody has told apart, nor of the other workspace', async () => {
    const oneId = await outlet('one.test', 'Northbound')
    const otherId = await outlet('other.test', 'Northbound')
    await outlet('third.test', 'Northbound', theirs)
    await findDuplicates(ours, NOON)
    expect(await countDuplicatePairs(ours)).toBe(1)
    await sayNotSame(ours, { kind: 'prospect', oneId: otherId, otherId: oneId })
    expect(await countDuplicatePairs(ours)).toBe(0)
    await findDuplicates(ours, NOON)
    expect(await found()).toEqual([])
    expect((await listDuplicatePairs(theirs)).pairs).toEqual([])
  })

  it('may run twice or at once and says the same; a row in the trash is no half of a pair', async () => {
    const oneId = await outlet('one.test', 'Northbound')
    await outlet('other.test', 'Northbound')
    await Promise.all([findDuplicates(ours, NOON), findDuplicates(ours, NOON)])
    await findDuplicates(ours, NOON)
    expect(await found()).toEqual([['same-name']])
    await db().prospect.updateMany({
      where: { workspaceId: ours.workspaceId, id: oneId },
      data: { deletedAt: NOON, liveOutletKey: null },
    })
    expect(await found()).toEqual([])
    expect(await countDuplicatePairs(ours)).toBe(0)
  })

  it('is asked for once by a person, and by the night where something was written', async () => {
    await outlet('one.test', 'Northbound')
    await askForSearch(ours)
    await askForSearch(ours)
    expect(await getDuplicateSearch(ours)).toMatchObject({ state: 'waiting' })
    await findDuplicates(ours, NOON)
    expect(await getDuplicateSearch(ours)).toMatchObject({ state: 'idle', finishedAt: NOON })
    await expect(askForSearch(await aMember(ours.workspaceId, 'reviewer'))).rejects.toThrow(/As a reviewer/)
    const jobs = async () =>
      (
        await databaseAcrossWorkspaces().$queryRaw<unknown[]>`
          SELECT 1 FROM pgboss.job WHERE name = 'find-duplicates' AND data->>'workspaceId' = ${ours.workspaceId}`
      ).length
    const before = await jobs()
    const day = new Date('2026-03-06T04:00:00Z')
    await findDuplicates(ours, day)
    await scheduleDuplicateSearches(day)
    expect(await jobs()).toBe(before)
    await outlet('two.test', 'Southbound', at(ours, day))
    await scheduleDuplicateSearches(day)
    expect(await jobs()).toBe(before + 1)
  })

  it('is read page by page, the likeliest first, each pair once', async () => {
    const { workspaceId } = ours
    const ids = await Promise.all(
      Array.from({ length: PAIRS_PER_PAGE + 6 }, (_, n) => outlet(`n${n}.test`, `N${n}`)),
    )
    const sorted = ids.sort()
    const data = sorted.slice(1).map((otherId, n) => ({
      ...{ workspaceId, kind: 'prospect', oneId: sorted[0] ?? '', otherId, foundAt: NOON },
      ...{ reasons: [{ kind: 'near-name' }], weight: n % 3 },
    }))
    await db().duplicatePair.createMany({ data })
    const first = await listDuplicatePairs(ours)
    const second = await listDuplicatePairs(ours, first.next ?? '')
    const seen = [...first.pairs, ...second.pairs].map((pair) => pair.other.id)
    expect(first.pairs).toHaveLength(PAIRS_PER_PAGE)
    expect(second.next).toBeNull()
    expect(new Set(seen).size).toBe(data.length)
    expect((await listDuplicatePairs(ours, 'nonsense')).pairs).toHaveLength(PAIRS_PER_PAGE)
  })
})

async function found(): Promise<string[][]> {
  const { pairs } = await listDuplicatePairs(ours)
  return pairs.map((pair) => pair.reasons.map(({ kind }) => kind))
}

async function outlet(address: string, name: string, scope = ours): Promise<string> {
  return (await addProspect(scope, prospectSchema.parse({ kind: 'blogger', name, address }))).prospectId
}

async function person(name: string, address: string, prospectId?: string) {
  const { workspaceId } = ours
  const contact = await db().contact.create({ data: { workspaceId, name, createdAt: NOON, updatedAt: NOON } })
  const contactId = contact.id
  await db().channel.create({
    data: { workspaceId, contactId, kind: 'email', address, addressKey: address, createdAt: NOON },
  })
  if (prospectId) await db().affiliation.create({ data: { workspaceId, prospectId, contactId } })
}
