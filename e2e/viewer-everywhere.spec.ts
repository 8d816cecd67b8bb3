import { readdirSync } from 'node:fs'
import path from 'node:path'
import { everyRoute, placeOf } from './places.ts'
import { signInAsDemo } from './steps.ts'
import { type Browser, expect, type Page, test } from './watched-test.ts'

// A customer who may look, sent to every address of the workspace they are in: pages, files, and what scripts ask for.

/** What a viewer may open: mentions, verdicts and approved reports of their Sites, and what is their own. */
const OPEN_TO_VIEWERS = [
  'customer-reports',
  'mentions',
  'press',
  'reports',
  'reports/rows',
  'search',
  'settings',
  'settings/leave',
  'settings/notifications',
  'settings/tokens',
  'settings/tokens/reference',
  'sites',
].map((place) => `/w/[workspace]/${place}`)

/** Leads to the first page that is theirs. */
const LEADS_ON = ['/w/[workspace]']

/** Of the agency's other Site, and of its letters. */
const NOT_THEIRS = ['Lumen Bikes', 'thirdfloorfamily.example', 'in a yard with thieves']
const NOBODY = '00000000-0000-7000-8000-000000000000'

test('A viewer sent to every address sees what is their Site’s, and nothing else', {
  tag: '@at-one-width',
}, async ({ browser }) => {
  test.setTimeout(240_000)
  const reviewer = await signedInAs(browser, /reviewer/i)
  const viewer = await signedInAs(browser, /as a viewer/i)
  expect(viewer.home).toBe(reviewer.home)
  const secrets = [...NOT_THEIRS, ...(await addressesOfPeople(reviewer.page, reviewer.home))]
  expect(secrets.length).toBeGreaterThan(NOT_THEIRS.length + 1)
  const open: string[] = []
  for (const route of everyAddress()) {
    const place = await placeOf(reviewer.page, reviewer.home, route).catch(() =>
      anyPlace(reviewer.home, route),
    )
    const answer = await viewer.page.request.get(place, { maxRedirects: 0 })
    if (LEADS_ON.includes(route)) expect(answer.headers().location).toMatch(/\/mentions$/)
    else if (answer.status() === 200) open.push(route)
    else expect([404, 405], route).toContain(answer.status())
    const text = await answer.text()
    for (const secret of secrets) expect(text.includes(secret), `${route} tells ${secret}`).toBe(false)
  }
  expect(open).toEqual(OPEN_TO_VIEWERS)
})

/** Mail addresses that the agency keeps of people. */
async function addressesOfPeople(page: Page, home: string): Promise<string[]> {
  const read = async (place: string) => (await page.request.get(place)).text()
  const people = new Set((await read(`${home}/contacts`)).match(/\/w\/[\w-]+\/contacts\/[0-9a-f-]{36}/g))
  const found = new Set<string>()
  for (const person of people) {
    for (const [address] of (await read(person)).matchAll(/[\w.+-]+@[\w-]+\.example/g)) found.add(address)
  }
  return [...found]
}

async function signedInAs(browser: Browser, who: RegExp) {
  const page = await (await browser.newContext()).newPage()
  return { page, home: await signInAsDemo(page, who) }
}

function everyAddress(): string[] {
  const folder = path.resolve(import.meta.dirname, '..', 'app', 'w')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .map((file) => `/w/${file.replace(/\/route\.ts$/, '')}`)
  return [...everyRoute().filter((route) => route.startsWith('/w/')), ...files].sort()
}

function anyPlace(home: string, route: string) {
  return route.replace('/w/[workspace]', home).replaceAll(/\[\w+\]/g, NOBODY)
}
