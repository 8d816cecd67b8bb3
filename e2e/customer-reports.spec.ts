import axe from 'axe-core'
import { addSite, recordMention, signUp } from './steps.ts'
import { expect, test } from './watched-test.ts'

const SECRET = 'forty-eight steps'

test('A report is written, reviewed, shared with a password, read without scripts, and closed', {
  tag: '@at-one-width',
}, async ({ page, browser }) => {
  test.setTimeout(180_000)
  const home = await signUp(page)
  await addSite(page, home)
  await recordMention(page, home, 'http://packlight.test/carry-on-update')
  await expect(page.getByText('Linked', { exact: true }).first()).toBeVisible({ timeout: 20_000 })

  await test.step('the writer chooses the days and writes a few words', async () => {
    await page.goto(`${home}/customer-reports`)
    await page.getByRole('link', { name: 'Write a report' }).first().click()
    await page.getByLabel('Title').fill('The first days')
    await page.getByLabel('From', { exact: true }).fill('2031-01-01')
    await page.getByLabel('To', { exact: true }).fill('2020-01-01')
    await page.getByLabel('Your words').fill('Thank you for the patience.')
    await page.getByRole('button', { name: 'See how it looks' }).click()
    await expect(page.getByText('It ends before it begins.').first()).toBeVisible()
    await expect(page.getByLabel('Your words')).toHaveValue('Thank you for the patience.')
    await expect(page.getByRole('checkbox', { name: 'Clips' })).toBeChecked()
    await page.getByLabel('From', { exact: true }).fill('2020-01-01')
    await page.getByLabel('To', { exact: true }).fill('2090-01-01')
    await page.getByRole('button', { name: 'See how it looks' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'The first days' })).toBeVisible()
    const preview = page.frameLocator('iframe')
    await expect(preview.getByText('Thank you for the patience.')).toBeVisible()
    await expect(preview.getByRole('heading', { name: 'Clips' })).toBeVisible()
  })

  await test.step('it is reviewed and approved', async () => {
    await page.getByRole('button', { name: 'Give it to review' }).click()
    await expect(page.getByRole('heading', { name: 'It waits to be read' })).toBeVisible()
    await expect(page.getByText('It is the first report of this site').first()).toBeVisible()
    await page.getByLabel('What should be different').fill('Say hello.')
    await page.getByRole('button', { name: 'Give it back' }).click()
    await expect(page.getByText('Say hello.').first()).toBeVisible()
    await page.getByRole('link', { name: 'Change it' }).click()
    await page.getByLabel('Your words').fill('Hello, and thank you for the patience.')
    await page.getByRole('button', { name: 'See how it looks' }).click()
    await page.getByRole('button', { name: 'Give it to review' }).click()
    await page.getByRole('button', { name: 'Approve it as it stands' }).click()
    await expect(page.getByRole('heading', { name: 'Share it' })).toBeVisible()
  })

  const address = await test.step('a link with a password is made', async () => {
    await page.getByLabel('Password').fill('short')
    await page.getByRole('button', { name: 'Make a link' }).click()
    await expect(page.getByText('At least 8 characters, please, or none at all.').first()).toBeVisible()
    await page.getByLabel('Password').fill(SECRET)
    await page.getByRole('button', { name: 'Make a link' }).click()
    const shown = page.locator('input[readonly]').first()
    await expect(shown).toHaveValue(/\/share\/[\w-]{43}$/)
    return new URL(await shown.inputValue()).pathname
  })

  const anybody = await browser.newContext({ javaScriptEnabled: false })
  const customer = await anybody.newPage()
  await test.step('the customer reads it without an account and without scripts', async () => {
    const asked = await customer.goto(address)
    expect(asked?.headers()['content-security-policy']).toContain("default-src 'none'")
    expect(asked?.headers()['x-robots-tag']).toContain('noindex')
    await customer.getByLabel('Password').fill('something else')
    await customer.getByRole('button', { name: 'Open the report' }).click()
    await expect(customer.getByRole('alert')).toContainText('That is not the password.')
    await customer.getByLabel('Password').fill(SECRET)
    await customer.getByRole('button', { name: 'Open the report' }).click()
    await expect(customer.getByRole('heading', { level: 1, name: 'The first days' })).toBeVisible()
    await expect(customer.getByText('Hello, and thank you for the patience.')).toBeVisible()
    await expect(customer.getByText('The words around it:').first()).toBeVisible()
    expect(await customer.content()).not.toContain('<script')
    await expect(customer.locator('ol')).toHaveCSS('list-style-type', 'none')
    const fits = await customer.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
    expect(fits).toBe(true)
    const csv = await anybody.request.get(`${address}/report.csv`)
    expect(await csv.text()).toContain('packlight.test/carry-on-update')
    const json = await anybody.request.get(`${address}/report.json`)
    expect(await json.json()).toMatchObject({ title: 'The first days', clips: [{ outcome: 'linked' }] })
    await expect(customer.getByText('What the signature does not prove:')).toBeVisible()
    const [evidence] = await Promise.all([
      customer.waitForEvent('download'),
      customer.getByRole('link', { name: 'Signed evidence' }).click(),
    ])
    expect(evidence.suggestedFilename()).toMatch(/^evidence-.*\.zip$/)
  })

  await test.step('it opens no other door', async () => {
    for (const place of ['', '/customer-reports', '/mentions', '/mentions/export.csv', '/sites']) {
      const answer = await anybody.request.get(home + place)
      expect(await answer.text(), place).not.toContain('packlight.test/carry-on-update')
    }
  })

  await test.step('it is accessible, in light and in dark', async () => {
    const reader = await page.context().newPage()
    const place = new URL(page.url()).pathname
    for (const colorScheme of ['light', 'dark'] as const) {
      await reader.emulateMedia({ colorScheme })
      for (const shown of [address, `${place}/preview`]) {
        await reader.goto(shown)
        await reader.evaluate(axe.source)
        const found = await reader.evaluate(async () => (await axe.run()).violations.map(({ id }) => id))
        expect(found, `${shown} ${colorScheme}`).toEqual([])
      }
    }
    await reader.close()
  })

  await test.step('closed, it is the same 404 as one that never was', async () => {
    await page.reload()
    await page.getByRole('button', { name: 'Close this link' }).click()
    await expect(page.getByText(/^Closed/).first()).toBeVisible()
    const gone = await anybody.request.get(address)
    const never = await anybody.request.get(`/share/${'x'.repeat(43)}`)
    expect([gone.status(), never.status()]).toEqual([404, 404])
    expect(await gone.text()).toBe(await never.text())
    expect(await gone.text()).toContain('There is no report here')
  })
  await anybody.close()
})
