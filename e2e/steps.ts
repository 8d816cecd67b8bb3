import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'

// What a person does, in their words. Every step ends where the person would see that it worked.

export const PASSWORD = 'a bag without plastic'

/** @returns the address of the new workspace, like /w/fernway-1a2b */
export async function signUp(page: Page, workspaceName = 'Fernway'): Promise<string> {
  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill('Mara Lindqvist')
  await page.getByLabel('E-mail address').fill(`mara-${randomUUID()}@fernway.test`)
  await page.getByLabel('Name of your workspace').fill(workspaceName)
  for (let isMade = false; !isMade; ) {
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Make the account' }).click()
    isMade = await page.waitForURL(/\/w\/[^/]+$/, { timeout: 15_000 }).then(
      () => true,
      () => false,
    )
    // All journeys come from one address, more of them at once than people do: then they are told to wait.
    if (!isMade) await expect(page.getByText('That was tried too often')).toBeVisible()
  }
  return new URL(page.url()).pathname
}

export async function signInAsDemo(page: Page, who: RegExp): Promise<string> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: who }).click()
  await page.waitForURL(/\/w\//)
  return new URL(page.url()).pathname.split('/').slice(0, 3).join('/')
}

export async function addSite(page: Page, home: string) {
  await page.goto(`${home}/sites/new`)
  await page.getByLabel('Name', { exact: true }).fill('Trailhead')
  await page.getByLabel('Whose it is').fill('Trailhead Gear')
  await page.getByLabel('Domains').fill('trailhead.test')
  await page.getByLabel('Brand names').fill('Trailhead')
  await page.getByRole('button', { name: 'Add site' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Trailhead' })).toBeVisible()
}

export async function addCampaign(page: Page, home: string) {
  await page.goto(`${home}/campaigns/new`)
  await page.getByLabel('Name', { exact: true }).fill('Plastic-free carry-on')
  await page.getByRole('radio', { name: /product/i }).check()
  await page.getByLabel('Pages you hope to see linked').fill('https://trailhead.test/ultralight')
  await page.getByLabel('The story').fill('A carry-on of linen and waxed cotton, without any plastic.')
  await page.getByRole('button', { name: 'Add campaign' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Plastic-free carry-on' })).toBeVisible()
}

/** @returns the prospect's address */
export async function addProspect(
  page: Page,
  home: string,
  address = 'packlight.test',
  name = 'Packlight',
): Promise<string> {
  await page.goto(`${home}/prospects/new`)
  await page.getByLabel('Address of their site').fill(address)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('radio', { name: /blogger/i }).check()
  await page.getByLabel('Why their readers would care').fill('Reviews packs by living out of them.')
  await page.getByRole('button', { name: 'Add prospect' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return new URL(page.url()).pathname
}

export async function noteGuidelines(page: Page) {
  await page.getByText('Note what you found').click()
  await page.getByRole('radio', { name: /They have guidelines/ }).check()
  await page.getByLabel('Address of the page').fill('packlight.test/work-with-me')
  await page.getByRole('button', { name: 'Note it' }).click()
  await expect(page.getByText('Seen', { exact: true })).toBeVisible()
}

export async function addContact(page: Page, prospect: string, address = 'jo@packlight.test') {
  await page.goto(`${prospect}/contacts/new`)
  await page.getByLabel('Name', { exact: true }).fill('Jo Whitcombe')
  await page.getByLabel(/^Address( \(optional\))?$/).fill(address)
  await page.getByLabel('The page it stands on').fill('packlight.test/work-with-me')
  await page.getByLabel('What it says there').fill(`Write to ${address}. I read everything.`)
  await page.getByRole('button', { name: 'Add contact' }).click()
  await expect(page.getByText(address).first()).toBeVisible()
}

/** Pastes the post's address, waits for the worker, and proves having read it. @returns the note's address */
export async function readPost(page: Page, home: string, prospect: string): Promise<string> {
  const id = prospect.split('/').at(-1)
  await page.goto(`${home}/reading/new?prospect=${id}`)
  await page.getByLabel('Address of the post').fill('http://packlight.test/carry-on-backpacks')
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.waitForURL(/\/reading\/[0-9a-f-]{36}/)
  await expect(page.getByText('Each of these has crossed at least three borders').first()).toBeVisible({
    timeout: 20_000,
  })
  await page
    .getByLabel('A quote, word for word')
    .fill('“A good pack disappears on your back - you notice the walk, not the straps.”')
  await page.getByLabel('What struck you').fill('She weighs everything herself.')
  await page.getByLabel('What it lacks').fill('no plastic-free pack')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByText('Found on the page, word for word.')).toBeVisible()
  await expect(page.getByText(/^Not on the page\./)).toBeVisible()
  return new URL(page.url()).pathname
}

export const LETTER = `Hello Jo,

"A good pack disappears on your back" has been on my mind since I read your seven carry-ons on packlight.test.

We sew one without any plastic: linen, waxed cotton, brass. I would be glad to send you one to keep, whatever you think of it.

If that is not for you, just say so and I will not write again.

Mara Lindqvist, Trailhead Gear`

/** Opens a draft with the letter in it. @returns the pitch's address */
export async function draftPitch(page: Page, note: string): Promise<string> {
  await page.goto(note)
  await page.getByRole('link', { name: 'Write to them' }).first().click()
  await page.waitForURL(/\/pitches\/new/)
  await page.getByRole('button', { name: 'Start writing' }).click()
  await page.waitForURL(/\/pitches\/[0-9a-f-]{36}/)
  await page.getByLabel('Subject').fill('A carry-on without any plastic in it')
  await page.getByLabel('Letter').fill(LETTER)
  return new URL(page.url()).pathname
}

/** @returns the pitch's address, with the letter in it and marked as ready */
export async function writePitch(page: Page, note: string): Promise<string> {
  const pitch = await draftPitch(page, note)
  await page.getByRole('button', { name: 'Mark as ready' }).click()
  await expect(page.getByRole('button', { name: 'I sent it' })).toBeVisible()
  return pitch
}

export async function sendPitch(page: Page) {
  await page.getByRole('button', { name: 'I sent it' }).click()
  await expect(page.getByText('They answered')).toBeVisible()
}

/** Records the mention and waits until a look has answered. @returns the mention's address */
export async function recordMention(page: Page, home: string, url: string): Promise<string> {
  await page.goto(`${home}/mentions/new`)
  await page.getByLabel('Address of the page').fill(url)
  await page.getByRole('radio', { name: /^Earned/ }).check()
  await page.getByRole('button', { name: 'Record and look' }).click()
  await page.waitForURL(/\/mentions\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

/** @returns the address of a guest post that is agreed */
export async function planGuestPost(page: Page, home: string, prospect: string): Promise<string> {
  await page.goto(`${home}/contributions/new?prospect=${prospect.split('/').at(-1)}`)
  await page.getByRole('radio', { name: /^Guest post/ }).check()
  await page.getByLabel('Working title').fill('Three zips and a seam')
  await page.getByRole('radio', { name: /^Agreed/ }).check()
  await page.getByRole('button', { name: 'Write it down' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Three zips and a seam' })).toBeVisible()
  return new URL(page.url()).pathname
}

/** @returns the address of the insight */
export async function addInsight(page: Page, home: string): Promise<string> {
  await page.goto(`${home}/insights/new`)
  await page.getByLabel('Title').fill('What breaks first on a travel bag')
  await page.getByLabel('Its address').fill('trailhead.test/repairs')
  await page.getByLabel('What is new in it').fill('We counted 312 bags that came back.')
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'What breaks first' })).toBeVisible()
  return new URL(page.url()).pathname
}

/** A report for a customer, of all the days there are. @returns its address */
export async function writeReport(page: Page, home: string): Promise<string> {
  await page.goto(`${home}/customer-reports/new`)
  await page.getByLabel('Title').fill('The first weeks')
  await page.getByLabel('From', { exact: true }).fill('2020-01-01')
  await page.getByLabel('To', { exact: true }).fill('2090-01-01')
  await page.getByRole('button', { name: 'See how it looks' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The first weeks' })).toBeVisible()
  return new URL(page.url()).pathname
}
