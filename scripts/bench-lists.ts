import path from 'node:path'
import { parseArgs } from 'node:util'
import { encode } from 'next-auth/jwt'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { isLocalMode, settings } from '#lib/server/env.ts'
import { deepAddresses } from './bench-lists/deep-pages.ts'
import { seenInBrowser } from './bench-lists/in-browser.ts'
import { type BenchedList, listsToBench, statementsOf } from './bench-lists/lists-to-bench.ts'
import { downloadTimes, type Figures, figuresOf, timesOf } from './bench-lists/load.ts'
import { searchTimes } from './bench-lists/search-times.ts'
import { buildFloor, removeFloor, startFloor, startProduct } from './bench-lists/servers.ts'
import { buildIfNeeded } from './build-if-needed.ts'
import { placesIn } from './seed-large/large-places.ts'
import { withLocalDatabase } from './with-local-database.ts'

/**
 * How fast long lists are, beside the least any signed-in list page of this framework must do: `npm run bench:lists
 * [-- --seconds 5 --only prospects]`, after `npm run seed:large`. Figures to read, no test: they depend on the machine, so the ratios are what
 * counts. Ours and the floor run in turns, so that whatever else the machine does falls on both alike.
 */
const PORTS = { ours: 3391, floor: 3392 }
const CLIENTS = [1, 16]
const ROUNDS = 4
/** Until V8 has compiled what is asked for often: the more code a page has, the longer that takes. */
const WARM_UP = { clients: 4, seconds: 2 }

const { values } = parseArgs({
  options: {
    slug: { type: 'string', default: 'large' },
    seconds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    'without-browser': { type: 'boolean', default: false },
  },
})

await withLocalDatabase(async () => {
  const there = await databaseAcrossWorkspaces().workspace.count({ where: { slug: values.slug } })
  if (there === 0) {
    console.error(`There is no workspace "${values.slug}". Make it first: npm run seed:large`)
    process.exitCode = 1
    return
  }
  await measure(Number(values.seconds))
})

async function measure(seconds: number) {
  const { scope, user } = await placesIn(databaseAcrossWorkspaces(), values.slug, new Date())
  const token = { sub: user.id, sessionVersion: user.sessionVersion }
  const cookieName = settings().appUrl.startsWith('https:')
    ? '__Secure-next-auth.session-token'
    : 'next-auth.session-token'
  const cookie = `${cookieName}=${await encode({ token, secret: settings().authSecret })}`
  buildIfNeeded(path.resolve(import.meta.dirname, '..'), say)
  const base = `http://127.0.0.1:${PORTS.ours}/w/${values.slug}`
  const ours = await startProduct(PORTS.ours)
  const floors: (() => void)[] = [() => ours.kill()]
  try {
    say('Walking to page 1,000 of each list ...')
    const every = listsToBench(await deepAddresses(scope))
    const lists = every.filter(({ name }) => name.startsWith(values.only))
    say('Building the floor ...')
    buildFloor({ ...(await floorOf(lists, scope)), cookieName, slug: values.slug })
    const floor = await startFloor(PORTS.floor)
    floors.push(() => floor.kill())
    console.log(`Local mode: ${isLocalMode() ? 'yes' : 'no'}. Milliseconds: median / 95th of a hundred.\n`)
    say('Warming both up ...')
    for (const [at, { address }] of lists.entries()) {
      await timesOf(`${base}/${address}`, cookie, WARM_UP)
      await timesOf(floorPage(at), cookie, WARM_UP)
    }
    for (const [at, list] of lists.entries()) await compare(list, at, base, cookie, seconds)
    if (values.only) return
    await inTheDatabase(scope)
    if (!values['without-browser']) await inTheBrowser(base, cookie)
    await exports(base, cookie)
  } finally {
    for (const end of floors) end()
    removeFloor()
  }
}

/** The lists' own statements, to be asked without anything between, and how many cells a row of them shows. */
async function floorOf(lists: readonly BenchedList[], scope: Parameters<BenchedList['ask']>[0]) {
  const floors: Record<string, object> = {}
  for (const [at, list] of lists.entries())
    floors[at] = { statements: await statementsOf(list, scope), cells: list.cells }
  return { databaseUrl: settings().databaseUrl, authSecret: settings().authSecret, lists: floors }
}

function floorPage(at: number): string {
  return `http://127.0.0.1:${PORTS.floor}/?list=${at}`
}

async function compare(
  { name, address }: BenchedList,
  at: number,
  base: string,
  cookie: string,
  seconds: number,
) {
  for (const clients of CLIENTS) {
    const [ours, floor]: [number[], number[]] = [[], []]
    const load = { clients, seconds: seconds / ROUNDS }
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(...(await timesOf(`${base}/${address}`, cookie, load)))
      floor.push(...(await timesOf(floorPage(at), cookie, load)))
    }
    const [a, b] = [figuresOf(ours, seconds), figuresOf(floor, seconds)]
    const ratio = a.median / b.median
    const who = clients === 1 ? '1 client  ' : `${clients} clients`
    console.log(
      `${name.padEnd(24)} ${who}  ours ${inWords(a)}  floor ${inWords(b)}  ${ratio.toFixed(2)} times${goal(ratio <= 2, 'at most 2')}`,
    )
  }
}

async function inTheDatabase(scope: Parameters<BenchedList['ask']>[0]) {
  const { ours, byLike } = await searchTimes(scope)
  const times = byLike / ours
  console.log(
    `\nSearch in the database: ours ${ours.toFixed(2)} ms, LOWER(col) LIKE over the same columns ${byLike.toFixed(1)} ms: ` +
      `${times.toFixed(0)} times faster${goal(times >= 30, 'at least 30')}`,
  )
}

async function inTheBrowser(base: string, cookie: string) {
  const ours = await seenInBrowser(`${base}/prospects`, cookie, 50)
  const empty = await seenInBrowser(`http://127.0.0.1:${PORTS.floor}/?list=none`, cookie, 0)
  const more = (ours.scriptBytes - empty.scriptBytes) / 1024
  console.log(
    `Script on the wire: ${(ours.scriptBytes / 1024).toFixed(1)} KB, an empty page ${(empty.scriptBytes / 1024).toFixed(1)} KB: ` +
      `${more.toFixed(1)} KB more${goal(more <= 60, 'at most 60')}`,
  )
  console.log(
    `50 rows visible from a cold cache: ${ours.visible.toFixed(0)} ms${goal(ours.visible <= 400, 'within 400')}`,
  )
  console.log(
    `Requests to other hosts: ${ours.otherHosts.length}${goal(ours.otherHosts.length === 0, 'none')} ${ours.otherHosts.join(' ')}`,
  )
}

async function exports(base: string, cookie: string) {
  for (const address of [
    'prospects/export.csv',
    'prospects/export.json',
    'contacts/export.vcf',
    'mentions/export.csv',
  ]) {
    const { firstByte, whole, bytes, lines } = await downloadTimes(`${base}/${address}`, cookie)
    console.log(
      `${address}: ${lines.toLocaleString('en-GB')} lines, ${(bytes / 1_048_576).toFixed(1)} MiB; first byte ${firstByte.toFixed(0)} ms` +
        `${goal(firstByte <= 300, 'within 300')}, whole ${(whole / 1000).toFixed(2)} s${address === 'prospects/export.csv' ? goal(whole <= 4000, 'within 4') : ''}`,
    )
  }
}

function inWords({ median, p95, perSecond }: Figures): string {
  return `${median.toFixed(1)} / ${p95.toFixed(1)} (${perSecond.toFixed(0)} a second)`
}

function goal(isMet: boolean, words: string): string {
  return ` [${isMet ? 'as hoped' : 'NOT as hoped'}: ${words}]`
}

function say(text: string) {
  console.error(text)
}
