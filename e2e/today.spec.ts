import { addProspect, readPost, signUp } from './steps.ts'
import { expect, type Page, test } from './watched-test.ts'

/** A workspace with two prospects that were read and not written to. @returns its address */
async function twoToWriteTo(page: Page): Promise<string> {
  const home = await signUp(page)
  await readPost(page, home, await addProspect(page, home, 'packlight.test', 'Packlight'))
  await readPost(page, home, await addProspect(page, home, 'second.test', 'Second Thoughts'))
  await page.goto(home)
  await expect(page.getByRole('heading', { name: /Read, and not written to yet/ })).toBeVisible()
  return home
}

const row = (page: Page, name: string) => page.locator('main').getByRole('link', { name, exact: true })

test('Today is walked through, put off and taken up again by the keyboard alone', {
  tag: '@at-one-width',
}, async ({ page }) => {
  test.setTimeout(120_000)
  const home = await twoToWriteTo(page)
  const [first, second] = [row(page, 'Second Thoughts'), row(page, 'Packlight')]
  // A key pressed before the scripts have loaded is nobody's.
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(first).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('ArrowDown')
  await expect(second).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(first).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog').getByText('Done for today with the row one is on')).toBeVisible()
  await expect(page.getByRole('dialog').getByText('Put off the row one is on')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(first).toBeFocused()

  // Whoever opens a row and comes back goes on from it.
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/reading\/[0-9a-f-]{36}/)
  await page.goBack()
  await expect(first).toBeVisible()
  await page.keyboard.press('j')
  await expect(first).toBeFocused()

  await page.keyboard.press('d')
  await expect(page.getByText('Done for today: Second Thoughts.')).toBeVisible()
  await expect(first).toBeHidden()
  await expect(second).toBeFocused()
  await page.keyboard.press('u')
  await expect(first).toBeVisible()
  await expect(first).toBeFocused()

  await page.keyboard.press('s')
  await expect(page.getByRole('button', { name: /^Until tomorrow/ })).toBeFocused()
  // Keys rest while one chooses.
  await page.keyboard.press('d')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText(/^Put off until .*: Second Thoughts\.$/)).toBeVisible()
  await expect(first).toBeHidden()
  await expect(second).toBeFocused()

  // A letter behind g goes to a place, also on a row where it means something.
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.waitForURL(`**${home}/sites`)
  await page.goto(home)
  await page.getByRole('link', { name: 'What you put off' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Later' })).toBeVisible()
  await page.getByRole('button', { name: /^Take up again\s*: Second Thoughts/ }).click()
  await expect(page.getByText('Nothing is put off')).toBeVisible()
  await page.goto(home)
  await expect(first).toBeVisible()
})

test('Today is put off and taken up again with scripts off', { tag: '@at-one-width' }, async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const home = await signUp(page)
  const prospect = await addProspect(page, home, 'packlight.test', 'Packlight')
  await page.goto(`${home}/reading/new?prospect=${prospect.split('/').at(-1)}`)
  await page.getByLabel('Address of the post').fill('http://packlight.test/carry-on-backpacks')
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Each of these has crossed').first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await page.getByLabel('A quote, word for word').fill('you notice the walk, not the straps')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByText('Found on the page, word for word.')).toBeVisible()

  await page.goto(home)
  await page.getByRole('button', { name: /^Done for today\s*: Packlight/ }).click()
  await expect(page.getByText('Done for today: Packlight.')).toBeVisible()
  await expect(row(page, 'Packlight')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, 'Packlight')).toBeVisible()

  await page.getByRole('link', { name: /^Later\s*: Packlight/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Later' })).toBeVisible()
  await page.getByLabel('Until a day').fill('2020-01-01')
  await page.getByRole('button', { name: 'Put it off until then' }).click()
  await expect(page.getByText('Please choose a day after today.').first()).toBeVisible()
  await expect(page.getByLabel('Until a day')).toHaveValue('2020-01-01')
  await page.getByRole('button', { name: /^Until next week/ }).click()
  await expect(page.getByText(/^Put off until Monday/).first()).toBeVisible()
  await page.goto(home)
  await expect(row(page, 'Packlight')).toHaveCount(0)
  await page.getByRole('link', { name: 'What you put off' }).click()
  await page.getByRole('button', { name: /^Take up again\s*: Packlight/ }).click()
  await expect(page.getByText('Nothing is put off')).toBeVisible()
  await context.close()
})

test('A calendar is read by its private address until that is stopped', async ({ page, request }) => {
  const home = await signUp(page)
  await page.goto(home)
  await page.getByRole('link', { name: 'Calendar and morning mail' }).click()
  await expect(page.getByText('This installation sends no mail')).toBeVisible()
  await page.getByRole('button', { name: 'Make a private address' }).click()
  const shown = await page
    .getByText(/\/calendar\/[\w-]{43}\.ics/)
    .first()
    .textContent()
  const address = /\/calendar\/[\w-]{43}\.ics/.exec(shown ?? '')?.[0] ?? ''
  const calendar = await request.get(address)
  expect([calendar.status(), calendar.headers()['content-type']]).toEqual([
    200,
    'text/calendar; charset=utf-8',
  ])
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n.*END:VCALENDAR\r\n$/s)
  const again = await request.get(address, {
    headers: { 'if-none-match': calendar.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
  await page.reload()
  await expect(page.getByText(/A calendar last read it/)).toBeVisible()
  await expect(page.getByText(/\/calendar\//)).toHaveCount(0)
  await page.getByRole('button', { name: 'Stop the address' }).click()
  await expect(page.getByText('The address no longer works.')).toBeVisible()
  expect((await request.get(address)).status()).toBe(404)
})
