import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { parseHTML } from 'linkedom'
import { filledIn, formsOf, pageAt, TEXT_FIELDS, valueIn } from './forms-by-hand.ts'
import { everyRoute, placeOf } from './places.ts'
import {
  addCampaign,
  addContact,
  addInsight,
  addProspect,
  addSite,
  noteGuidelines,
  planGuestPost,
  readPost,
  recordMention,
  signInAsDemo,
  signUp,
  writePitch,
  writeReport,
} from './steps.ts'
import { expect, test } from './watched-test.ts'

const HOSTILE: Record<string, string> = {
  nothing: '',
  'ten thousand characters': 'long word '.repeat(1_000),
  HTML: '</textarea><img src=x onerror="document.title=\'owned\'"><b>bold</b>',
  'a script for an address': 'javascript:alert(1)',
  'right to left, and pictures': 'مدونة السفر \u202Eabc 🧳👩‍👩‍👧',
  'a byte the database refuses': 'before\u0000after',
}

/** These ask for a person's own password, or show a list that a search narrows. */
const NOT_SWEPT = ['/w/[workspace]/settings/leave']

test('Every form takes whatever is typed: an error beside the field, or stored and shown as text', {
  tag: '@at-one-width',
}, async ({ page, browser }) => {
  test.setTimeout(600_000)
  const home = await signUp(page)
  const foreign = await idOfAnotherWorkspace(browser)
  await fillWorkspace(page, home)
  const routes = everyRoute().filter((route) => route.startsWith('/w/') && !NOT_SWEPT.includes(route))
  const places = [...new Set(await placesOf(page, home, routes)), '/account', '/workspaces']

  // As a browser without scripts would send them: an answer is a whole page, and nothing races with it.
  const sender = { request: page.context().request, origin: new URL(page.url()).origin }
  let forms = 0
  let fieldsThatCameBack = 0
  for (const place of places) {
    let shown = await pageAt(sender.request, place)
    const count = formsOf(shown).length
    for (let index = 0; index < count; index += 1) {
      forms += 1
      for (const [what, value] of Object.entries(HOSTILE)) {
        await test.step(`${place}, form ${index + 1}: ${what}`, async () => {
          const answer = await send(sender, place, shown, index, value)
          fieldsThatCameBack += answer.fieldsThatCameBack
          // A form that was refused is on the page that says so; what was taken leads elsewhere.
          shown = answer.isRefused ? answer.document : await pageAt(sender.request, place)
        })
      }
      await test.step(`${place}, form ${index + 1}: another workspace's id`, async () => {
        await send(sender, place, shown, index, 'Harmless words', foreign)
        shown = await pageAt(sender.request, place)
      })
    }
  }
  expect(forms).toBeGreaterThan(15)
  expect(fieldsThatCameBack).toBeGreaterThan(100)

  for (const place of places) {
    const response = await page.goto(place)
    expect(response?.status(), place).toBeLessThan(500)
    await expect(page, place).not.toHaveTitle(/owned/)
  }
})

/** Sends the n-th form of a page with the value in each of its fields, and expects an answer that loses none of it. */
async function send(
  sender: { request: APIRequestContext; origin: string },
  place: string,
  shown: Document,
  index: number,
  value: string,
  foreignId?: string,
) {
  const form = formsOf(shown)[index]
  if (!form) return { document: shown, isRefused: false, fieldsThatCameBack: 0 }
  const { sent, typed } = filledIn(form, value, foreignId)
  const answer = await sender.request.post(place, { multipart: sent, headers: { origin: sender.origin } })
  expect(answer.status(), 'the status of the answer').toBeLessThan(500)
  const { document } = parseHTML(await answer.text())
  expect(document.querySelectorAll('h1')).toHaveLength(1)
  const refused = document.querySelector('form:has([role=alert])')
  const kept = [...(refused?.querySelectorAll(TEXT_FIELDS) ?? [])]
  for (const field of kept) {
    const name = field.getAttribute('name') ?? ''
    const standing = valueIn(field)
    // Words meant for another workspace's thing are not shown beside one of ours.
    if (name in typed && !foreignId)
      expect(asSent(standing), `what was typed into ${name}`).toBe(asSent(typed[name] ?? ''))
  }
  return { document, isRefused: refused !== null, fieldsThatCameBack: kept.length }
}

function asSent(text: string): string {
  // Lines end as the web sends them, and a page cannot show a zero byte.
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim()
}

async function idOfAnotherWorkspace(browser: Browser) {
  const context = await browser.newContext()
  const stranger = await context.newPage()
  const demo = await signInAsDemo(stranger, /shop/i)
  await stranger.goto(`${demo}/prospects?q=packlight`)
  const theirs = await stranger.locator('main table a[href*="/prospects/"]').first().getAttribute('href')
  await context.close()
  return theirs?.split('/').at(-1) ?? ''
}

/** One of each noun, so that every page has something to show. */
async function fillWorkspace(page: Page, home: string) {
  await addSite(page, home)
  await addCampaign(page, home)
  const prospect = await addProspect(page, home)
  await noteGuidelines(page)
  await addContact(page, prospect)
  const note = await readPost(page, home, prospect)
  await writePitch(page, note)
  await recordMention(page, home, 'http://packlight.test/carry-on-backpacks')
  await planGuestPost(page, home, prospect)
  await addInsight(page, home)
  await writeReport(page, home)
}

async function placesOf(page: Page, home: string, routes: string[]): Promise<string[]> {
  const places: string[] = []
  for (const route of routes) {
    const place = await placeOf(page, home, route).catch(() => undefined)
    if (place) places.push(place)
  }
  return places
}
