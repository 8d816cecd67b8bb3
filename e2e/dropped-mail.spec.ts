import {
  addCampaign,
  addContact,
  addProspect,
  addSite,
  noteGuidelines,
  readPost,
  signUp,
  writePitch,
} from './steps.ts'
import { expect, test } from './watched-test.ts'

const THEIR_MAIL = [
  'From: Jo Whitcombe <jo@packlight.test>',
  'To: Mara <mara@fernway.test>',
  'Subject: Re: A carry-on without any plastic in it',
  'Date: Mon, 02 Mar 2026 10:00:00 +0000',
  'Message-ID: <answer-1@packlight.test>',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Hi Mara,',
  '',
  'Thanks, but this is not for us.',
  '',
  'On 1 Mar 2026, Mara Lindqvist wrote:',
  '> A carry-on of linen and waxed cotton.',
].join('\r\n')

test('A mail that was saved as a file becomes the answer, and its no is one click away', {
  tag: '@at-one-width',
}, async ({ page }) => {
  test.slow()
  const home = await signUp(page)
  await addSite(page, home)
  await addCampaign(page, home)
  const prospect = await addProspect(page, home)
  await noteGuidelines(page)
  await addContact(page, prospect)
  await writePitch(page, await readPost(page, home, prospect))
  await page.getByRole('button', { name: 'I sent it' }).click()
  await page.getByText('I have their mail as a file').click()
  const file = page.locator('#dropped-mail')
  await file.setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('PNG') })
  await page.getByRole('button', { name: 'Read this mail' }).click()
  await expect(page.getByText('That file is no mail.')).toBeVisible()
  await page.getByText('I have their mail as a file').click()
  await file.setInputFiles({
    name: 'answer.eml',
    mimeType: 'message/rfc822',
    buffer: Buffer.from(THEIR_MAIL),
  })
  await page.getByRole('button', { name: 'Read this mail' }).click()
  await expect(page.getByText('Their answer stands in the conversation now.')).toBeVisible()
  await expect(page.getByText('Thanks, but this is not for us.').first()).toBeVisible()
  await expect(page.getByText('A carry-on of linen and waxed cotton.')).toBeHidden()
  await page.getByText('The whole mail').click()
  await expect(page.getByText('A carry-on of linen and waxed cotton.')).toBeVisible()
  await expect(page.getByText('It reads like a no')).toBeVisible()
  await page.getByRole('button', { name: 'Yes, they said no' }).click()
  await expect(page.getByText('Closed: they said no').first()).toBeVisible()
})

test('The page of answers says what to do where nothing waits', async ({ page }) => {
  const home = await signUp(page)
  await page.goto(`${home}/answers`)
  await expect(page.getByRole('heading', { level: 1, name: 'Answers' })).toBeVisible()
  await expect(page.getByText('Nothing is in doubt')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Connect a mailbox' })).toBeVisible()
})
