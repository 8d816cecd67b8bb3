import type { Page } from '@playwright/test'
import { signInAsDemo } from './steps.ts'
import { expect, test } from './watched-test.ts'

test('A report tells pages, letters and links apart, and every number opens exactly its rows', async ({
  page,
}) => {
  const home = await signInAsDemo(page, /shop/i)
  await page.goto(`${home}/reports`)
  await expect(page.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible()
  const pages = page.locator('#pages')
  const recorded = pages.getByRole('link').first()
  const count = Number(await recorded.innerText())
  expect(count).toBeGreaterThan(0)
  await recorded.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Pages on record' })).toBeVisible()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(Math.min(count, 25) + 1)
  await page.getByRole('main').getByRole('link', { name: 'Reports', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible()

  const sent = page.locator('#letters').getByRole('link').first()
  const letters = Number(await sent.innerText())
  await sent.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Letters that were sent' })).toBeVisible()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(Math.min(letters, 25) + 1)
})

test('Charts have their figures behind them, and the same rows leave as CSV and JSON', {
  tag: '@at-one-width',
}, async ({ page }) => {
  const home = await signInAsDemo(page, /shop/i)
  await page.goto(`${home}/reports`)
  const curve = page.locator('#survival')
  await expect(curve.getByText('Share still there')).toBeVisible()
  await curve.getByText('The figures behind the curve').click()
  await expect(curve.getByRole('table', { name: 'How long links last' })).toBeVisible()
  const months = page.locator('#new-and-lost')
  await months.getByText('The figures month by month').click()
  const figures = months.getByRole('table', { name: /New and lost links/ })
  const gained = figures.getByRole('link').first()
  const count = Number(await gained.innerText())
  const address = (await gained.getAttribute('href')) ?? ''
  const query = address.slice(address.indexOf('?'))
  const csv = await page.request.get(`${home}/reports/rows/export.csv${query}`)
  expect((await csv.text()).trimEnd().split('\r\n')).toHaveLength(count + 1)
  const json = await page.request.get(`${home}/reports/rows/export.json${query}`)
  expect(await json.json()).toHaveLength(count)
  await gained.click()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(Math.min(count, 25) + 1)
})

test('What a report is about stands in the address, and a wrong day is told beside it, with scripts off', {
  tag: '@at-one-width',
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const home = await signInAsDemo(page, /shop/i)
  await page.goto(`${home}/reports`)
  await page.getByLabel('From', { exact: true }).fill('2001-01-01')
  await page.getByLabel('Up to').fill('2001-12-31')
  await page.getByRole('button', { name: 'Report on these' }).click()
  await expect(page).toHaveURL(/from=2001-01-01&to=2001-12-31/)
  await expect(page.getByText('No link was new or lost in this time.')).toBeVisible()
  await page.goto(`${home}/reports?from=2026-02-02&to=2026-02-01`)
  await expect(page.getByText('This is before the first day.')).toBeVisible()
  await expect(page.getByLabel('Up to')).toHaveValue('2026-02-01')
  await context.close()
})

test('A viewer sees the pages of their own Site, and nothing of letters', { tag: '@at-one-width' }, async ({
  page,
}) => {
  const home = await signInAsDemo(page, /as a viewer/i)
  await page.goto(`${home}/reports`)
  await expect(page.locator('#pages')).toBeVisible()
  await expect(page.locator('#letters')).toHaveCount(0)
  await expect(page.locator('#reach')).toHaveCount(0)
  await expect(page.getByLabel('Campaign')).toHaveCount(0)
  expect(await statusOf(page, `${home}/reports/rows?number=mentions`)).toBe(200)
  await expect(page.getByRole('button', { name: /Export/ })).toHaveCount(0)
  expect(await statusOf(page, `${home}/reports/rows?number=sent`)).toBe(404)
  expect(await statusOf(page, `${home}/reports/rows?number=tried&way=samples`)).toBe(404)
  expect((await page.request.get(`${home}/reports/rows/export.csv?number=mentions`)).status()).toBe(404)
})

async function statusOf(page: Page, address: string): Promise<number | undefined> {
  return (await page.goto(address))?.status()
}
