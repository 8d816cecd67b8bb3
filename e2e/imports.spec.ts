import { signUp } from './steps.ts'
import { expect, test } from './watched-test.ts'

const SHEET = [
  'Name,Website,Email,Tags',
  'Ana Ruiz,https://teanotes.test,ana@teanotes.test,fair',
  'Ben Ode,https://walksandwords.test,ben@walksandwords.test,',
  'Nobody,ftp://nowhere.test,,',
].join('\n')

test('somebody brings in a sheet, sees what it would do, applies it, and takes it back', async ({ page }) => {
  const home = await signUp(page)
  await page.goto(`${home}/imports`)
  await page.getByLabel('File', { exact: true }).setInputFiles(aFile('fair.csv', SHEET))
  await page.getByRole('button', { name: 'Read this file' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'fair.csv' })).toBeVisible()
  await expect(page.getByText('This is what it would do')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('2 rows bring something new')).toBeVisible()
  await page.getByRole('link', { name: /Refused/ }).click()
  await expect(page.getByText(/ftp:/).filter({ visible: true }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('Brought 2 outlets and 2 people.')).toBeVisible({ timeout: 30_000 })
  await page.goto(`${home}/prospects`)
  await expect(page.getByRole('link', { name: 'teanotes.test' }).first()).toBeVisible()
  await page.goto(`${home}/imports`)
  await page.getByRole('link', { name: 'fair.csv' }).click()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('4 things are gone again.')).toBeVisible({ timeout: 30_000 })
  await page.goto(`${home}/prospects`)
  await expect(page.getByText('No prospects yet')).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a file Rapport does not know is explained column by column, and applied', {
    tag: '@at-one-width',
  }, async ({ page }) => {
    const home = await signUp(page)
    await page.goto(`${home}/imports`)
    await page.getByRole('button', { name: 'Read this file' }).click()
    await expect(page.getByText('Please choose a file first.')).toBeVisible()
    const file = aFile('list.csv', 'Alpha;Beta\nteanotes.test;Ana Ruiz\nwalksandwords.test;Ben Ode\n')
    await page.getByLabel('File', { exact: true }).setInputFiles(file)
    await page.getByRole('button', { name: 'Read this file' }).click()
    await loadedUntil(page, 'What are these columns?')
    await page.getByLabel(/^Alpha/).selectOption('Outlet: web address')
    await page.getByLabel(/^Beta/).selectOption('Person: name')
    await page.getByRole('button', { name: 'Read it like this' }).click()
    await loadedUntil(page, 'This is what it would do')
    await page.getByRole('button', { name: 'Apply' }).click()
    await loadedUntil(page, 'Brought 2 outlets and 2 people.')
  })
})

function aFile(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}

async function loadedUntil(page: import('@playwright/test').Page, words: string) {
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(words)).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
}
