import { addContact, addProspect, addSite, signUp } from './steps.ts'
import { expect, type Page, test } from './watched-test.ts'

const NO_STRINGS =
  'It is yours to keep either way. If you write about it, please tell your readers that it was a gift.'

/** A shop with one person to give to, and two bags to give. @returns the workspace's and the prospect's address */
async function aShopWithBags(page: Page): Promise<{ home: string; prospect: string }> {
  const home = await signUp(page)
  await addSite(page, home)
  const prospect = await addProspect(page, home)
  await addContact(page, prospect)
  await page.goto(`${home}/samples/items`)
  const form = page.getByRole('form', { name: 'Add the item' })
  await form.getByLabel('What it is').fill('Ultralight carry-on')
  await form.getByLabel('What one costs you').fill('38,00')
  await form.getByLabel('How many are left').fill('2')
  await form.getByRole('button', { name: 'Add the item' }).click()
  await expect(page.getByText('Noted: Ultralight carry-on.')).toBeVisible()
  return { home, prospect }
}

/** Opens the form for an offer to the one person there is. */
async function beginOffer(page: Page, home: string, prospect: string) {
  await page.goto(`${home}/samples/new?prospect=${prospect.split('/').at(-1)}`)
  await expect(page.getByRole('heading', { level: 1, name: /Offer a sample to/ })).toBeVisible()
}

const wordsOf = (page: Page) => page.getByLabel('The words that go with it')
const badge = (page: Page, state: string) => page.locator('.badge').filter({ hasText: state }).first()

test('A sample that led to a sponsored link with disclosure', { tag: '@at-one-width' }, async ({ page }) => {
  test.slow()
  const { home, prospect } = await aShopWithBags(page)

  await test.step('words that ask for a link stay here, and what was typed stays too', async () => {
    await beginOffer(page, home, prospect)
    await expect(page.getByRole('heading', { name: 'How readers are told of a gift' })).toBeVisible()
    await wordsOf(page).fill('Hello Jo, the bag is on its way. Please link to our shop.')
    await expect(page.getByText(/ties the gift to something they should do/).first()).toBeVisible()
    await page.getByRole('button', { name: 'Note the offer' }).click()
    await expect(
      page.getByText('Leave it out. What they write, and whether they link, is theirs.').first(),
    ).toBeVisible()
    await expect(wordsOf(page)).toHaveValue('Hello Jo, the bag is on its way. Please link to our shop.')
  })

  await test.step('with no strings, and how to tell readers, they go', async () => {
    await wordsOf(page).fill('Hello Jo, here is the bag.')
    await page.getByRole('button', { name: 'Put that in' }).first().click()
    await expect(wordsOf(page)).toHaveValue(/yours to keep either way/)
    await page.getByRole('button', { name: 'Put that in' }).first().click()
    await expect(page.getByText('These words may go.')).toBeVisible()
    await page.getByRole('button', { name: 'Note the offer' }).click()
    await page.waitForURL(/\/samples\/[0-9a-f-]{36}$/)
    await expect(badge(page, 'Offered')).toBeVisible()
    await expect(page.getByText('Hello Jo, here is the bag.').first()).toBeVisible()
  })
  const sample = new URL(page.url()).pathname

  await test.step('what they accepted waits on Today until it is sent', async () => {
    await page.getByRole('button', { name: 'They would like it' }).click()
    await expect(badge(page, 'Accepted')).toBeVisible()
    await page.goto(home)
    await expect(page.getByRole('heading', { name: /Promised samples to send/ })).toBeVisible()
    await page.getByRole('link', { name: 'Say it is sent' }).click()
    const form = page.getByRole('form', { name: 'Say that it is sent' })
    await form.getByLabel('Carrier').fill('Royal Mail')
    await form.getByLabel('Tracking number').fill('RM 4471 2208 6 GB')
    await form.getByLabel(/What sending it costs/).fill('6.90')
    await form.getByRole('button', { name: 'It is sent' }).click()
    await expect(badge(page, 'Sent')).toBeVisible()
    await expect(page.getByText('RM 4471 2208 6 GB').first()).toBeVisible()
    await page.goto(`${home}/samples/items`)
    await expect(page.getByRole('row', { name: /Ultralight carry-on/ })).toContainText('1')
  })

  await test.step('it arrives, and a page comes of it', async () => {
    await page.goto(sample)
    await page.getByRole('button', { name: 'It arrived' }).click()
    await expect(badge(page, 'Arrived')).toBeVisible()
    await page.getByRole('link', { name: 'Record a page that came of it' }).click()
    await expect(page.getByRole('radio', { name: /^Sample/ })).toBeChecked()
    await page.getByLabel('Address of the page').fill('http://packlight.test/bag-to-keep')
    await page.getByRole('button', { name: 'Record and look' }).click()
    await page.waitForURL(/\/mentions\/[0-9a-f-]{36}/)
    await expect(page.getByText('Linked, marked').first()).toBeVisible({ timeout: 20_000 })
    await expect(page.getByRole('link', { name: 'Ultralight carry-on' }).first()).toBeVisible()
  })

  await test.step('what the page tells its readers and how its link is marked stand with the sample', async () => {
    await page.goto(sample)
    await expect(badge(page, 'A mention came')).toBeVisible()
    await expect(page.getByText('The link is marked as it should be for a gift.')).toBeVisible()
    await page.goto(prospect)
    await expect(page.getByText(/One gift: €38.00 in things, €6.90 in postage/)).toBeVisible()
    await expect(page.getByText(/never for a link/).first()).toBeVisible()
  })
})

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  test('A gift that nothing came of is a gift', { tag: '@at-one-width' }, async ({ page }) => {
    test.slow()
    const { home, prospect } = await aShopWithBags(page)
    await beginOffer(page, home, prospect)
    await wordsOf(page).fill('Here is a bag in return for a link.')
    await page.getByRole('button', { name: 'Note the offer' }).click()
    await expect(page.getByText(/ties the gift to something they should do/).first()).toBeVisible()
    await expect(wordsOf(page)).toHaveValue('Here is a bag in return for a link.')
    await wordsOf(page).fill(NO_STRINGS)
    await page.getByRole('button', { name: 'Note the offer' }).click()
    await expect(badge(page, 'Offered')).toBeVisible()
    await page.getByRole('button', { name: 'They would like it' }).click()
    await expect(badge(page, 'Accepted')).toBeVisible()
    await page.getByRole('button', { name: 'It is sent' }).click()
    await expect(badge(page, 'Sent')).toBeVisible()
    await page.getByRole('button', { name: 'It arrived' }).click()
    await expect(badge(page, 'Arrived')).toBeVisible()
    await page.getByRole('button', { name: 'Nothing came of it' }).click()
    await expect(badge(page, 'Nothing came')).toBeVisible()
    await expect(page.getByText('A gift is a gift.', { exact: false }).first()).toBeVisible()
    await page.goto(`${home}/samples?state=nothing-came`)
    await expect(page.getByRole('link', { name: 'Ultralight carry-on' })).toBeVisible()
  })
})
