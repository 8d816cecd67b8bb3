import type pg from 'pg'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { plansOf, type QueryPlan } from '#lib/testing/page-plans.ts'
import { bookPagesWithLists } from './book-pages-with-lists.ts'
import { fillOtherRoutes } from './fill-other-routes.ts'
import { fillQuietLists } from './fill-quiet-lists.ts'
import { placesIn } from './large-places.ts'
import { pagesWithLists } from './pages-with-lists.ts'
import { routePagesWithLists } from './route-pages-with-lists.ts'
import { type LargeOptions, seedLarge } from './seed-large.ts'

/** A large workspace with something on every list. The tables are to be vacuumed before its plans are read. */
export async function seedForPlans(client: pg.ClientBase, options: LargeOptions) {
  const { workspaceId } = await seedLarge(client, options)
  await fillQuietLists(client, { ...options, workspaceId })
  await fillOtherRoutes(client, { ...options, workspaceId })
}

/** The plans of every query of every page with a list, page by page. */
export async function planPages(slug: string, now: Date): Promise<Record<string, QueryPlan[]>> {
  const db = databaseAcrossWorkspaces()
  const { scope, places } = await placesIn(db, slug, now)
  const where = { workspaceId: scope.workspaceId }
  const batch = await db.importBatch.findFirstOrThrow({ where: { ...where, rows: { some: {} } } })
  const run = await db.checkRun.findFirstOrThrow({ where: { ...where, items: { some: {} } } })
  const first = async (rows: { findFirstOrThrow(of: object): Promise<{ id: string }> }) =>
    (await rows.findFirstOrThrow({ where })).id
  const routes = {
    item: await first(db.sampleItem),
    sample: await first(db.sample),
    request: await first(db.request),
    digest: await first(db.requestDigest),
    work: await first(db.contribution),
    insight: await first(db.insight),
  }
  const pages = {
    ...pagesWithLists(scope, places),
    ...routePagesWithLists(scope, { ...places, ...routes }),
    ...bookPagesWithLists(scope, { ...places, batch: batch.id, run: run.id }),
  }
  const plans: Record<string, QueryPlan[]> = {}
  for (const [page, ask] of Object.entries(pages)) plans[page] = await plansOf(ask)
  return plans
}
