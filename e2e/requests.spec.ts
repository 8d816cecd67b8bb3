import { addSite, signUp } from './steps.ts'
import { expect, type Page, test } from './watched-test.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** A digest with two requests whose deadlines are three days away. */
function digest(): string {
  const due = new Date(Date.now() + 3 * DAY_MS).toISOString().slice(0, 10)
  return `HARO, the morning's queries

INDEX
1) Bags that can be mended (The Roundup Post)
2) Cats in shops (Whisker Weekly)

------------------------------------------------
1) Summary: Bags that can be mended

Name: Noor Haddad
Email: noor@roundup.test
Media Outlet: The Roundup Post
Deadline: ${due} 17:00 Europe/London

Query:

Which travel bags would you buy again, and why?

Requirements:

UK only, please.
No AI.
------------------------------------------------
2) Summary: Cats in shops

Name: Tib Marsh
Email: tib@whisker.test
Media Outlet: Whisker Weekly
Deadline: ${due} 12:00 EST

Query:

Does a cat live in your shop?
------------------------------------------------
You get this because you signed up.`
}

async function sayMet(page: Page, words: RegExp, evidence: string) {
  const form = page.getByRole('form', { name: words })
  await form.getByText('Say whether you meet it').click()
  await form.getByRole('textbox').fill(evidence)
  await form.getByRole('button', { name: 'We meet it' }).click()
  await expect(page.getByText(evidence).first()).toBeVisible()
}

test('A newspaper quotes somebody without a link, and it is kindly closed', { tag: '@at-one-width' }, async ({
  page,
}) => {
  test.slow()
  const home = await signUp(page)
  await addSite(page, home)

  await test.step('what is true is said once', async () => {
    await page.getByRole('link', { name: 'Fact sheet' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Fact sheet' })).toBeVisible()
    const form = page.getByRole('form', { name: 'Add: Short bio' })
    await form.getByText('Add one').click()
    await form.getByLabel('What they are').fill('Founder')
    await form.getByLabel('The words').fill('Mara Lindqvist, founder of Trailhead, sews bags.')
    await form.getByRole('button', { name: 'Add it' }).click()
    await expect(page.getByText('Added: Founder.')).toBeVisible()
    await expect(page.getByText('Mara Lindqvist, founder of Trailhead, sews bags.').first()).toBeVisible()
  })

  const pasted = digest()
  await test.step('a digest is read, and one of two is kept', async () => {
    await page.goto(`${home}/requests`)
    await page.getByRole('link', { name: 'Take in requests' }).first().click()
    await page.getByRole('textbox', { name: 'What you got' }).fill(pasted)
    await page.getByRole('button', { name: 'Read it' }).click()
    await expect(page.getByText('2 requests were found in it.', { exact: false })).toBeVisible()
    await expect(page.getByText(/EST” read as|“.*EST”, read as/).first()).toBeVisible()
    await page.getByRole('checkbox', { name: 'Bags that can be mended', exact: true }).check()
    await page.getByRole('button', { name: 'Keep what is ticked' }).click()
    await expect(page.getByText('1 request kept.')).toBeVisible()
  })

  await test.step('the same digest again makes nothing twice', async () => {
    await page.goto(`${home}/requests/new`)
    await page.getByRole('textbox', { name: 'What you got' }).fill(pasted)
    await page.getByRole('button', { name: 'Read it' }).click()
    await expect(page.getByText('kept already')).toBeVisible()
    await page.getByRole('link', { name: 'Bags that can be mended' }).click()
    await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/)
  })

  await test.step('its conditions are met, and somebody says what shows it', async () => {
    await expect(page.getByText(/\d+ (?:day|hour)s?\b.* left$/).first()).toBeVisible()
    await sayMet(page, /Say whether you meet: UK only/, 'Our workshop is in Hebden Bridge.')
    await sayMet(page, /Say whether you meet: No AI/, 'I wrote it at the kitchen table.')
  })

  await test.step('the answer is written, and goes by a click', async () => {
    await page
      .getByLabel('Answer', { exact: true })
      .fill('Hello Noor,\n\nthe one with brass toggles: salt does not mind it.\n\nMara Lindqvist, Trailhead')
    await page.reload()
    await expect(page.getByText('Words you typed before, and had not saved, are back.')).toBeVisible()
    await expect(page.getByLabel('Answer', { exact: true })).toHaveValue(/salt does not mind it/)
    await page.getByRole('button', { name: 'Save and check' }).click()
    await expect(page.getByRole('heading', { name: 'It may go' })).toBeVisible()
    await page.getByRole('button', { name: 'I sent it' }).click()
    await expect(page.getByText('Answered', { exact: true }).first()).toBeVisible()
    await expect(page.getByText('salt does not mind it').first()).toBeVisible()
  })

  await test.step('the page is found, looked at, and names them without a link', async () => {
    await page.getByLabel('It ran here').fill('http://roundup.test/best-carry-on')
    await page.getByRole('button', { name: 'Look at the page' }).click()
    await expect(page.getByText('Quoted, no link').first()).toBeVisible({ timeout: 20_000 })
  })

  await test.step('it is closed kindly, and kept as press', async () => {
    await page.getByRole('button', { name: 'Close it kindly, and keep it as press' }).click()
    await expect(page.getByText('Nobody was asked for a link.', { exact: false })).toBeVisible()
    await expect(page.getByText('That is an outcome, not a failure', { exact: false }).first()).toBeVisible()
    await page.goto(`${home}/requests?show=closed`)
    await expect(page.getByRole('link', { name: 'Bags that can be mended' })).toBeVisible()
    await expect(page.getByText('Quoted, no link')).toBeVisible()
  })
})

test('A journalist’s mail is brought as a file, and its fields are put right', {
  tag: '@at-one-width',
}, async ({ page }) => {
  const home = await signUp(page)
  await addSite(page, home)
  const due = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10)
  const mail = [
    'From: Noor Haddad <noor@eveningcourier.test>',
    'To: mara@trailhead.test',
    'Subject: Shops that lend their goods',
    `Date: ${new Date().toUTCString()}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Hello Mara,',
    '',
    `I am writing a story about shops that lend. Could you tell me why you began? I need it by ${due} at 15:00.`,
    '',
    'Best wishes,',
    'Noor Haddad',
  ].join('\r\n')
  await page.goto(`${home}/requests/new`)
  await page.locator('#mailed-digest').setInputFiles({
    name: 'letter.eml',
    mimeType: 'message/rfc822',
    buffer: Buffer.from(mail),
  })
  await page.getByRole('button', { name: 'Read this mail' }).click()
  await expect(page.getByText('One request was found in it.', { exact: false })).toBeVisible()
  await expect(page.getByText('No time zone is named', { exact: false }).first()).toBeVisible()
  await page.getByRole('checkbox', { name: 'Shops that lend their goods' }).check()
  await page.getByText('Put it right before keeping it').click()
  await page.getByLabel('Outlet').fill('The Evening Courier')
  await page.getByLabel('Deadline').fill(`${due} 15:00 Europe/London`)
  await page.getByRole('button', { name: 'Keep what is ticked' }).click()
  await expect(page.getByText('1 request kept.')).toBeVisible()
  await page.getByRole('link', { name: 'Shops that lend their goods' }).click()
  await expect(page.getByText('for The Evening Courier')).toBeVisible()
  await expect(page.getByText('15:00 in London', { exact: false }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Let it be: not one for us' }).click()
  await expect(page.getByText('Let be', { exact: true }).first()).toBeVisible()
})
