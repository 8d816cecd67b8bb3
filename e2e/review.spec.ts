import { signInAsDemo } from './steps.ts'
import { expect, test } from './watched-test.ts'

// The agency of the demo has three outcomes waiting: these tests decide on two of them.
test('A reviewer walks through the queue and overrules an outcome, by the keyboard alone', {
  tag: '@at-one-width',
}, async ({ page }) => {
  const home = await signInAsDemo(page, /reviewer/i)
  await page.goto(`${home}/review`)
  await expect(page.getByText(/^1 of \d that wait$/)).toBeVisible()
  // A key pressed before the scripts have loaded is nobody's.
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog').getByText('Confirm this outcome')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('j')
  await expect(page.getByText(/^2 of \d that wait$/)).toBeVisible()
  await page.keyboard.press('k')
  await expect(page.getByText(/^1 of \d that wait$/)).toBeVisible()
  const waiting = page.getByRole('link', { name: 'bikedealersatlas.example' })
  await expect(waiting).toBeVisible()

  await page.keyboard.press('o')
  const outcome = page.getByLabel('What it really comes to')
  await expect(outcome).toBeFocused()
  await outcome.selectOption({ label: 'It links to us' })
  await page.keyboard.press('Tab')
  await page.keyboard.type('The entry is there, with a link. The page turns programs away.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Overruled: bikedealersatlas.example.')).toBeVisible()
  await expect(waiting).toBeHidden()
})

test('A reviewer sees what changed, and confirms it, with scripts off', { tag: '@at-one-width' }, async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const home = await signInAsDemo(page, /reviewer/i)
  await page.goto(`${home}/review`)
  while (!(await page.getByRole('link', { name: 'cremaandco.example' }).isVisible())) {
    await page.getByRole('link', { name: 'Decide later, next' }).click()
  }
  const marks = page.getByRole('row').filter({ hasText: 'How it is marked (rel)' })
  await expect(marks).toContainText('Changed')
  await expect(marks).toContainText('not marked')
  await expect(marks).toContainText('nofollow')
  await page.getByRole('button', { name: 'Overrule', exact: true }).click()
  await expect(page.getByText('Please fill in why.').first()).toBeVisible()
  await page.getByRole('button', { name: /Confirm/ }).click()
  await expect(page.getByText('That was the last one')).toBeVisible()
  await page.goto(`${home}/mentions?q=cremaandco`)
  await page.getByRole('link', { name: 'cremaandco.example' }).click()
  await expect(page.getByRole('heading', { name: 'Decisions' })).toBeVisible()
  await expect(page.getByText(/nofollow added/i).first()).toBeVisible()
  await context.close()
})

test('What was said about us makes a list one can print', { tag: '@at-one-width' }, async ({ page }) => {
  const home = await signInAsDemo(page, /shop/i)
  await page.goto(`${home}/mentions`)
  await page.getByRole('link', { name: 'Press list' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Press list' })).toBeVisible()
  await expect(page.getByText(/with a link, \d+ without/)).toBeVisible()
  await expect(page.getByText('packlightdiary.example/seven-packs').first()).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeHidden()
})
