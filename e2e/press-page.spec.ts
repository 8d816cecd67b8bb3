import axe from 'axe-core'
import { addSite, recordMention, signUp } from './steps.ts'
import { expect, test } from './watched-test.ts'

test('A press page is opened, read by anybody with scripts off, and closed', async ({ page, browser }) => {
  test.setTimeout(120_000)
  const home = await signUp(page)
  await addSite(page, home)
  await recordMention(page, home, 'http://packlight.test/carry-on-update')
  await expect(page.getByText('Linked', { exact: true }).first()).toBeVisible({ timeout: 20_000 })
  const linked = new URL(page.url()).pathname
  await recordMention(page, home, 'http://roundup.test/best-carry-on')
  await expect(page.getByText('Named, no link').first()).toBeVisible({ timeout: 20_000 })
  const named = new URL(page.url()).pathname

  await page.goto(`${home}/press`)
  await page.getByRole('link', { name: 'A public page' }).click()
  await expect(page.getByRole('heading', { name: 'It is closed' })).toBeVisible()
  await page.getByLabel('How its address begins').fill('Träilhead!')
  await page.getByRole('button', { name: 'Open the press page' }).click()
  await expect(page.getByText('Letters from a to z, digits and hyphens, please.').first()).toBeVisible()
  await page.getByLabel('How its address begins').fill('Trailhead Gear')
  await page.getByLabel('A few words over the list').fill('We sew bags.')
  await page.getByRole('button', { name: 'Open the press page' }).click()
  await expect(page.getByRole('heading', { name: 'It is open' })).toBeVisible()
  const shown = await page
    .getByText(/\/press\/trailhead-gear-[a-z2-9]{16}$/)
    .first()
    .textContent()
  const address = /\/press\/\S+$/.exec(shown ?? '')?.[0] ?? ''

  const anybody = await browser.newContext({ javaScriptEnabled: false })
  const visitor = await anybody.newPage()
  const answer = await visitor.goto(address)
  expect(answer?.status()).toBe(200)
  expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'")
  expect(answer?.headers()['x-robots-tag']).toContain('noindex')
  await expect(visitor.getByRole('heading', { level: 1, name: 'Press about Trailhead' })).toBeVisible()
  await expect(visitor.getByText('1 page with a link, 1 without.')).toBeVisible()
  await expect(visitor.getByText('We sew bags.')).toBeVisible()
  await expect(visitor.getByRole('listitem')).toHaveCount(2)
  expect(await visitor.content()).not.toContain('<script')
  // Its own style is let in: the list stands on a sheet of its own.
  await expect(visitor.locator('ol')).toHaveCSS('list-style-type', 'none')
  const fits = await visitor.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  expect(fits).toBe(true)

  await test.step('it is accessible, in light and in dark', async () => {
    const reader = await page.context().newPage()
    for (const colorScheme of ['light', 'dark'] as const) {
      await reader.emulateMedia({ colorScheme })
      await reader.goto(address)
      await reader.evaluate(axe.source)
      const found = await reader.evaluate(async () => (await axe.run()).violations.map(({ id }) => id))
      expect(found, colorScheme).toEqual([])
    }
    await reader.close()
  })

  await test.step('one piece gets a title, another is left off', async () => {
    await page.goto(linked)
    const panel = page.locator('#press-page')
    await panel.getByText('As it is').click()
    await panel.getByLabel('What the piece is called').fill('The carry-on, updated')
    await panel.getByRole('button', { name: 'Save' }).click()
    await expect(panel.getByText('Noted.')).toBeVisible()
    await page.goto(named)
    await page.locator('#press-page').getByText('As it is').click()
    await page.locator('#press-page').getByLabel('Not on the press page').check()
    await page.locator('#press-page').getByRole('button', { name: 'Save' }).click()
    await expect(page.locator('#press-page').getByText('Left off the press page.')).toBeVisible()
    await visitor.goto(`${address}?page=1`)
    await expect(visitor.getByRole('link', { name: 'The carry-on, updated' })).toBeVisible()
    await expect(visitor.getByRole('listitem')).toHaveCount(1)
  })

  await test.step('closed, it is gone at once', async () => {
    await page.goto(`${home}/press`)
    await page.getByRole('link', { name: 'Its settings' }).click()
    await page.getByRole('button', { name: 'Close it' }).click()
    await expect(page.getByRole('heading', { name: 'It is closed' })).toBeVisible()
    const gone = await page.request.get(address)
    expect([gone.status(), gone.headers()['cache-control']]).toEqual([404, 'no-store'])
    expect(await gone.text()).toContain('There is no press page here')
  })
  await anybody.close()
})
