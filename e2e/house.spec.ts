import { addSite, PASSWORD, signInAsDemo, signUp } from './steps.ts'
import { expect, test } from './watched-test.ts'

test('A place in the settings is found by one’s own word for it, with scripts off', {
  tag: '@at-one-width',
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const home = await signInAsDemo(page, /shop/i)
  await page.goto(`${home}/settings`)
  for (const [word, place] of [
    ['API key', 'Tokens'],
    ['logo', 'Logo on reports'],
    ['time zone', 'Your account'],
    ['GDPR', 'Privacy'],
    ['delete', 'Danger zone'],
  ] as const) {
    await page.getByRole('searchbox', { name: 'What are you looking for?' }).fill(word)
    await page.getByRole('button', { name: 'Find' }).click()
    await expect(page).toHaveURL(/\/settings\?q=/)
    await expect(page.getByRole('main').getByRole('link', { name: place, exact: true })).toBeVisible()
  }
  await page.goto(`${home}/settings?q=blockchain`)
  await expect(page.getByText('Nothing of that name')).toBeVisible()
  await context.close()
})

test('Each role finds what it may open, and nothing else', { tag: '@at-one-width' }, async ({ page }) => {
  const home = await signInAsDemo(page, /as a viewer/i)
  await page.goto(`${home}/settings`)
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: 'Your account' })).toBeVisible()
  for (const place of ['Danger zone', 'Members', 'Mailboxes', 'Audit log'])
    await expect(main.getByRole('link', { name: place, exact: true })).toHaveCount(0)
  expect((await page.request.get(`${home}/settings/danger`)).status()).toBe(404)
  expect((await page.request.get(`${home}/settings/limits`)).status()).toBe(404)
})

test('An owner makes a limit stricter, and is told why it cannot be looser', async ({ page }) => {
  const home = await signUp(page)
  await page.goto(`${home}/settings`)
  await page.getByRole('main').getByRole('link', { name: 'Limits', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Limits' })).toBeVisible()
  const cap = page.getByLabel('First letters a member sends in a day')
  await cap.fill('40')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('#limits-dailyCap-error')).toContainText(
    'From 0 to 15, please. Each letter is written by a person',
  )
  await cap.fill('4')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. It counts for the next letter.')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'First letters a member sends in a day' })
  await expect(row.getByText('4 letters')).toBeVisible()
  await expect(row.getByText('Mara Lindqvist')).toBeVisible()
})

test('Fewer days for pages are looked at before they are saved', async ({ page }) => {
  const home = await signInAsDemo(page, /shop/i)
  await page.goto(`${home}/settings/retention`)
  await page.getByRole('textbox', { name: 'Days to keep pages as they came' }).fill('1')
  await page.getByRole('button', { name: 'Show what this would do' }).click()
  await expect(page.getByText('Not saved yet. Nothing has gone.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Keep them 1 day' })).toBeVisible()
})

test('A workspace whose deletion was asked for stands still, and an owner takes it back', async ({
  page,
}) => {
  const home = await signUp(page, 'Fernway')
  await addSite(page, home)

  await test.step('its name and a password are asked for', async () => {
    await page.goto(`${home}/settings/danger`)
    await page.getByLabel(/the name of this workspace/).fill('Fern')
    await page.getByLabel('Your present password').fill(PASSWORD)
    await page.getByRole('button', { name: /^Delete this workspace/ }).click()
    await expect(page.getByText('That is not the name of this workspace.').first()).toBeVisible()
    await page.getByLabel(/the name of this workspace/).fill('fernway')
    await page.getByLabel('Your present password').fill('not the password')
    await page.getByRole('button', { name: /^Delete this workspace/ }).click()
    await expect(page.getByText('That is not your present password.').first()).toBeVisible()
    await page.getByLabel('Your present password').fill(PASSWORD)
    await page.getByRole('button', { name: /^Delete this workspace/ }).click()
    await expect(page.getByText(/This workspace is deleted on/).first()).toBeVisible()
  })

  await test.step('every page says so, and nothing is changed', async () => {
    await page.goto(`${home}/sites`)
    await expect(page.getByText(/This workspace is deleted on/)).toBeVisible()
    await page.goto(`${home}/settings/workspace`)
    await page.getByLabel('Name', { exact: true }).fill('Elsewhere')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('This workspace is going to be deleted, so nothing')).toBeVisible()
  })

  await test.step('one click, and everything is as it was', async () => {
    await page.goto(home)
    await page.getByRole('button', { name: 'Take it back' }).click()
    await expect(page.getByText('It is taken back. Everything is as it was.')).toBeVisible()
    await expect(page.getByText(/This workspace is deleted on/)).toHaveCount(0)
    await page.goto(`${home}/settings/audit`)
    const log = page.getByRole('table')
    await expect(log.getByText('asked for the deletion of the workspace')).toBeVisible()
    await expect(log.getByText('took the deletion of the workspace back')).toBeVisible()
    await expect(log.getByText(/^\d{1,2} \w{3,4} \d{4}, \d\d:\d\d$/).first()).toBeVisible()
  })
})
