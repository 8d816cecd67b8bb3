import {
  addCampaign,
  addContact,
  addProspect,
  addSite,
  noteGuidelines,
  readPost,
  recordMention,
  sendPitch,
  signUp,
  writePitch,
} from './steps.ts'
import { expect, test } from './watched-test.ts'

test('From signing up to knowing whether it became a link', async ({ page }) => {
  test.slow()
  const begun = Date.now()
  const home = await signUp(page)
  await expect(page.getByRole('link', { name: 'Add a site' })).toBeVisible()

  await addSite(page, home)
  await addCampaign(page, home)
  const prospect = await addProspect(page, home)
  await noteGuidelines(page)
  await addContact(page, prospect)
  const note = await readPost(page, home, prospect)
  const pitch = await writePitch(page, note)
  await sendPitch(page)

  await test.step('the reminder is set, and the text is frozen', async () => {
    await expect(page.getByText(/follow-up/i).first()).toBeVisible()
    await expect(page.getByText('whatever you think of it', { exact: false }).first()).toBeVisible()
    await expect(page.getByLabel('Letter')).toHaveCount(0)
  })

  await test.step('their answer is logged in two clicks', async () => {
    await page.getByText('They answered').click()
    await page.getByRole('button', { name: 'Log their answer' }).click()
    await expect(page.getByText('Answered', { exact: true }).first()).toBeVisible()
    await page.goto(home)
    await expect(page.getByRole('heading', { name: /Answers to write/ })).toBeVisible()
  })

  await test.step('the mention turns out to be a link', async () => {
    await recordMention(page, home, 'http://packlight.test/carry-on-update')
    await expect(
      page.locator('mark').filter({ hasText: 'ultralight carry-on by Trailhead' }).first(),
    ).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText('Linked', { exact: true }).first()).toBeVisible()
  })
  await page.goto(pitch)
  expect(Date.now() - begun).toBeLessThan(5 * 60_000)
})

test('The same page of the world is judged for what it is', async ({ page }) => {
  const home = await signUp(page)
  await addSite(page, home)
  const cases = [
    { url: 'http://packlight.test/nofollow', says: 'Linked, marked' },
    { url: 'http://roundup.test/best-carry-on', says: 'Named, no link' },
    { url: 'http://morning-herald.test/small-makers', says: 'Not mentioned' },
    { url: 'http://gone.test/post', says: /looking again|gone/i },
    { url: 'http://shy.test/post', says: 'Could not check' },
    { url: 'http://nowhere-at-all.test/post', says: 'Could not check' },
  ]
  for (const { url, says } of cases) {
    await test.step(url, async () => {
      await recordMention(page, home, url)
      await expect(page.getByText(says).first()).toBeVisible({ timeout: 20_000 })
    })
  }
  await test.step('a page about us that names us not at all is an outcome of its own', async () => {
    await page.goto(`${home}/mentions`)
    await page
      .getByRole('link', { name: /morning-herald/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'It is about us, but does not name us' }).click()
    await expect(
      page.getByText('They ran it; neither your link nor your name is in it. Out of your hands.').first(),
    ).toBeVisible()
  })
})

test('A stop is final for the person', async ({ page }) => {
  const home = await signUp(page)
  await addSite(page, home)
  await addCampaign(page, home)
  const prospect = await addProspect(page, home)
  await noteGuidelines(page)
  await addContact(page, prospect)
  const note = await readPost(page, home, prospect)
  await writePitch(page, note)
  await sendPitch(page)
  await page.getByText('They asked us to stop').click()
  await page.getByRole('button', { name: 'Never write to them again' }).click()
  await expect(page.getByText(/stop/i).first()).toBeVisible()
  await page.goto(home)
  await expect(page.getByRole('heading', { name: /Follow-ups due/ })).toHaveCount(0)
  await page.goto(note)
  await page.getByRole('link', { name: 'Write to them' }).first().click()
  await expect(page.getByText(/asked us to stop|never write|not to be written to/i).first()).toBeVisible()
})
