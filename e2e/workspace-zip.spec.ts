import { readFile } from 'node:fs/promises'
import { signInAsDemo } from './steps.ts'
import { expect, test } from './watched-test.ts'

test('An owner takes the whole shop along and brings it into a new workspace, with scripts off', {
  tag: '@at-one-width',
}, async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true })
  const page = await context.newPage()
  const home = await signInAsDemo(page, /shop/i)
  const listed = async (where: string) => {
    await page.goto(`${where}/prospects`)
    return page.getByRole('main').getByRole('table').getByRole('link').allTextContents()
  }
  const before = await listed(home)
  expect(before.length).toBeGreaterThan(3)

  await page.goto(`${home}/settings`)
  await page.getByRole('link', { name: 'Take it all with you' }).click()
  await page.getByLabel('With the pages as they came').check()
  await page.getByRole('button', { name: 'Write the file' }).click()
  const file = page.getByRole('link', { name: /\.zip$/ }).first()
  await expect(async () => {
    await page.goto(`${home}/settings/export`)
    await expect(file).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()])
  expect(download.suggestedFilename()).toMatch(/^[a-z0-9-]+-\d{4}-\d\d-\d\d\.zip$/)
  const zip = await readFile(await download.path())
  expect(zip.subarray(0, 2).toString()).toBe('PK')

  await page.goto('/workspaces')
  await page.getByLabel('Name for now').fill('The shop, moved')
  await page.getByRole('button', { name: 'Make it and choose the file' }).click()
  await page.waitForURL(/\/settings\/import$/)
  const there = new URL(page.url()).pathname.split('/').slice(0, 3).join('/')
  const upload = async (name: string, buffer: Buffer) => {
    await page.getByLabel('File').setInputFiles({ name, mimeType: 'application/zip', buffer })
    await page.getByRole('button', { name: 'Bring it in' }).click()
  }
  await upload('not-a.zip', Buffer.from('Website\na.example\n'))
  await expect(async () => {
    await page.goto(`${there}/settings/import`)
    await expect(page.getByText('nothing was written')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await upload('shop.zip', zip)
  await expect(async () => {
    await page.goto(`${there}/settings/import`)
    await expect(page.getByText('It is all here')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })

  expect(await listed(there)).toEqual(before)
  await context.close()
})
