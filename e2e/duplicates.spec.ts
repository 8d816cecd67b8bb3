import type { Page } from '@playwright/test'
import { addContact, addProspect, signUp } from './steps.ts'
import { expect, test } from './watched-test.ts'

test('Two prospects become one, the old page leads to it, and they are parted again', async ({ page }) => {
  const { home, kept, gone } = await twoProspects(page)
  await addContact(page, gone)
  await openComparison(page, home, kept, gone)
  await expect(page.getByText('tie to a person')).toBeVisible()
  await page.getByRole('radio', { name: /^The old Packlight/ }).check()
  await page.getByRole('button', { name: 'Make them one' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'The old Packlight' })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`${kept}$`))
  await expect(page.getByText('jo@packlight.test').first()).toBeVisible()
  await page.goto(gone)
  await expect(page).toHaveURL(new RegExp(`${kept}$`))
  for (const under of ['/edit', '/contacts/new']) {
    await page.goto(`${gone}${under}`)
    await expect(page).toHaveURL(new RegExp(`${kept}${under}$`))
  }

  await page.goto(`${home}/prospects/new`)
  await page.getByLabel('Address of their site').fill('old-packlight.test')
  await expect(page.getByText('old-packlight.test is another address of it.')).toBeVisible()

  await page.goto(kept)
  await page.getByRole('button', { name: 'Part them again' }).click()
  await expect(page.getByText('The old Packlight and Packlight are two again.')).toBeVisible()
  await page.goto(gone)
  await expect(page.getByRole('heading', { level: 1, name: 'The old Packlight' })).toBeVisible()
  await expect(page.getByText('jo@packlight.test').first()).toBeVisible()
  await page.goto(kept)
  await expect(page.getByRole('heading', { level: 1, name: 'Packlight', exact: true })).toBeVisible()
})

test('The book is searched, a pair is told apart, and it does not come back', {
  tag: '@at-one-width',
}, async ({ page }) => {
  const { home } = await twoProspects(page, 'Packlight')
  await page.goto(`${home}/duplicates`)
  await search(page)
  await expect(page.getByText('The same name, but for how it is written.')).toBeVisible()
  await page.getByRole('button', { name: 'Not the same' }).click()
  await expect(page.getByText('No pairs to decide')).toBeVisible()
  await search(page)
  await expect(page.getByText('No pairs to decide')).toBeVisible()
})

test('Who is there already shows while a contact is typed, by name and by address', {
  tag: '@at-one-width',
}, async ({ page }) => {
  const { kept, gone } = await twoProspects(page)
  await addContact(page, kept)
  const hints = page.getByText('May be here already')

  await page.goto(`${kept}/contacts/new`)
  await page.getByLabel('Name', { exact: true }).fill('JO WHITCOMBE')
  await expect(hints).toBeVisible()
  await expect(page.getByText('The same name, but for how it is written.')).toBeVisible()
  await expect(page.getByRole('link', { name: /^Jo Whitcombe/ })).toHaveAttribute('href', /\/contacts\//)
  await page.getByLabel('Name', { exact: true }).fill('Bo Lind')
  await expect(hints).toBeHidden()

  await page.goto(`${gone}/contacts/new`)
  await page.getByLabel('Name', { exact: true }).fill('Jo Whitcombe')
  await page.getByLabel(/^Address( \(optional\))?$/).fill('JO@packlight.test')
  await expect(page.getByText(/Both are reached at JO@packlight\.test\./i)).toBeVisible()
  await expect(page.getByText('The same name, but for how it is written.')).toBeHidden()
})

test('Somebody moves to another outlet and is a former one at the first', async ({ page }) => {
  const { kept, gone } = await twoProspects(page)
  await addContact(page, kept)
  await page.goto(kept)
  await page.getByRole('link', { name: 'Jo Whitcombe' }).first().click()
  await page.getByText('Moved to another outlet').click()
  await page.getByLabel('Address of the new outlet').fill('old-packlight.test')
  await page.getByRole('button', { name: 'They moved' }).click()
  await expect(page.getByText(/at Packlight, now at The old Packlight\./i)).toBeVisible()
  await page.goto(kept)
  await page.getByText('1 who was there before').click()
  await expect(page.getByText(/No longer there, until/)).toBeVisible()
  await page.goto(gone)
  await expect(page.getByRole('link', { name: 'Jo Whitcombe' }).first()).toBeVisible()
})

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  test('a near name is asked about once, and two are merged', { tag: '@at-one-width' }, async ({ page }) => {
    const { home, kept, gone } = await twoProspects(page)
    await page.goto(`${home}/prospects/new`)
    await page.getByLabel('Address of their site').fill('third.test')
    await page.getByLabel('Name', { exact: true }).fill('Packlights')
    await page.getByRole('radio', { name: /blogger/i }).check()
    await page.getByRole('button', { name: 'Add prospect' }).click()
    const list = page.getByRole('link', { name: /See what is like it/ })
    await expect(list).toHaveAttribute('href', /name=Packlights/)
    await page.getByRole('checkbox', { name: /It is another outlet/ }).check()
    await page.getByRole('button', { name: 'Add prospect' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Packlights' })).toBeVisible()

    await page.goto(`${home}/duplicates/alike?kind=prospect&address=&name=Packlight`)
    await expect(page.getByText('Nearly the same name.').first()).toBeVisible()
    await openComparison(page, home, kept, gone)
    await page.getByRole('button', { name: 'Make them one' }).click()
    await page.goto(gone)
    await expect(page).toHaveURL(new RegExp(`${kept}$`))
  })
})

async function twoProspects(page: Page, name = 'The old Packlight') {
  const home = await signUp(page)
  const kept = await addProspect(page, home)
  await page.goto(`${home}/prospects/new`)
  await page.getByLabel('Address of their site').fill('old-packlight.test')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('radio', { name: /blogger/i }).check()
  await page.getByRole('button', { name: 'Add prospect' }).click()
  const another = page.getByRole('checkbox', { name: /It is another outlet/ })
  const heading = page.getByRole('heading', { level: 1, name })
  await expect(another.or(heading).first()).toBeVisible()
  if (await another.isVisible()) {
    await another.check()
    await page.getByRole('button', { name: 'Add prospect' }).click()
  }
  await expect(heading).toBeVisible()
  return { home, kept, gone: new URL(page.url()).pathname }
}

async function openComparison(page: Page, home: string, kept: string, gone: string) {
  const id = (path: string) => path.split('/').at(-1)
  await page.goto(`${home}/duplicates/merge?kind=prospect&keep=${id(kept)}&gone=${id(gone)}`)
  await expect(page.getByRole('heading', { name: 'Where the two differ' })).toBeVisible()
}

/** Asks for a search, and waits for the worker's answer. */
async function search(page: Page) {
  await page.getByRole('button', { name: 'Search the book now' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/Last searched/)).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
}
