import {
  addCampaign,
  addContact,
  addProspect,
  addSite,
  draftPitch,
  LETTER,
  noteGuidelines,
  PASSWORD,
  readPost,
  signInAsDemo,
  signUp,
} from './steps.ts'
import { expect, test } from './watched-test.ts'

test('A page that cannot be fetched is pasted in, and marked as pasted', async ({ page }) => {
  const home = await signUp(page)
  const prospect = await addProspect(page, home, 'shy.test', 'Shy')
  await page.goto(`${home}/reading/new?prospect=${prospect.split('/').at(-1)}`)
  await page.getByLabel('Address of the post').fill('http://shy.test/post')
  await page.getByRole('button', { name: 'Read it' }).click()
  // Pasting may begin before the answer is there; what is typed stays when it comes.
  const post = page.getByRole('textbox', { name: 'The post', exact: true })
  await expect(async () => {
    if (!(await post.isVisible())) await page.getByText('Paste the post instead').click()
    await expect(post).toBeVisible({ timeout: 500 })
  }).toPass()
  await post.fill('Some pages are shy.\n\nThis one lets people in and programs not, which is its right.')
  await expect(page.getByText('We could not read this page.')).toBeVisible({ timeout: 20_000 })
  await expect(post).toHaveValue(/Some pages are shy/)
  await page.getByRole('button', { name: 'Keep this text' }).click()
  await expect(page.getByText(/pasted/i).first()).toBeVisible()
  await page.getByLabel('A quote, word for word').fill('lets people in and programs not')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByText('Found on the page, word for word.')).toBeVisible()
})

test('What is moved to the trash comes back with one click', { tag: '@at-one-width' }, async ({ page }) => {
  const home = await signUp(page)
  const prospect = await addProspect(page, home, 'packlight.test', 'Packlight')
  await page.getByRole('button', { name: 'Move to the trash' }).first().click()
  const confirm = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  if (await confirm.isVisible()) await confirm.getByRole('button', { name: /trash/i }).click()
  await page.waitForURL(/\/trash/)
  expect((await page.request.get(prospect)).status()).toBe(404)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Packlight' })).toBeVisible()
})

test('The same outlet is offered instead of made twice, and nothing typed is lost', {
  tag: '@at-one-width',
}, async ({ page }) => {
  const home = await signUp(page)
  await addProspect(page, home, 'https://www.packlight.test/about', 'Packlight')
  await page.goto(`${home}/prospects/new`)
  await page.getByLabel('Address of their site').fill('http://packlight.test')
  await page.getByLabel('Name', { exact: true }).fill('Packlight once more')
  await page.getByRole('radio', { name: /blogger/i }).check()
  await page.getByRole('button', { name: 'Add prospect' }).click()
  await expect(page.getByText('This outlet is already here: Packlight.').first()).toBeVisible()
  await expect(page.getByRole('link', { name: /Open the one that is here/ })).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Packlight once more')
})

// The demo's drafts and reminders are one of each kind: the wide window works as one person, the phone as another.

test('A draft saves itself, and is there again after a reload', async ({ page, isMobile }) => {
  const home = await signInAsDemo(page, isMobile ? /shop owner/i : /freelancer/i)
  await page.goto(`${home}/pitches?state=draft`)
  await page
    .locator('main a[href*="/pitches/"]')
    .filter({ hasText: /receipt|nylon|Luc|Dan/i })
    .first()
    .click()
  const words = `Hello,\n\nI kept every receipt. ${Date.now()}`
  await page.getByLabel('Letter').fill(words)
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Letter')).toHaveValue(words)
})

test('A follow-up that is due is written by a person, and is the last', async ({ page, isMobile }) => {
  const home = await signInAsDemo(page, isMobile ? /shop owner/i : /freelancer/i)
  const words = isMobile
    ? 'Dear Henrik,\n\nonly to put the waxed bag back on top of your pile. A yes or a no, and I am content.\n\nMara Lindqvist'
    : 'Lieber Herr Keller,\n\nonly to put the quiet days back on top of your pile. A yes or a no, and I am content.\n\nInes Moreau'
  await page.goto(home)
  await page.getByRole('link', { name: 'Write the follow-up' }).first().click()
  await page.getByLabel('Your words').fill(words)
  await page.getByRole('button', { name: /Save/ }).first().click()
  await page.getByRole('button', { name: 'I sent it' }).click()
  await expect(page.getByLabel('Your words')).toHaveCount(0)
  await expect(page.getByText('back on top of your pile').first()).toBeVisible()
  await page.goto(home)
  await expect(page.getByRole('heading', { name: /Follow-ups due/ })).toHaveCount(0)
})

test('Signing out everywhere ends the other sessions', { tag: '@at-one-width' }, async ({
  page,
  browser,
}) => {
  await signUp(page)
  await addSite(page, new URL(page.url()).pathname)
  await page.goto('/account')
  const email = await page
    .getByText(/@fernway\.test/)
    .first()
    .textContent()
  const context = await browser.newContext()
  const elsewhere = await context.newPage()
  await elsewhere.goto('/sign-in')
  await elsewhere.getByLabel('E-mail address').fill(/[\w.-]+@fernway\.test/.exec(email ?? '')?.[0] ?? '')
  await elsewhere.getByLabel('Password').fill(PASSWORD)
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click()
  await elsewhere.waitForURL(/\/w\//)
  await page.getByRole('button', { name: /Sign out everywhere/i }).click()
  const confirm = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  if (await confirm.isVisible()) await confirm.getByRole('button', { name: /Sign out/i }).click()
  await page.waitForURL(/\/sign-in/)
  await elsewhere.goto('/account')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await context.close()
})

test('What is typed before the scripts come is still there after', { tag: '@at-one-width' }, async ({
  page,
}) => {
  const home = await signUp(page)
  await addSite(page, home)
  const prospect = await addProspect(page, home)
  let letScriptsCome = () => {}
  const scriptsMayCome = new Promise<void>((resolve) => {
    letScriptsCome = resolve
  })
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await scriptsMayCome
    await route.continue()
  })
  await page.goto(`${prospect}/edit`, { waitUntil: 'commit' })
  const why = page.getByLabel('Why their readers would care')
  await expect(why).toHaveValue('Reviews packs by living out of them.')
  await page.getByLabel('Name', { exact: true }).fill('Packlight Diary')
  await why.fill('Weighs every strap.')
  letScriptsCome()
  await page.waitForFunction(() => {
    const field = document.querySelector('textarea')
    return field !== null && Object.keys(field).some((key) => key.startsWith('__reactProps'))
  })
  await page.waitForTimeout(500)
  await expect(why).toHaveValue('Weighs every strap.')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Packlight Diary')
})

test('A letter can be handed to a second pair of eyes, and comes back ready', async ({ page }) => {
  const home = await signUp(page)
  await addSite(page, home)
  await addCampaign(page, home)
  const prospect = await addProspect(page, home)
  await noteGuidelines(page)
  await addContact(page, prospect)
  const note = await readPost(page, home, prospect)
  const pitch = await draftPitch(page, note)
  await page.getByRole('button', { name: 'Ask for a second pair of eyes' }).click()
  await expect(page.getByRole('heading', { name: 'Waiting for a second pair of eyes' })).toBeVisible()
  await expect(page.getByText(LETTER.split('\n').at(-1) ?? '')).toBeVisible()
  await page.goto(home)
  await page.goto(pitch)
  await page.getByRole('button', { name: 'Looks right, mark as ready' }).click()
  await expect(page.getByRole('button', { name: 'I sent it' })).toBeVisible()
})
