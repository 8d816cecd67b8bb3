import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { settings } from '#lib/server/env.ts'
import { prepareDatabase } from '#lib/server/postgres/prepare-database.ts'
import { seedLarge } from './seed-large/seed-large.ts'
import { withLocalDatabase } from './with-local-database.ts'

const USAGE = `Usage: npm run seed:large -- [--scale 0.01] [--seed 1] [--today 2026-11-20] [--slug large]
Makes a workspace of 100,000 prospects (times the scale) with people, pitches and mentions, to see how Rapport does with
many. The same seed, scale and day make the same rows.`

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    today: { type: 'string', default: '2026-11-20' },
    slug: { type: 'string', default: 'large' },
    help: { type: 'boolean', default: false },
  },
})
const [scale, seed, today] = [
  Number(values.scale),
  Number(values.seed),
  new Date(`${values.today}T12:00:00Z`),
]
const isWrong =
  !(scale > 0 && scale <= 10) ||
  !Number.isInteger(seed) ||
  Number.isNaN(today.getTime()) ||
  !/^[a-z0-9-]{1,40}$/.test(values.slug)

if (values.help || isWrong) {
  console.error(USAGE)
  process.exitCode = values.help ? 0 : 2
} else {
  await withLocalDatabase(() => run({ scale, seed, today, slug: values.slug }))
}

async function run(options: { scale: number; seed: number; today: Date; slug: string }) {
  const { databaseUrl, dataDir } = settings()
  await prepareDatabase(databaseUrl, path.join(dataDir, 'backups'))
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const there = await client.query('SELECT 1 FROM "Workspace" WHERE "slug" = $1', [options.slug])
    if (there.rowCount) {
      console.log(`There is a workspace "${options.slug}" already. Take another --slug, with another --seed.`)
      return
    }
    const began = performance.now()
    const password = randomBytes(9).toString('base64url')
    const { counts, email } = await seedLarge(client, { ...options, password })
    // Without it the first lists would be planned for empty tables.
    await client.query('VACUUM (ANALYZE)')
    const number = new Intl.NumberFormat('en-GB')
    for (const [table, count] of Object.entries(counts))
      console.log(`${number.format(count).padStart(10)}  ${table}`)
    console.log(`\nMade in ${Math.round((performance.now() - began) / 1000)} s: /w/${options.slug}`)
    console.log(`Sign in with ${email} and the password ${password}`)
  } finally {
    await client.end()
  }
}
