import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { countProspects } from './many-prospects-queries.ts'
import { prospectListOf, prospectListQuery } from './prospect-list.ts'
import { listProspects } from './prospect-page-queries.ts'
import { saveView } from './saved-view-commands.ts'
import { listSavedViews } from './saved-view-queries.ts'

const MANY = 2_600

let ours: WorkspaceScope
let theirs: WorkspaceScope

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  await some(ours, [
    { name: 'Alps', custom: { notes: 'Knows the ÄLPS 100%_well', readers: 1200, met: '2026-02-28' } },
    {
      name: 'Delta',
      custom: { notes: 'Flat land', readers: 12.5, met: '2026-03-01', kit: 'https://kit.example/alps' },
    },
    { name: 'Nobody', custom: {} },
    { name: 'Odd', custom: { readers: '1200', met: 'soon', notes: '' } },
    { name: 'Gone', custom: { readers: 1200 }, deletedAt: NOON },
  ])
  await some(theirs, [{ name: 'Theirs', custom: { notes: 'alps', readers: 1200, met: '2026-02-28' } }])
}, 60_000)

const found = async (query: string, scope = ours) => {
  const list = prospectListOf(`sort=name&${query}`)
  const names = (await listProspects(scope, list)).prospects.map(({ name }) => name)
  expect(await countProspects(scope, list), 'as many as are counted').toBe(names.length)
  return names
}

describe('a list of prospects by fields of one’s own', () => {
  it.each([
    ['f.notes.contains=alps', ['Alps']],
    ['f.notes.contains=LAND', ['Delta']],
    ['f.notes.contains=100%25_', ['Alps']],
    ['f.notes.contains=a', ['Alps', 'Delta']],
    ['f.notes.contains=%25', ['Alps']],
    ['f.kit.contains=kit.example', ['Delta']],
    ['f.kit.contains=flat', []],
    ['f.readers.min=12.5', ['Alps', 'Delta']],
    ['f.readers.min=13', ['Alps']],
    ['f.readers.max=12.5', ['Delta']],
    ['f.readers.min=10&f.readers.max=1,199', ['Delta']],
    ['f.readers.min=10&f.notes.contains=well', ['Alps']],
    ['f.met.after=2026-02-27', ['Alps', 'Delta']],
    ['f.met.after=2026-02-28', ['Delta']],
    ['f.met.before=2026-03-01', ['Alps']],
    ['f.met.after=2025-01-01&f.met.before=2026-02-28', []],
    ['f.kit.is=empty', ['Alps', 'Nobody', 'Odd']],
    ['f.notes.is=empty', ['Nobody', 'Odd']],
    ['f.notes.is=filled', ['Alps', 'Delta']],
    ['f.notes.is=filled&f.kit.is=empty', ['Alps']],
    ['f.readers.min=1&kind=podcast', []],
    ['f.readers.min=1&kind=blogger&q=delta', ['Delta']],
    ['f.notes.contains=alps&q=delta', []],
    ['f.readers.min=many', ['Alps', 'Delta', 'Nobody', 'Odd']],
  ])('%s finds %j', async (query, names) => {
    expect(await found(query)).toEqual(names)
  })

  it('never shows another workspace’s', async () => {
    expect(await found('f.notes.contains=alps', theirs)).toEqual(['Theirs'])
    expect(await found('f.readers.min=0', theirs)).toEqual(['Theirs'])
  })

  it('follows what is written into a field, and what is taken out of it', async () => {
    const { workspaceId } = ours
    const where = { workspaceId, name: 'Nobody' }
    await database().prospect.updateMany({ where, data: { custom: { readers: 7, notes: 'Marsh' } } })
    expect(await found('f.readers.max=7')).toEqual(['Nobody'])
    expect(await found('f.notes.contains=marsh')).toEqual(['Nobody'])
    await database().prospect.updateMany({ where, data: { custom: {} } })
    expect(await found('f.readers.max=7')).toEqual([])
    expect(await found('f.notes.is=empty')).toEqual(['Nobody', 'Odd'])
    expect(await database().prospectValue.count({ where: { workspaceId, words: 'marsh' } })).toBe(0)
  })

  it('stands in the address, the same each time, and in a saved view', async () => {
    const query = 'f.b.min=2&f.a.contains=x+y&f.a=exact&f.a.is=filled&f.b.min.x=1&f.c.max=no'
    const list = prospectListOf(query)
    expect(list.own).toEqual([
      { key: 'a', op: 'contains', value: 'x y' },
      { key: 'a', op: 'is', value: 'filled' },
      { key: 'b', op: 'min', value: '2' },
    ])
    expect(prospectListQuery(prospectListOf(prospectListQuery(list)))).toBe(prospectListQuery(list))
    await saveView(ours, { name: 'Own', query, isShared: false })
    expect((await listSavedViews(ours))[0]?.query).toBe('f.a=exact&f.a.contains=x+y&f.a.is=filled&f.b.min=2')
  })
})

describe('a long list by fields of one’s own', () => {
  let scope: WorkspaceScope
  beforeAll(async () => {
    scope = (await twoWorkspaces()).ours
    await some(
      scope,
      Array.from({ length: MANY }, (_, n) => ({
        name: `Outlet ${n}`,
        custom: {
          readers: n,
          ...(n % 3 === 0 ? { notes: `a story of ${n % 7 === 0 ? 'ice' : 'sand'}` } : {}),
          ...(n < MANY - 1 ? { seen: 'yes' } : {}),
        },
      })),
    )
  }, 120_000)

  it.each([
    ['f.readers.min=1300', (n: number) => n >= 1300],
    ['f.readers.max=600', (n: number) => n <= 600],
    ['f.readers.min=100&f.readers.max=150', (n: number) => n >= 100 && n <= 150],
    ['f.notes.contains=story', (n: number) => n % 3 === 0],
    ['f.notes.contains=ice', (n: number) => n % 21 === 0],
    ['f.notes.contains=ce', (n: number) => n % 21 === 0],
    ['f.notes.is=empty&f.readers.max=1500', (n: number) => n % 3 !== 0 && n <= 1500],
    ['f.notes.is=empty', (n: number) => n % 3 !== 0],
    ['f.seen.is=empty', (n: number) => n === MANY - 1],
  ])(
    '%s is walked from its beginning to its end and back, each row once',
    async (query, fits) => {
      const wanted = Array.from({ length: MANY }, (_, n) => n).filter(fits)
      for (const sort of ['name', '-added']) {
        const forwards: string[] = []
        let pages = 0
        let after = ''
        let before: string | null = null
        for (;;) {
          const page = await listProspects(scope, prospectListOf(`${query}&sort=${sort}&after=${after}`))
          forwards.push(...page.prospects.map(({ name }) => name))
          before = page.before
          pages += 1
          if (page.after === null) break
          after = page.after
        }
        const names = wanted.map((n) => `Outlet ${n}`)
        expect(sort === 'name' ? forwards : [...forwards].sort()).toEqual(
          sort === 'name' ? names : names.sort(),
        )
        expect(pages).toBeLessThanOrEqual(Math.ceil(wanted.length / 50) + Math.ceil(MANY / 1400) + 1)
        const backwards: string[] = []
        while (before !== null) {
          const page = await listProspects(scope, prospectListOf(`${query}&sort=${sort}&before=${before}`))
          backwards.unshift(...page.prospects.map(({ name }) => name))
          before = page.before
        }
        expect(backwards).toEqual(forwards.slice(0, backwards.length))
      }
    },
    60_000,
  )
})

type Made = { name: string; custom: Record<string, string | number>; deletedAt?: Date }

async function some({ workspaceId }: WorkspaceScope, made: Made[]) {
  await database().prospect.createMany({
    data: made.map((each, n) => ({
      ...{
        ...each,
        workspaceId,
        kind: 'blogger',
        homepage: `https://o${n}.example/`,
        outletKey: `o${n}.example`,
      },
      ...{ createdAt: new Date(NOON.getTime() + ((n * 7919) % made.length) * 1000), updatedAt: NOON },
    })),
  })
}
