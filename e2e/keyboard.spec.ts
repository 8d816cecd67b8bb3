import { signInAsDemo } from './steps.ts'
import { expect, test } from './watched-test.ts'

test.skip(({ isMobile }) => isMobile, 'a phone has no keyboard')

test('The keyboard reaches places, rows and the palette', async ({ page }) => {
  const home = await signInAsDemo(page, /shop/i)
  // A key pressed before the scripts have loaded is nobody's.
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('p')
    await page.waitForURL(`**${home}/prospects`, { timeout: 2000 })
  }).toPass()
  await expect(page.getByRole('heading', { level: 1, name: 'Prospects' })).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/prospects\/[0-9a-f-]{36}/)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('packlight')
  await expect(page.getByRole('option', { name: /Packlight Diary/ }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  // Until it is closed, what is typed is what is looked for.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('Signing in and adding a prospect need no mouse', async ({ page }) => {
  const home = await signInAsDemo(page, /shop/i)
  await page.goto(`${home}/prospects`)
  // A key pressed before the scripts have loaded is nobody's.
  await expect(async () => {
    await page.keyboard.press('c')
    await page.waitForURL(/\/prospects\/new/, { timeout: 1000 })
  }).toPass()
  await page.getByLabel('Address of their site').focus()
  await page.keyboard.type('keyboard-only.test')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Keyboard Only')
  await page.getByRole('radio', { name: /blogger/i }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Keyboard Only' })).toBeVisible()
})
