import type { Browser, Page } from '@playwright/test'
import { everyRoute, placeOf } from './places.ts'
import {
  addCampaign,
  addContact,
  addProspect,
  addSite,
  noteGuidelines,
  readPost,
  recordMention,
  signInAsDemo,
  signUp,
  writePitch,
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

test.skip(({ isMobile }) => isMobile, 'a form is the same at any width')

test('Every form takes whatever is typed: an error beside the field, or stored and shown as text', async ({
  page,
  browser,
}) => {
  test.setTimeout(600_000)
  const home = await signUp(page)
  const foreign = await idOfAnotherWorkspace(browser)
  await fillWorkspace(page, home)
  const routes = everyRoute().filter((route) => route.startsWith('/w/') && !NOT_SWEPT.includes(route))
  const places = [...new Set(await placesOf(page, home, routes)), '/account', '/workspaces']

  // Without scripts an answer is a whole page, and nothing races with it.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const plain = await context.newPage()
  let forms = 0
  let fieldsThatCameBack = 0
  for (const place of places) {
    const count = await formsOn(plain, place)
    for (let index = 0; index < count; index += 1) {
      forms += 1
      for (const [what, value] of Object.entries(HOSTILE)) {
        await test.step(`${place}, form ${index + 1}: ${what}`, async () => {
          fieldsThatCameBack += await send(plain, place, index, value)
        })
      }
      await test.step(`${place}, form ${index + 1}: another workspace's id`, () =>
        send(plain, place, index, 'Harmless words', foreign).then(() => undefined))
    }
  }
  await context.close()
  expect(forms).toBeGreaterThan(15)
  expect(fieldsThatCameBack).toBeGreaterThan(100)

  for (const place of places) {
    const response = await page.goto(place)
    expect(response?.status(), place).toBeLessThan(500)
    await expect(page, place).not.toHaveTitle(/owned/)
  }
})

async function formsOn(page: Page, place: string): Promise<number> {
  await page.goto(place)
  return page.evaluate((fields) => {
    const forms = [...document.querySelectorAll<HTMLFormElement>('main form')]
    forms.forEach((form, index) => {
      form.dataset.index = String(index)
    })
    return forms.filter((form) => form.method === 'post' && form.querySelector(fields)).length
  }, TEXT_FIELDS)
}

const TEXT_FIELDS =
  'textarea:not([readonly]), input:not([readonly]):is([type=text], [type=url], [type=email], [type=search], [type=tel], [type=date], [type=number], [type=password])'

/** Sends the n-th form of a page with the value in each of its fields, and expects an answer that loses none of it. */
async function send(
  page: Page,
  place: string,
  index: number,
  value: string,
  foreignId?: string,
): Promise<number> {
  await page.goto(place)
  const typed = await page.evaluate(
    ({ fields, index, value, foreignId }) => {
      const forms = [...document.querySelectorAll<HTMLFormElement>('main form')].filter(
        (form) => form.method === 'post' && form.querySelector(fields),
      )
      const form = forms[index]
      if (!form) return undefined
      form.noValidate = true
      const typed: Record<string, string> = {}
      for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(fields)) {
        field.value = value
        if (field.type !== 'password') typed[field.name] = field.value
      }
      for (const radio of form.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
        if (!form.querySelector(`input[name="${CSS.escape(radio.name)}"]:checked`)) radio.checked = true
      }
      const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
      if (foreignId) {
        for (const field of form.querySelectorAll<HTMLInputElement | HTMLOptionElement>('input, option')) {
          if (isId.test(field.value)) field.value = foreignId
        }
      }
      return typed
    },
    { fields: TEXT_FIELDS, index, value, foreignId },
  )
  if (!typed) return 0
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.evaluate(
    ({ fields, index }) => {
      const forms = [...document.querySelectorAll<HTMLFormElement>('main form')].filter(
        (form) => form.method === 'post' && form.querySelector(fields),
      )
      forms[index]?.requestSubmit()
    },
    { fields: TEXT_FIELDS, index },
  )
  expect((await answer).status(), 'the status of the answer').toBeLessThan(500)
  await page.waitForLoadState('load')
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  const kept = await page.evaluate((fields) => {
    const form = document.querySelector('form:has([role=alert])')
    return [...(form?.querySelectorAll<HTMLInputElement>(fields) ?? [])].map((field) => [
      field.name,
      field.value,
    ])
  }, TEXT_FIELDS)
  for (const [name = '', standing = ''] of kept) {
    // Words meant for another workspace's thing are not shown beside one of ours.
    if (name in typed && !foreignId)
      expect(asSent(standing), `what was typed into ${name}`).toBe(asSent(typed[name] ?? ''))
  }
  return kept.length
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
}

async function placesOf(page: Page, home: string, routes: string[]): Promise<string[]> {
  const places: string[] = []
  for (const route of routes) {
    const place = await placeOf(page, home, route).catch(() => undefined)
    if (place) places.push(place)
  }
  return places
}
