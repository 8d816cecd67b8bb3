import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { countProspects } from './many-prospects-queries.ts'
import { addProspect, changeProspect, markNotForUs, setGuidelines, takeUpAgain } from './prospect-commands.ts'
import { prospectListHref, readProspectList } from './prospect-list.ts'
import { listProspects } from './prospect-page-queries.ts'
import {
  findProspectByAddress,
  getProspect,
  listPossibleOwners,
  searchProspects,
} from './prospect-queries.ts'
import { guidelinesSchema, prospectSchema } from './prospect-schema.ts'

describe('a Prospect', () => {
  let ours: WorkspaceScope
  let theirs: WorkspaceScope
  beforeAll(async () => {
    ;({ ours, theirs } = await twoWorkspaces())
  })

  it('is known by its outlet key, begins unread, and is looked after by who added it', async () => {
    const { prospectId } = await addProspect(
      ours,
      input({ address: 'http://www.mossandmiles.example/post/1' }),
    )
    expect(await getProspect(ours, prospectId)).toMatchObject({
      outletKey: 'mossandmiles.example',
      homepage: 'http://www.mossandmiles.example',
      ownerId: ours.memberId,
      stage: 'to-read',
    })
  })

  it('has its own path as homepage where the path is the outlet', async () => {
    const { prospectId } = await addProspect(
      ours,
      input({ address: 'https://www.youtube.com/@Anna/videos?x=1' }),
    )
    expect(await getProspect(ours, prospectId)).toMatchObject({
      outletKey: 'youtube.com/@anna',
      homepage: 'https://youtube.com/@anna',
    })
  })

  it('is offered instead of made a second time, also when two people add it at once', async () => {
    const adding = Array.from({ length: 4 }, (_, n) =>
      addProspect(ours, input({ address: `https://twice.example/${n}` })),
    )
    const done = await Promise.allSettled(adding)
    const refused = done.filter((result) => result.status === 'rejected').map((result) => result.reason)
    expect(refused).toHaveLength(3)
    for (const refusal of refused) expect(refusal).toMatchObject({ name: 'Refusal', field: 'existing' })
    expect((await findProspectByAddress(ours, 'www.twice.example/about'))?.name).toBe('Moss & Miles')
    expect(await findProspectByAddress(theirs, 'twice.example')).toBeNull()
  })

  it('is told apart from a neighbour on the same domain in one click', async () => {
    await addProspect(ours, input({ address: 'people.example.edu/~ben' }))
    const anna = { address: 'people.example.edu/~anna/post' }
    await expect(addProspect(ours, input(anna))).rejects.toThrow(/already here/)
    const { prospectId } = await addProspect(ours, input({ ...anna, anotherOutlet: 'on' }))
    expect(await getProspect(ours, prospectId)).toMatchObject({
      outletKey: 'people.example.edu/~anna',
      homepage: 'https://people.example.edu/~anna',
    })
    await changeProspect(ours, {
      ...input({ address: 'people.example.edu/~anna', name: 'Anna' }),
      prospectId,
      ownerId: null,
    })
    expect(await getProspect(ours, prospectId)).toMatchObject({
      outletKey: 'people.example.edu/~anna',
      name: 'Anna',
    })
    await expect(
      addProspect(ours, input({ address: 'people.example.edu', anotherOutlet: 'on' })),
    ).resolves.toBeDefined()
    await expect(addProspect(ours, input({ address: 'example.edu', anotherOutlet: 'on' }))).rejects.toThrow(
      /says no more/,
    )
  })

  it('may exist in two workspaces, which know nothing of each other', async () => {
    const { prospectId } = await addProspect(ours, input({ address: 'both.example' }))
    await addProspect(theirs, input({ address: 'both.example' }))
    await expect(getProspect(theirs, prospectId)).rejects.toThrow(NotFound)
    await expect(
      changeProspect(theirs, { ...input({ address: 'both2.example' }), prospectId, ownerId: null }),
    ).rejects.toThrow(NotFound)
    await expect(markNotForUs(theirs, { prospectId, reason: 'No' })).rejects.toThrow(NotFound)
    await expect(takeUpAgain(theirs, { prospectId })).rejects.toThrow(NotFound)
    await expect(
      setGuidelines(theirs, { prospectId, guidelines: 'absent', guidelinesUrl: null, guidelinesNote: '' }),
    ).rejects.toThrow(NotFound)
  })

  it('is written by writers, only read by reviewers, and hidden from viewers', async () => {
    const { prospectId } = await addProspect(
      await aMember(ours.workspaceId, 'writer'),
      input({ address: 'roles.example' }),
    )
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    const viewer = await aMember(ours.workspaceId, 'viewer')
    await expect(addProspect(reviewer, input({ address: 'roles2.example' }))).rejects.toThrow(Refusal)
    await expect(markNotForUs(reviewer, { prospectId, reason: 'No' })).rejects.toThrow(Refusal)
    expect((await getProspect(reviewer, prospectId)).outletKey).toBe('roles.example')
    await expect(getProspect(viewer, prospectId)).rejects.toThrow(NotFound)
    await expect(listProspects(viewer, readProspectList({}))).rejects.toThrow(NotFound)
    await expect(searchProspects(viewer, 'moss', 5)).rejects.toThrow(NotFound)
  })

  it('changes hands only to somebody of this workspace who may write', async () => {
    const { prospectId } = await addProspect(ours, input({ address: 'hands.example' }))
    const change = { ...input({ address: 'hands.example' }), prospectId }
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    const writer = await aMember(ours.workspaceId, 'writer')
    for (const ownerId of [theirs.memberId, reviewer.memberId]) {
      await expect(changeProspect(ours, { ...change, ownerId })).rejects.toMatchObject({ field: 'ownerId' })
    }
    await changeProspect(ours, { ...change, ownerId: writer.memberId })
    expect((await getProspect(ours, prospectId)).owner?.name).toBe(writer.actorName)
    expect((await listPossibleOwners(ours)).map((member) => member.id)).not.toContain(reviewer.memberId)
  })

  it('cannot be moved onto an outlet that is here already', async () => {
    await addProspect(ours, input({ address: 'first.example' }))
    const { prospectId } = await addProspect(ours, input({ address: 'second.example' }))
    const moving = changeProspect(ours, { ...input({ address: 'first.example' }), prospectId, ownerId: null })
    await expect(moving).rejects.toMatchObject({ name: 'Refusal', field: 'existing' })
  })

  it('is set aside with a reason, once, and taken up again', async () => {
    const { prospectId } = await addProspect(ours, input({ address: 'aside.example' }))
    await Promise.all(
      ['Sells links', 'Another reason'].map((reason) => markNotForUs(ours, { prospectId, reason })),
    )
    await markNotForUs(at(ours, '2026-05-01'), { prospectId, reason: 'Too late' })
    const aside = await getProspect(ours, prospectId)
    expect(aside).toMatchObject({ stage: 'not-for-us', notForUsAt: ours.now })
    expect(aside.notForUsReason).not.toBe('Too late')
    await expect(addProspect(ours, input({ address: 'aside.example' }))).rejects.toMatchObject({
      remedy: expect.stringContaining('not for us'),
    })
    await takeUpAgain(ours, { prospectId })
    expect(await getProspect(ours, prospectId)).toMatchObject({ stage: 'to-read', notForUsReason: '' })
  })

  it('remembers where their guidelines were seen, or that somebody looked and found none', async () => {
    const { prospectId } = await addProspect(ours, input({ address: 'guided.example' }))
    const seen = {
      prospectId,
      guidelines: 'seen',
      guidelinesUrl: 'guided.example/write-for-us',
      guidelinesNote: 'Pitch first',
    }
    await setGuidelines(ours, guidelinesSchema.parse(seen))
    expect(await getProspect(ours, prospectId)).toMatchObject({
      guidelines: 'seen',
      guidelinesUrl: 'https://guided.example/write-for-us',
    })
    await setGuidelines(ours, guidelinesSchema.parse({ ...seen, guidelines: 'absent' }))
    expect(await getProspect(ours, prospectId)).toMatchObject({ guidelines: 'absent', guidelinesUrl: null })
    const wrong = guidelinesSchema.safeParse({ ...seen, guidelinesUrl: 'javascript:alert(1)' })
    expect(wrong.error?.issues.map((issue) => issue.path)).toEqual([['guidelinesUrl']])
  })

  it.each([
    ['address', { address: 'javascript:alert(1)' }],
    ['address', { address: 'co.uk' }],
    ['address', { address: 'a'.repeat(10_000) }],
    ['name', { name: '   ' }],
    ['name', { name: '😀'.repeat(5_000) }],
    ['kind', { kind: 'influencer' }],
    ['country', { country: 'ZZ' }],
    ['whyCare', { whyCare: 'x'.repeat(10_000) }],
  ])('refuses a wrong %s beside that field', (field, wrong) => {
    const parsed = prospectSchema.safeParse({ ...typed, ...wrong })
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field])
  })

  it('is found by name, address and whole link, whatever the case, and "%" and "_" mean themselves', async () => {
    const scope = (await twoWorkspaces()).ours
    await addProspect(scope, input({ address: 'bücher.example', name: '<b>100%_Wool</b> \\ مرحبا' }))
    await addProspect(scope, input({ address: 'other.example', name: 'Other' }))
    const found = async (q: string) =>
      (await listProspects(scope, readProspectList({ q }))).prospects.map((prospect) => prospect.outletKey)
    for (const q of [
      '100%_w',
      'مرحبا',
      'bücher.example',
      'https://www.bücher.example/page?a=1',
      'XN--BCHER',
    ]) {
      expect(await found(q), q).toEqual(['xn--bcher-kva.example'])
    }
    for (const q of ['1%w', '\\', 'zzz', '100 -wool']) expect(await found(q), q).toEqual([])
    expect(await searchProspects(scope, 'other', 5)).toHaveLength(1)
  })

  it('stands in a list that is sorted, narrowed and turned by its address', async () => {
    const scope = (await twoWorkspaces()).ours
    for (const n of Array.from({ length: 52 }, (_, index) => index)) {
      const kind = n % 2 ? 'podcast' : 'blogger'
      await addProspect(
        at(scope, new Date(n * 60_000)),
        input({ address: `n${n}.example`, name: `N${n}`, kind }),
      )
    }
    const page = async (query: Record<string, string>) => listProspects(scope, readProspectList(query))
    expect((await page({})).prospects[0]?.name).toBe('N51')
    const second = await page({ sort: 'added', after: (await page({ sort: 'added' })).after ?? '' })
    expect(second).toMatchObject({ after: null, prospects: [{ name: 'N50' }, { name: 'N51' }] })
    const back = await page({ sort: 'added', before: second.before ?? '' })
    expect(back.prospects.map(({ name }) => name)).toEqual(Array.from({ length: 50 }, (_, n) => `N${n}`))
    expect(back.before).toBeNull()
    expect(await countProspects(scope, readProspectList({ kind: 'podcast' }))).toBe(26)
    expect((await page({ owner: theirs.memberId })).prospects).toEqual([])
    const nonsense = {
      kind: 'x',
      stage: 'y',
      owner: 'z',
      sort: '; drop',
      after: 'x',
      before: '%',
      touched: 'over-x',
    }
    expect((await page(nonsense)).prospects).toHaveLength(50)
  })
})

it('the address of a list holds what differs from the plain list, and narrowing it starts at the first page', () => {
  const list = readProspectList({ q: ' moss & co ', kind: 'blogger', after: 'x' })
  expect(prospectListHref('/p', list, { after: 'y' })).toBe('/p?q=moss+%26+co&kind=blogger&after=y')
  expect(prospectListHref('/p', list, { q: '', sort: 'name' })).toBe('/p?kind=blogger&sort=name')
  expect(prospectListHref('/p', readProspectList({}))).toBe('/p')
})

const typed = {
  kind: 'blogger',
  address: 'https://mossandmiles.example',
  name: 'Moss & Miles',
  whyCare: 'Her readers mend their own gear.',
}

function input(change: Partial<Record<keyof typeof typed | 'anotherOutlet', string>>) {
  return prospectSchema.parse({ ...typed, ...change })
}
