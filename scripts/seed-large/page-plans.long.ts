import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { settings } from '#lib/server/env.ts'
import type { QueryPlan } from '#lib/testing/page-plans.ts'
import { planPages, seedForPlans } from './page-figures.ts'

const TODAY = new Date('2026-11-20T12:00:00Z')
const MOST_BUFFERS = 2_000
const [SMALL, LARGE] = [0.05, 0.2]

/** What these pages look through ends before 20,000 rows: what they touch in the larger workspace is all they ever touch. */
const STOPS_BEFORE = new Set([
  'prospects never touched, last touched first',
  'prospects of a stage, by last touch, longest ago first',
  'prospects by a word of many, by name',
  'people by a piece of an address',
  'work of a kind',
  'a pitch', // compared with the 500 last changed
  'Today, every list',
  'Today of a writer',
  'a calendar',
])

/** Not mended yet: they grow, and touch more than 2,000 blocks where very many rows hold a common word, or a list is long. */
const TOO_DEAR_YET = new Map([
  ['press list, page 5', 'its pages are counted off from the first one'],
  ['press list of a Site', 'its order is of two columns, and the Site is looked for among all'],
  ['work by a word of many', 'every piece of work whose title holds the word is put in order'],
  ['a press page, choosing', 'every mention of its Site is counted'],
  ['a press page, for everybody', 'every mention of its Site is counted; browsers keep it for a minute'],
  ['a press page, page 5', 'the same'],
  ['prospects at hand', 'every name that holds the word is put in order'],
  ['a new prospect, alike ones', 'every name alike enough is looked at'],
])

let small: Record<string, QueryPlan[]>
let large: Record<string, QueryPlan[]>

// Two workspaces in one database: each one's rows stand between the other's.
beforeAll(async () => {
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  const options = { today: TODAY, password: 'only for this test' }
  await seedForPlans(client, { ...options, slug: 'small', seed: 12, scale: SMALL })
  await seedForPlans(client, { ...options, slug: 'large', seed: 11, scale: LARGE })
  await client.query('VACUUM (ANALYZE)')
  await client.end()
  small = await planPages('small', TODAY)
  large = await planPages('large', TODAY)
}, 600_000)

describe('no query of a page with a list', () => {
  it('touches more than 2,000 blocks in a workspace of 20,000 prospects', () => {
    expect(Object.values(large).flat().length).toBeGreaterThan(150)
    expect(tooDear(({ buffers }) => buffers)).toBe('')
  })

  // A fifth of the rows costs what grows with the rows a fifth: so a query is also held against the line through its figures in
  // both workspaces, drawn on to 100,000 prospects. What a page always costs, and what stops at so many rows, does not grow.
  it('would touch more than 2,000 blocks in one of 100,000 prospects, going by how it grew from 5,000 to 20,000', () => {
    expect(tooDear(drawnOn)).toBe('')
  })
})

/** What a query would touch in a workspace of 100,000 prospects, as a line through two smaller ones says. */
function drawnOn({ buffers }: QueryPlan, before: QueryPlan | undefined): number {
  if (!before) return buffers
  const growth = Math.max(0, buffers - before.buffers) / (LARGE - SMALL)
  return buffers + growth * (1 - LARGE)
}

/** Pages with the queries that cost too much, with their plans. */
function tooDear(costOf: (plan: QueryPlan, before: QueryPlan | undefined) => number): string {
  return Object.entries(large)
    .filter(([page]) => !TOO_DEAR_YET.has(page))
    .map(([page, plans]) => {
      const before = new Map(STOPS_BEFORE.has(page) ? [] : small[page]?.map((plan) => [plan.sql, plan]))
      const dear = plans.map((plan) => ({ ...plan, cost: Math.round(costOf(plan, before.get(plan.sql))) }))
      return dear
        .filter(({ cost }) => cost > MOST_BUFFERS)
        .map(({ cost, buffers, sql, plan }) => `${page}: ${buffers}, so ${cost}\n${sql}\n${plan}`)
        .join('\n')
    })
    .filter(Boolean)
    .join('\n\n')
}
