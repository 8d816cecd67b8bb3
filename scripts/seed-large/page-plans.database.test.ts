import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { plansOf, type QueryPlan } from '#lib/testing/page-plans.ts'
import { placesIn } from './large-places.ts'
import { pagesWithLists } from './pages-with-lists.ts'
import { seedLarge } from './seed-large.ts'

const TODAY = new Date('2026-11-20T12:00:00Z')
const MOST_BUFFERS = 2_000

const dear: Record<string, QueryPlan[]> = {}
let asked = 0

beforeAll(async () => {
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  const options = { seed: 11, scale: 0.2, today: TODAY, password: 'only for this test' }
  await seedLarge(client, { ...options, slug: 'plans' })
  // Somebody else's rows stand between ours.
  await seedLarge(client, { ...options, slug: 'neighbour', seed: 12, scale: 0.02 })
  await client.query('VACUUM (ANALYZE)')
  await client.end()
  const { scope, places } = await placesIn(databaseAcrossWorkspaces(), 'plans', TODAY)
  for (const [page, ask] of Object.entries(pagesWithLists(scope, places))) {
    const plans = await plansOf(ask)
    asked += plans.length
    dear[page] = plans.filter(({ buffers }) => buffers > MOST_BUFFERS)
  }
}, 280_000)

describe('no query of a page with a long table', () => {
  it('touches more than 2,000 blocks in a workspace of 20,000 prospects', () => {
    const tooDear = Object.entries(dear).filter(([, plans]) => plans.length > 0)
    const words = tooDear.map(
      ([page, plans]) => `${page}: ${plans.map(({ sql, plan }) => `${sql}\n${plan}`).join('\n')}`,
    )
    expect(words.join('\n\n')).toBe('')
    expect(asked).toBeGreaterThan(50)
  })
})
