import { addContact, addProspect, signUp } from './steps.ts'
import { expect, type Page, test } from './watched-test.ts'

const WORDS = 'Someone with this address asked not to be written to. It stays so.'

test('An address is stopped by hand, asked about, and never shown again', async ({ page }) => {
  const home = await signUp(page)
  await page.goto(`${home}/prospects/stopped`)
  const add = page.getByRole('form', { name: 'Add an address or a domain' })
  await add.getByLabel('E-mail address or domain').fill('Gone@Quiet.test')
  await add.getByLabel('Why').selectOption('asked-to-stop')
  await add.getByRole('button', { name: 'Never write there' }).click()
  await expect(page.getByText('On the list. Nobody here can write to it.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('One address').first()).toBeVisible()
  await expect(page.getByText(/quiet\.test/i)).toHaveCount(0)
  await ask(page, 'gone@quiet.test')
  await expect(page.getByText('Yes. Nobody here may write to it.')).toBeVisible()
  await ask(page, 'somebody-else@quiet.test')
  await expect(page.getByText('No. Nothing on this list stands against it.')).toBeVisible()
})

test('Somebody who was erased comes back by the contact form: still stopped, and nobody is told who', {
  tag: '@at-one-width',
}, async ({ page }) => {
  const home = await signUp(page)
  const prospect = await addProspect(page, home)
  await addContact(page, prospect)
  await page.getByRole('link', { name: 'Jo Whitcombe' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Jo Whitcombe' })).toBeVisible()
  await page.getByRole('link', { name: 'What we hold on them, and erasing them' }).click()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'To read and print' }).click()
  expect((await download).suggestedFilename()).toMatch(/^held-on-a-person-.*\.html$/)

  await expect(page.getByText('What erasing them would do')).toBeVisible()
  await page.getByLabel('I have read what goes, and they are to be forgotten').check()
  await page.getByRole('button', { name: 'Erase for good' }).click()
  await page
    .getByRole('dialog')
    .or(page.getByRole('alertdialog'))
    .getByRole('button', { name: 'Erase for good' })
    .click()
  await expect(page.getByText('They are erased.', { exact: false })).toBeVisible()
  await page.goto(prospect)
  await expect(page.getByText('Whitcombe')).toHaveCount(0)

  await page.goto(`${prospect}/contacts/new`)
  await page.getByLabel('Name', { exact: true }).fill('Robin Hale')
  await page.getByLabel(/^Address( \(optional\))?$/).fill('JO@packlight.test')
  await page.getByLabel('The page it stands on').fill('packlight.test/about')
  await expect(page.getByText(WORDS)).toBeVisible()
  await page.getByRole('button', { name: 'Add contact' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Robin Hale' })).toBeVisible()
  await expect(page.getByText(WORDS)).toBeVisible()
  await expect(page.getByText('Whitcombe')).toHaveCount(0)
})

test('A rule says what it would do before it is switched on', { tag: '@at-one-width' }, async ({ page }) => {
  const home = await signUp(page)
  await page.goto(`${home}/settings/privacy`)
  await page.getByLabel(/^Contacts nobody ever wrote to/).fill('soon')
  await page.getByRole('button', { name: 'Show what this would do' }).click()
  await expect(page.getByText('Please give whole days, or leave it empty.')).toBeVisible()
  await page.getByLabel(/^Contacts nobody ever wrote to/).fill('365')
  await page.getByRole('button', { name: 'Show what this would do' }).click()
  await expect(page.getByText('Not saved yet. Nothing has gone.')).toBeVisible()
  await page.getByRole('button', { name: 'Save these days' }).click()
  await expect(page.getByText('Saved. Nothing goes before tonight.')).toBeVisible()
  await expect(page.getByText('Nothing is older than 365 days.')).toBeVisible()
})

async function ask(page: Page, address: string) {
  await page.getByLabel('Address to ask about').fill(address)
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
}
