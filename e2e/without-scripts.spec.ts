import {
  addCampaign,
  addContact,
  addProspect,
  addSite,
  LETTER,
  noteGuidelines,
  recordMention,
  signUp,
} from './steps.ts'
import { expect, test } from './watched-test.ts'

test.use({ javaScriptEnabled: false })

test('The whole journey works with scripts off', { tag: '@at-one-width' }, async ({ page }) => {
  test.setTimeout(120_000)
  const home = await signUp(page)
  await addSite(page, home)
  await addCampaign(page, home)
  const prospect = await addProspect(page, home)
  await noteGuidelines(page)
  await addContact(page, prospect)

  await page.goto(`${home}/reading/new?prospect=${prospect.split('/').at(-1)}`)
  await page.getByLabel('Address of the post').fill('http://packlight.test/carry-on-backpacks')
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Each of these has crossed').first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  const note = page.url()
  await page.getByLabel('A quote, word for word').fill('you notice the walk, not the straps')
  await page.getByLabel('What struck you').fill('She weighs everything.')
  await page.getByLabel('What it lacks').fill('no plastic-free pack')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByText('Found on the page, word for word.')).toBeVisible()

  await page.goto(note)
  await page.getByRole('link', { name: 'Write to them' }).first().click()
  await page.getByRole('button', { name: 'Start writing' }).click()
  await page.getByLabel('Subject').fill('A carry-on without any plastic in it')
  await page.getByLabel('Letter').fill(LETTER)
  await page.getByRole('button', { name: 'Mark as ready' }).click()
  await page.getByRole('button', { name: 'I sent it' }).click()
  await expect(page.getByText('They answered')).toBeVisible()
  await page.getByText('They answered').click()
  await page.getByLabel('What they wrote').fill('Yes please.')
  await page.getByRole('button', { name: 'Log their answer' }).click()
  await expect(page.getByText('Yes please.').first()).toBeVisible()

  await recordMention(page, home, 'http://packlight.test/carry-on-update')
  await expect(async () => {
    await page.reload()
    await expect(
      page.locator('mark').filter({ hasText: 'ultralight carry-on by Trailhead' }).first(),
    ).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
})

test('A form that is refused keeps what was typed, with scripts off', { tag: '@at-one-width' }, async ({
  page,
}) => {
  const home = await signUp(page)
  await page.goto(`${home}/sites/new`)
  await page.getByLabel('Name', { exact: true }).fill('Trailhead')
  await page.getByLabel('Whose it is').fill('Somebody')
  await page.getByLabel('Domains').fill('co.uk')
  await page.getByRole('button', { name: 'Add site' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Trailhead')
  await expect(page.getByLabel('Domains')).toHaveValue('co.uk')
  await expect(page.getByText(/where many sites live/).first()).toBeVisible()
})
