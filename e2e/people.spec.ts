import { randomUUID } from 'node:crypto'
import { PASSWORD, signInAsDemo, signUp } from './steps.ts'
import { expect, test } from './watched-test.ts'

test('A demo viewer sees the mentions of their Site and nothing else', async ({ page }) => {
  const home = await signInAsDemo(page, /as a viewer/i)
  await expect(page).toHaveURL(/\/mentions/)
  await expect(page.getByText('cremaandco.example').first()).toBeVisible()
  await expect(page.getByText('thirdfloorfamily.example')).toHaveCount(0)
  await page.goto(`${home}/customer-reports`)
  await expect(page.getByRole('link', { name: 'What came of the wind story' })).toBeVisible()
  await expect(page.getByText('Lumen Bikes: the first weeks')).toHaveCount(0)
  await page.getByRole('link', { name: 'What came of the wind story' }).click()
  await expect(page.frameLocator('iframe').getByText('Dear Astrid')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make a link' })).toHaveCount(0)
  for (const place of ['prospects', 'pitches', 'reading', 'campaigns', 'trash', 'customer-reports/new']) {
    expect((await page.goto(`${home}/${place}`))?.status(), place).toBe(404)
  }
})

test('Somebody is invited, joins once, and the link is spent', async ({ page, browser }) => {
  const home = await signUp(page)
  const email = `sam-${randomUUID()}@fernway.test`
  await page.goto(`${home}/settings/members`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: /invit/i }).last().click()
  const shown = page.locator('input[readonly]').first()
  await expect(shown).toHaveValue(/\/invite\//)
  const link = await shown.inputValue()

  const context = await browser.newContext()
  const guest = await context.newPage()
  await guest.goto(link)
  await guest.getByLabel('Your name').fill('Sam Reed')
  await guest.getByLabel('Password').fill(PASSWORD)
  await guest
    .getByRole('button')
    .filter({ hasText: /account|join|accept/i })
    .first()
    .click()
  await guest.waitForURL(new RegExp(home))
  await guest.goto('/sign-in')
  const again = await guest.goto(link)
  expect(again?.status()).toBe(404)
  await context.close()
})

test('A wrong password says the same as an unknown address', { tag: '@at-one-width' }, async ({ page }) => {
  const words: string[] = []
  await signUp(page)
  await page.goto('/account')
  const email = await page
    .getByLabel(/E-mail|address/i)
    .first()
    .inputValue()
    .catch(() => '')
  await page.context().clearCookies()
  for (const address of [email || 'mara@fernway.example', `nobody-${randomUUID()}@fernway.test`]) {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail address').fill(address)
    await page.getByLabel('Password').fill('certainly not this one')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    words.push(await page.getByRole('alert').or(page.locator('[role=status]')).first().innerText())
  }
  expect(words[0]).toBe(words[1])
})
