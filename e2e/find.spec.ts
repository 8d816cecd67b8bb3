import { addProspect, signUp } from './steps.ts'
import { expect, test } from './watched-test.ts'

test('A person finds, tags, keeps a view and takes several prospects away', async ({ page }) => {
  const home = await signUp(page)
  await addProspect(page, home, 'packlight.test', 'Packlight')
  await addProspect(page, home, 'slowtrails.test', 'Slow Trails')
  await page.goto(`${home}/prospects`)
  await page.getByLabel('Name, address, person or any word').fill('living out of')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('2 shown')).toBeVisible()

  // The rows change their order, and are other rows then; the tick stays with its own.
  await page.getByRole('checkbox', { name: 'Tick Slow Trails' }).check()
  await page.getByRole('link', { name: 'Outlet' }).click()
  await page.waitForURL(/sort=name/)
  await expect(page.getByRole('columnheader', { name: 'Outlet' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(page.getByRole('checkbox', { name: 'Tick Slow Trails' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Tick Packlight' })).not.toBeChecked()

  for (const isFirst of [true, false]) {
    await page.getByRole('checkbox', { name: 'Tick Slow Trails' }).check()
    await page.getByText('Do something with many').click()
    await page.getByLabel('Tag (optional)').fill('Walking')
    await page.getByRole('button', { name: 'Do it' }).click()
    await expect(page.getByText('“Walking” added to 1 prospect.')).toBeVisible()
    if (!isFirst) break
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('1 prospect is as before.')).toBeVisible()
  }

  await page.goto(`${home}/prospects?tag=walking`)
  await expect(page.getByRole('link', { name: /Tag: walking/ })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Slow Trails' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Packlight' })).toHaveCount(0)
  await page.getByText('Save this view').click()
  await page.getByLabel('Name', { exact: true }).fill('Walkers')
  await page.getByRole('button', { name: 'Save view' }).click()
  await expect(page.getByRole('link', { name: 'Walkers' })).toHaveAttribute('aria-current', 'page')

  await page.getByRole('checkbox', { name: 'Tick Slow Trails' }).check()
  await page.getByText('Do something with many').click()
  await page.getByLabel('What to do').selectOption('trash')
  await page.getByRole('button', { name: 'Do it' }).click()
  await expect(page.getByText('Moved to the trash: 1 prospect')).toBeVisible()
  // Leaving at once would leave before it was heard.
  const undone = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Undo' }).click()
  await undone
  await page.goto(`${home}/prospects?tag=walking`)
  await expect(page.getByRole('link', { name: 'Slow Trails' })).toBeVisible()
})
