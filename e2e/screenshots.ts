import { test } from '@playwright/test'
import { signInAsDemo } from './steps.ts'

const FOLDER = 'docs/screenshots'

test('The pictures of the README', async ({ page }) => {
  const home = await signInAsDemo(page, /shop owner/i)
  await page.screenshot({ path: `${FOLDER}/today.png` })

  await page.goto(`${home}/reading`)
  await page.getByRole('link', { name: /A month with 6 kilograms/ }).click()
  await page.getByText('Found on the page').waitFor()
  await page.screenshot({ path: `${FOLDER}/reading.png` })

  await page.goto(`${home}/pitches?state=draft`)
  await page
    .getByRole('link', { name: /before nylon|Dan Okafor/ })
    .first()
    .click()
  await page.getByLabel('Letter').waitFor()
  await page.screenshot({ path: `${FOLDER}/pitch.png`, fullPage: true })

  await page.goto(`${home}/mentions`)
  await page.getByRole('link', { name: 'packlightdiary.example' }).click()
  await page.getByText('In your hands today').waitFor()
  await page.screenshot({ path: `${FOLDER}/verdict.png`, fullPage: true })

  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(home)
  await page.screenshot({ path: `${FOLDER}/today-on-a-phone.png` })
})
