import { addProspect, addSite, recordMention, signUp } from './steps.ts'
import { expect, type Page, test } from './watched-test.ts'

/** @returns the address of the piece of work */
async function planEpisode(page: Page, home: string, prospect: string): Promise<string> {
  const recorded = new Date(Date.now() - 3 * 24 * 3_600_000).toISOString().slice(0, 10)
  await page.goto(`${home}/contributions/new?prospect=${prospect.split('/').at(-1)}`)
  await page.getByRole('radio', { name: /^Podcast/ }).check()
  await page.getByLabel('Working title').fill('The ferry people')
  await page.getByRole('radio', { name: /^Agreed/ }).check()
  await page.getByLabel(/^Recording( \(optional\))?$/).fill(recorded)
  await page.getByLabel(/^At( \(optional\))?$/).fill('19:30')
  await page.getByLabel(/^In the time of/).selectOption('Europe/Dublin')
  await page.getByRole('button', { name: 'Write it down' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The ferry people' })).toBeVisible()
  return new URL(page.url()).pathname
}

test('A podcast is prepared, found in its feed, and its show notes are seen to link', {
  tag: '@at-one-width',
}, async ({ page }) => {
  test.setTimeout(180_000)
  const home = await signUp(page)
  await addSite(page, home)
  const prospect = await addProspect(page, home, 'http://ferries.test', 'Off the Timetable')
  const work = await planEpisode(page, home, prospect)

  await page.getByRole('link', { name: 'Preparation sheet' }).click()
  await page.getByLabel('Who asks the questions').fill('Niamh')
  await page.getByLabel('The first story').fill('The tug that waited.')
  await page.getByRole('button', { name: 'Keep the sheet' }).click()
  await expect(page.getByRole('article').getByText('The tug that waited.')).toBeVisible()
  await expect(page.getByRole('article').getByText(/19:30 \(Europe\/Dublin\)/)).toBeVisible()

  await page.goto(home)
  await expect(page.getByText('How did it go? Say that it is recorded.')).toBeVisible()
  await page.getByRole('link', { name: 'Say how it went' }).click()
  await page.getByRole('button', { name: 'Recorded', exact: true }).click()
  await expect(page.getByText('It is said. When it comes out is up to them.')).toBeVisible()

  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Is this the episode?' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('It names Trailhead.')).toBeVisible()
  await page.getByRole('button', { name: 'Yes, this is it' }).first().click()
  await expect(page.getByRole('heading', { name: 'What it came to' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Is this the episode?' })).toHaveCount(0)

  await page
    .locator('#outcome')
    .getByRole('link', { name: /ferries\.test/ })
    .click()
  await page.waitForURL(/\/mentions\/[0-9a-f-]{36}/)
  await expect(page.getByText(/^The show notes in their feed .* link to/).first()).toBeVisible({
    timeout: 60_000,
  })
  await page.goto(`${prospect}#work`)
  await expect(page.locator('#work').getByRole('link', { name: 'The ferry people' })).toHaveAttribute(
    'href',
    work,
  )
})

test('A listing is sent in only where one would want it anyway', { tag: '@at-one-width' }, async ({
  page,
}) => {
  test.setTimeout(90_000)
  const home = await signUp(page)
  await addSite(page, home)
  await page.goto(`${home}/prospects/new`)
  await page.getByLabel('Address of their site').fill('http://quiet.test')
  await page.getByLabel('Name', { exact: true }).fill('The Quiet List')
  await page.getByRole('radio', { name: /directory/i }).check()
  await page.getByLabel('Why their readers would care').fill('Walkers look there.')
  await page.getByRole('button', { name: 'Add prospect' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The Quiet List' })).toBeVisible()
  await page.goto(`${home}/contributions/new?prospect=${page.url().split('/').at(-1)}`)
  await expect(page.getByRole('radio', { name: /^Directory/ })).toBeChecked()
  await page.getByLabel('Working title').fill('Our entry')
  await page.getByRole('button', { name: 'Write it down' }).click()
  await page.getByRole('button', { name: 'We sent it in' }).click()
  await expect(
    page.getByText('Would you want this listing if search engines did not exist?').first(),
  ).toBeVisible()
  const question = page.getByRole('form', { name: /^Would you want this listing/ })
  await question.locator('summary').click()
  await question.getByRole('radio', { name: 'Yes', exact: true }).check()
  await question.getByLabel('What you saw').fill('Two customers came from there.')
  await question.getByRole('button', { name: 'Keep the answer' }).click()
  await expect(
    page.getByText('Two customers came from there.').filter({ visible: true }).first(),
  ).toBeVisible()
  await page.getByRole('button', { name: 'We sent it in' }).click()
  await expect(page.getByText('They have your words. When it comes out is up to them.')).toBeVisible()
})

test('A page that links to an insight is tied to it by itself, and by hand untied', {
  tag: '@at-one-width',
}, async ({ page }) => {
  test.setTimeout(180_000)
  const home = await signUp(page)
  await addSite(page, home)
  const mention = await recordMention(page, home, 'http://packlight.test/carry-on-update')
  // Only what a look has seen can be tied.
  await expect(page.locator('mark').filter({ hasText: 'ultralight' }).first()).toBeVisible({
    timeout: 60_000,
  })
  await page.goto(`${home}/insights/new`)
  await page.getByLabel('Title').fill('The lightest bag without plastic')
  await page.getByLabel('Its address').fill('trailhead.test/ultralight')
  await page.getByLabel('What is new in it').fill('We weighed every part of it.')
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The lightest bag' })).toBeVisible()
  const cited = page.locator('#cited')
  await expect(async () => {
    await page.reload()
    await expect(cited.getByText('It links there.')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await expect(cited.getByRole('link', { name: /packlight/ })).toHaveAttribute('href', mention)
  await cited.getByRole('button', { name: 'It does not' }).click()
  await expect(cited.getByText('Nobody yet', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'It cites this' }).click()
  await expect(cited.getByText(/^So says/)).toBeVisible()
})
