import {
  addCampaign,
  addContact,
  addProspect,
  addSite,
  draftPitch,
  noteGuidelines,
  readPost,
  recordMention,
  sendPitch,
  signUp,
  writePitch,
} from './steps.ts'
import { expect, type Page, test } from './watched-test.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Two days ago is over in every zone. */
const dayBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10)

/** On a prospect's page: one click opens the form, one notes it. */
async function promise(page: Page, words: string, dueOn: string) {
  const add = page.getByRole('region', { name: 'Add' })
  await add.getByText('Promise', { exact: true }).click()
  const form = page.getByRole('form', { name: 'Note a promise' })
  await form.getByLabel('What was promised').fill(words)
  await form.getByLabel('By which day').fill(dueOn)
  await form.getByRole('button', { name: 'Note it' }).click()
  await expect(page.locator('#promises').getByText(words)).toBeVisible()
}

async function groundFor(page: Page): Promise<{ home: string; prospect: string }> {
  const home = await signUp(page)
  await addSite(page, home)
  await addCampaign(page, home)
  const prospect = await addProspect(page, home)
  await noteGuidelines(page)
  await addContact(page, prospect)
  return { home, prospect }
}

test('An overdue promise holds back a new ask until it is kept', async ({ page }) => {
  test.setTimeout(150_000)
  const { home, prospect } = await groundFor(page)
  const note = await readPost(page, home, prospect)
  await page.goto(prospect)
  await promise(page, 'Send her the sizes', dayBefore(2))
  let pitch = ''
  await expect(page.locator('#promises').getByText('Overdue')).toBeVisible()

  await test.step('Today says so, and the letter cannot become ready', async () => {
    await page.goto(home)
    await expect(page.getByRole('heading', { name: /What you promised/ })).toBeVisible()
    pitch = await draftPitch(page, note)
    await page.getByRole('button', { name: 'Mark as ready' }).click()
    await expect(page.getByText(/You owe this person something, and it is overdue/).first()).toBeVisible()
    await expect(page.getByText('Keep it, or say you cannot.').first()).toBeVisible()
    await page.goto(pitch)
    await page.getByRole('link', { name: 'To what you promised' }).first().click()
    await page.waitForURL(/\/prospects\/[0-9a-f-]{36}#promises$/)
  })

  await test.step('kept, it stands in nobody’s way', async () => {
    await page.locator('#promises').getByRole('button', { name: 'We kept it' }).click()
    await expect(page.locator('#promises').getByText('Nothing is open either way.')).toBeVisible()
    await expect(page.locator('#story').getByText(/Promise to .*Jo Whitcombe.* kept/)).toBeVisible()
    await page.goto(pitch)
    await page.getByRole('button', { name: 'Mark as ready' }).click()
    await sendPitch(page)
  })

  await test.step('what was asked and given is told in words', async () => {
    await page.goto(prospect)
    await expect(page.getByText('You asked once this month, and gave nothing yet.')).toBeVisible()
    const add = page.getByRole('region', { name: 'Add' })
    await add.getByText('Touch', { exact: true }).click()
    await add.getByRole('button', { name: 'Introduced' }).click()
    await expect(page.getByText('You asked once and gave once this month.')).toBeVisible()
    await page.getByText('You asked once and gave once this month.').click()
    const list = page.getByRole('list', { name: 'What was given and asked, newest first' })
    await expect(list.getByRole('listitem')).toHaveCount(2)
  })
})

test('A promise is noted beside a message, let go of with a reason, and found again', {
  tag: '@at-one-width',
}, async ({ page }) => {
  test.setTimeout(150_000)
  const { home, prospect } = await groundFor(page)
  const pitch = await writePitch(page, await readPost(page, home, prospect))
  await sendPitch(page)
  await page.goto(pitch)
  await page
    .getByRole('link', { name: /^Note a promise in it/ })
    .first()
    .click()
  await page.waitForURL(/\/promises\/new\?/)
  await page.getByRole('radio', { name: /They promised us/ }).check()
  await page.getByLabel('What was promised').fill('Tell us when the autumn list is out')
  await page.getByRole('button', { name: 'Note it' }).click()
  await expect(page.getByText('Please give a date that is on the calendar.').first()).toBeVisible()
  await expect(page.getByLabel('What was promised')).toHaveValue('Tell us when the autumn list is out')
  await page.getByLabel('By which day').fill(dayBefore(2))
  await page.getByRole('button', { name: 'Note it' }).click()
  await page.waitForURL(/\/pitches\/[0-9a-f-]{36}#promises$/)
  const promises = page.locator('#promises')
  await expect(promises.getByText('Tell us when the autumn list is out')).toBeVisible()

  await page.goto(home)
  await expect(page.getByRole('heading', { name: /What they promised/ })).toBeVisible()
  await page.goto(`${home}/promises?whose=theirs`)
  const item = page.getByRole('listitem').filter({ hasText: 'Tell us when the autumn list is out' })
  await item.getByText('Let them off').first().click()
  await item.getByLabel('Why').fill('She changed her job.')
  await item.getByRole('button', { name: 'Let them off' }).click()
  await expect(page.getByText('Tell us when the autumn list is out')).toHaveCount(0)
  await page.getByRole('navigation', { name: 'How they stand' }).getByRole('link', { name: 'Let go' }).click()
  await expect(page.getByText('She changed her job.')).toBeVisible()
  await page.getByRole('button', { name: 'Open it again' }).click()
  await expect(page.getByText('She changed her job.')).toHaveCount(0)
})

test('Thanks are suggested, written, taken there and counted, with scripts off', {
  tag: '@at-one-width',
}, async ({ browser }) => {
  test.setTimeout(120_000)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const { home, prospect } = await groundFor(page)
  await page.goto(`${home}/mentions/new?prospect=${prospect.split('/').at(-1)}`)
  await page.getByLabel('Address of the page').fill('http://packlight.test/carry-on-update')
  await page.getByRole('radio', { name: /^Earned/ }).check()
  await page.getByRole('button', { name: 'Record and look' }).click()
  await page.waitForURL(/\/mentions\/[0-9a-f-]{36}/)
  const mention = new URL(page.url()).pathname
  const thanks = page.locator('#thanks')
  await expect(async () => {
    await page.goto(mention)
    await expect(thanks).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })

  await page.goto(home)
  await expect(page.getByRole('heading', { name: /Say thank you/ })).toBeVisible()
  await page.goto(mention)
  await thanks
    .getByLabel('Your words', { exact: true })
    .fill('Hi Jo,\n\nthank you. In exchange for a link we would send more.\n\nMara')
  await thanks.getByRole('button', { name: 'Save the words' }).click()
  await expect(thanks.getByText('Asks for something in return')).toBeVisible()
  await thanks
    .getByLabel('Your words', { exact: true })
    .fill('Hi Jo,\n\nthank you for the kind words.\n\nMara')
  await thanks.getByRole('button', { name: 'Save the words' }).click()
  await expect(thanks.getByRole('link', { name: 'Open in my mail program' })).toHaveAttribute(
    'href',
    /^mailto:jo@packlight\.test\?subject=Thank%20you&body=/,
  )
  await thanks.getByRole('button', { name: 'I sent it' }).click()
  await expect(thanks.getByText(/thanked them/)).toBeVisible()
  await page.goto(home)
  await expect(page.getByRole('heading', { name: /Say thank you/ })).toHaveCount(0)
  await page.goto(prospect)
  await expect(page.getByText('You gave once this month, and asked for nothing.')).toBeVisible()
  await context.close()
})

test('A mention that nobody thanks for this time is not suggested again', { tag: '@at-one-width' }, async ({
  page,
}) => {
  const home = await signUp(page)
  await addSite(page, home)
  await recordMention(page, home, 'http://roundup.test/best-carry-on')
  await expect(page.getByText('Named, no link').first()).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Not this time' }).click()
  await expect(page.locator('#thanks').getByText(/Not this time, said/)).toBeVisible()
  await page.goto(home)
  await expect(page.getByRole('heading', { name: /Say thank you/ })).toHaveCount(0)
})
