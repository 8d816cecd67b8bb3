import pg from 'pg'
import { settings } from '#lib/server/env.ts'

export type QueryPlan = { sql: string; buffers: number; plan: string }

type Asked = { text: string; values: unknown[] }

/**
 * Runs some work and says of every query it asked what PostgreSQL had to touch for it: blocks of 8 KiB, from its memory or
 * from the disk. The queries are asked again, by themselves, with EXPLAIN.
 */
export async function plansOf(work: () => Promise<unknown>): Promise<QueryPlan[]> {
  const asked = await queriesOf(work)
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  try {
    const plans: QueryPlan[] = []
    for (const { text, values } of asked) plans.push(await planOf(client, text, values))
    return plans
  } finally {
    await client.end()
  }
}

async function planOf(client: pg.Client, sql: string, values: unknown[]): Promise<QueryPlan> {
  const { rows } = await client.query(`EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) ${sql}`, values)
  const plan = rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n')
  // The first line with buffers is the topmost node's, which holds those of all below it. Behind stands what planning read.
  const [ran = ''] = plan.split('\nPlanning:')
  const [, hit = '0', read = '0'] = /Buffers: shared(?: hit=(\d+))?(?: read=(\d+))?/.exec(ran) ?? []
  return { sql, buffers: Number(hit) + Number(read), plan }
}

/** What is asked of the database meanwhile, by whichever client. */
export async function queriesOf(work: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = []
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const query = prototype.query
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [first, second] = args
    const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text
    const values = (first as { values?: unknown[] } | undefined)?.values ?? (second as unknown[] | undefined)
    if (text && /^\s*(?:SELECT|WITH|\()/i.test(text)) {
      asked.push({ text, values: Array.isArray(values) ? values : [] })
    }
    return query.apply(this, args)
  }
  try {
    await work()
  } finally {
    prototype.query = query
  }
  return asked
}
