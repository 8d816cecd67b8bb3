import { addCampaign, addProspect, addSite, signInAsDemo, signUp } from './steps.ts'
import { expect, test } from './watched-test.ts'

const HTML = '<img src=x onerror="document.title=\'owned\'"><b>bold</b>'
const RTL = 'مدونة السفر \u202Eabc'
const EMOJI = '🧳👩‍👩‍👧 Łódź 東京'
const LONG = 'long word '.repeat(1_000)

test('What is hostile is stored and shown as text, or refused beside its field', {
  tag: '@at-one-width',
}, async ({ page }) => {
  test.slow()
  const home = await signUp(page, EMOJI)
  await expect(page.getByText(EMOJI).first()).toBeAttached()
  await addSite(page, home)
  await addCampaign(page, home)

  await test.step('HTML and other scripts in names', async () => {
    await addProspect(page, home, 'one.test', HTML)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(HTML)
    await addProspect(page, home, 'two.test', 'مدونة السفر')
    await addProspect(page, home, 'three.test', EMOJI)
    await page.goto(`${home}/prospects`)
    await expect(page.getByRole('link', { name: HTML })).toBeVisible()
    await expect(page).not.toHaveTitle(/owned/)
  })

  const refusals: { field: RegExp; value: string; says: RegExp }[] = [
    { field: /^Address of their site/, value: 'javascript:alert(1)', says: /address|scheme|web/i },
    { field: /^Address of their site/, value: '', says: /./ },
    { field: /^Address of their site/, value: LONG, says: /2,000|address/i },
    { field: /^Name/, value: LONG, says: /under 200 characters/ },
    { field: /^Why their readers/, value: LONG, says: /under 4,000 characters/ },
  ]
  for (const { field, value, says } of refusals) {
    await test.step(`${field} with ${value.slice(0, 20) || 'nothing'}`, async () => {
      await page.goto(`${home}/prospects/new`)
      // What the browser itself would hold back is sent all the same.
      await page
        .locator('form')
        .last()
        .evaluate((form: HTMLFormElement) => form.setAttribute('novalidate', ''))
      await page.getByLabel('Address of their site').fill('four.test')
      await page.getByLabel('Name', { exact: true }).fill(RTL)
      await page.getByRole('radio', { name: /podcast/i }).check()
      await page.getByLabel('Why their readers would care').fill('Because.')
      await page
        .getByLabel(field)
        .first()
        .evaluate((input) => input.removeAttribute('maxlength'))
      await page.getByLabel(field).first().fill(value)
      await page.getByRole('button', { name: 'Add prospect' }).click()
      await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible()
      await expect(page.getByText(says).first()).toBeVisible()
      const kept = await page.getByLabel(field).first().inputValue()
      expect(kept.trim()).toBe(value.trim())
      await expect(page.getByRole('radio', { name: /podcast/i })).toBeChecked()
    })
  }
})

test('Ids of another workspace are not there', { tag: '@at-one-width' }, async ({ page, browser }) => {
  const home = await signUp(page)
  const other = await browser.newContext()
  const stranger = await other.newPage()
  const demo = await signInAsDemo(stranger, /shop/i)
  await stranger.goto(`${demo}/prospects?q=packlight`)
  const theirs = await stranger.locator('main table a[href*="/prospects/"]').first().getAttribute('href')
  await other.close()
  const id = theirs?.split('/').at(-1)
  expect((await page.goto(theirs ?? ''))?.status()).toBe(404)
  expect((await page.goto(`${home}/prospects/${id}`))?.status()).toBe(404)
  expect((await page.goto(`${home}/reading/new?prospect=${id}`))?.status() ?? 0).toBeLessThan(500)
  await expect(page.getByText('Packlight Diary')).toHaveCount(0)
})

test('What is typed while a form is on its way outlasts its refusal', { tag: '@at-one-width' }, async ({
  page,
}) => {
  const home = await signUp(page)
  await addSite(page, home)
  await page.goto(`${home}/prospects/new`)
  const reason = page.getByLabel('Why their readers would care')
  await page.getByLabel('Name', { exact: true }).fill('Pack Light')
  await reason.fill('They mend')
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/prospects/new', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await page.getByRole('button', { name: 'Add prospect' }).click()
  await sent
  await reason.fill('They mend what they carry.')
  letGo()
  await expect(page.getByLabel('Address of their site')).toHaveAttribute('aria-invalid', 'true')
  await expect(reason).toHaveValue('They mend what they carry.')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Pack Light')
})
