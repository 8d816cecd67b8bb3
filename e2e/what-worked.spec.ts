import { signInAsDemo } from './steps.ts'
import { expect, test } from './watched-test.ts'

test('What worked is told in counts, and every number opens the letters behind it', async ({ page }) => {
  const home = await signInAsDemo(page, /shop/i)
  await page.goto(`${home}/worked`)
  await expect(page.getByRole('heading', { level: 1, name: 'What worked' })).toBeVisible()
  const routes = page.getByRole('table', { name: 'What came of letters, by route' })
  const row = routes.getByRole('row').filter({ hasText: 'Product route' })
  await expect(row.getByText('too few to say').first()).toBeVisible()
  const sent = row.getByRole('link').first()
  const count = Number(await sent.innerText())
  await sent.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Letters that were sent' })).toBeVisible()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(Math.min(count, 25) + 1)
})

test('A stretch of days stands in the address, and a wrong one is told beside it, with scripts off', {
  tag: '@at-one-width',
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const home = await signInAsDemo(page, /shop/i)
  await page.goto(`${home}/worked`)
  await page.getByLabel('Sent from').fill('2001-01-01')
  await page.getByLabel('Up to').fill('2001-12-31')
  await page.getByRole('button', { name: 'Count these' }).click()
  await expect(page).toHaveURL(/from=2001-01-01&to=2001-12-31/)
  await expect(page.getByText('No letters in this time')).toBeVisible()
  await page.goto(`${home}/worked?from=2026-02-02&to=2026-02-01`)
  await expect(page.getByText('This is before the first day.')).toBeVisible()
  await expect(page.getByLabel('Up to')).toHaveValue('2026-02-01')
  await page.getByText('Why there is no A/B test here').click()
  await expect(page.getByText(/241 pitches per arm/)).toBeVisible()
  await context.close()
})

test('A viewer is told nothing of letters', { tag: '@at-one-width' }, async ({ page }) => {
  const home = await signInAsDemo(page, /as a viewer/i)
  expect((await page.goto(`${home}/worked`))?.status()).toBe(404)
  expect((await page.goto(`${home}/worked/letters`))?.status()).toBe(404)
})
