import { addProspect, addSite, signInAsDemo, signUp } from './steps.ts'
import { expect, type Page, test } from './watched-test.ts'

/** @returns the prospect's address, with the feed found and its posts on the list */
async function follow(page: Page, home: string): Promise<string> {
  const prospect = await addProspect(page, home, 'http://diary.test', 'Rain Diary')
  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  await expect(page.locator('#feeds').getByRole('link', { name: 'A wet weekend' })).toBeVisible({
    timeout: 30_000,
  })
  return prospect
}

test('Following a prospect brings their posts, and a paragraph becomes a note with its quote', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const home = await signUp(page)
  await follow(page, home)
  await page.goto(home)
  await expect(page.getByText('2 new posts by people you follow.')).toBeVisible()
  await page.getByRole('link', { name: '2 new posts' }).click()
  await page.getByRole('link', { name: 'A wet weekend' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'A wet weekend' })).toBeVisible()
  // Who opens a post has read it.
  await expect(page.getByRole('button', { name: 'Keep as not read' })).toBeVisible()
  await page.getByRole('button', { name: /^Note this paragraph: A roll top/ }).click()
  await page.waitForURL(/\/reading\/[0-9a-f-]{36}/)
  await expect(page.getByLabel('A quote, word for word')).toHaveValue(
    'A roll top is only as good as the person rolling it: three turns, and the air pressed out first.',
  )
  await expect(page.getByText('Found on the page, word for word.')).toBeVisible({ timeout: 30_000 })
  await page.goto(`${home}/reading-list`)
  await expect(page.getByRole('link', { name: 'Makers I am asked about' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'A wet weekend' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page.getByText('Nothing new')).toBeVisible()
  await page.getByRole('link', { name: 'All', exact: true }).click()
  await expect(page.getByRole('link', { name: 'A wet weekend' })).toBeVisible()
})

test('A post that names us asks whether it is about us, and a no is remembered', async ({ page }) => {
  test.setTimeout(120_000)
  const home = await signUp(page)
  await addSite(page, home)
  await follow(page, home)
  await page.goto(`${home}/review`)
  await expect(page.getByRole('heading', { name: 'Found in their feed: is this about us?' })).toBeVisible()
  await expect(page.getByText('Readers ask about Trailhead again and again.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Not about us' }).click()
  await expect(page.getByText('Nothing waits for you')).toBeVisible()
  await page.goto(`${home}/trash`)
  await expect(page.getByText('http://diary.test/makers')).toBeVisible()
})

test('Where there is no feed it says so, and takes an address by hand', { tag: '@at-one-width' }, async ({
  page,
}) => {
  test.setTimeout(120_000)
  const home = await signUp(page)
  await addProspect(page, home, 'http://quiet.test', 'Quiet')
  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  await expect(page.getByText('No feed was found on their site.')).toBeVisible({ timeout: 60_000 })
  await page.getByText('Paste a feed’s address').click()
  await page.getByLabel('Address of the feed').fill('not an address')
  await page.getByRole('button', { name: 'Follow this feed' }).click()
  await expect(page.getByText('That does not look like a web address.').first()).toBeVisible()
  await expect(page.getByLabel('Address of the feed')).toHaveValue('not an address')
  await page.getByLabel('Address of the feed').fill('http://diary.test/feed.xml')
  await page.getByRole('button', { name: 'Follow this feed' }).click()
  await expect(page.locator('#feeds').getByRole('link', { name: 'A wet weekend' })).toBeVisible({
    timeout: 30_000,
  })
})

test('The list can be walked by the keyboard', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no keyboard')
  test.setTimeout(120_000)
  const home = await signUp(page)
  await follow(page, home)
  await page.goto(`${home}/reading-list`)
  const first = page.getByRole('link', { name: 'A wet weekend' })
  // A key pressed before the scripts have loaded is nobody's.
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(first).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('m')
  await expect(first).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Makers I am asked about' })).toBeFocused()
  await page.keyboard.press('o')
  await expect(page.getByRole('heading', { level: 1, name: 'Makers I am asked about' })).toBeVisible()
})

test('The demo’s list can be read and marked with scripts off', async ({ browser, isMobile }) => {
  test.skip(isMobile, 'two windows would take turns with one mark')
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const home = await signInAsDemo(page, /shop/i)
  await page.goto(`${home}/reading-list?show=all`)
  await page.getByRole('link', { name: 'Where to find soup on a platform' }).click()
  await expect(page.getByText('Bring your own cup.')).toBeVisible()
  const keep = page.getByRole('button', { name: 'Keep as not read' })
  const mark = page.getByRole('button', { name: 'Mark as read' })
  if (await keep.isVisible()) await keep.click()
  await mark.click()
  await expect(keep).toBeVisible()
  await context.close()
})
