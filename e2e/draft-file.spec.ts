import { readFile } from 'node:fs/promises'
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

test('A letter that is ready opens in a mail program as a draft', { tag: '@at-one-width' }, async ({
  page,
}) => {
  test.slow()
  const home = await signUp(page)
  await addSite(page, home)
  await addCampaign(page, home)
  const prospect = await addProspect(page, home)
  await noteGuidelines(page)
  await addContact(page, prospect)
  const pitch = await writePitch(page, await readPost(page, home, prospect))
  const file = page.getByRole('link', { name: 'Save as a draft file' })
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()])
  expect(download.suggestedFilename()).toBe('letter-to-jo-whitcombe.eml')
  const letter = await readFile(await download.path(), 'utf8')
  expect(letter).toContain('X-Unsent: 1')
  expect(letter).toContain('Jo Whitcombe <jo@packlight.test>')
  expect(letter).toContain('Subject: A carry-on without any plastic in it')
  await expect(page.getByLabel('How it went out')).toHaveValue('draft-file')
  await page.getByRole('button', { name: 'I sent it' }).click()
  await expect(page.getByText('Sent: The draft file', { exact: true })).toBeVisible()
  const answer = await page.request.get(`${pitch}/letter.eml`)
  expect(answer.status()).toBe(409)
})
