import { expect, test } from '@playwright/test'
import { signUp } from './steps.ts'

test('Somebody chooses what they are told by mail, with scripts off', async ({ browser, page }) => {
  const home = await signUp(page)
  const state = await page.context().storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: state, locale: 'en-GB' })
  const quiet = await context.newPage()
  await quiet.goto('/account')
  await quiet.getByRole('link', { name: 'Notifications of Fernway' }).click()
  await expect(quiet.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible()
  await expect(quiet.getByText('This installation sends no mail')).toBeVisible()
  // As it comes: replies at once, everything else in the morning.
  await expect(quiet.getByLabel('A reply came')).toHaveValue('now')
  await expect(quiet.getByLabel('An outcome changed')).toHaveValue('digest')

  await quiet.getByLabel('An outcome changed').selectOption('When it happens')
  await quiet.getByLabel('A mailbox failed').selectOption('Never by mail')
  await quiet.getByLabel(/^From/).selectOption('21:00')
  await quiet.getByRole('button', { name: 'Save' }).click()
  await expect(quiet.getByText('Please choose until when.').first()).toBeVisible()
  await expect(quiet.getByLabel('An outcome changed')).toHaveValue('now')
  await quiet.getByLabel(/^Until/).selectOption('07:00')
  await quiet.getByRole('button', { name: 'Save' }).click()
  await expect(quiet.getByText('Saved.')).toBeVisible()

  await page.goto(`${home}/settings/notifications`)
  await expect(page.getByLabel('An outcome changed')).toHaveValue('now')
  await expect(page.getByLabel('A mailbox failed')).toHaveValue('never')
  await expect(page.getByLabel(/^From/)).toHaveValue('21')
  await expect(page.getByLabel(/^Until/)).toHaveValue('7')
  await context.close()
})

test('Dates are written as somebody wants them, or as their browser asks', async ({ browser, page }) => {
  const home = await signUp(page, 'Dates')
  const today = (locale: string) =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).format(new Date())
  await page.goto('/account')
  await page.getByLabel('Time zone').selectOption('UTC')
  await page.locator('#profile').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.goto(home)
  await expect(page.getByText(today('en-GB')).first()).toBeVisible()

  const state = await page.context().storageState()
  const context = await browser.newContext({ storageState: state, locale: 'fr-FR' })
  const french = await context.newPage()
  await french.goto(home)
  await expect(french.getByText(today('fr')).first()).toBeVisible()

  await french.goto('/account')
  await french.getByLabel('Dates and numbers as in').selectOption('de')
  await french.locator('#profile').getByRole('button', { name: 'Save' }).click()
  await expect(french.getByText('Saved.')).toBeVisible()
  await french.goto(home)
  await expect(french.getByText(today('de')).first()).toBeVisible()
  // What was chosen counts, whatever the browser asks for.
  await page.goto(home)
  await expect(page.getByText(today('de')).first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // The exact time, on hover.
  await page.goto(`${home}/settings/members`)
  const joined = page.locator('time[title]').first()
  await expect(joined).toHaveAttribute(
    'title',
    new RegExp(new Intl.DateTimeFormat('de', { month: 'long' }).format(new Date())),
  )
  await context.close()
})
