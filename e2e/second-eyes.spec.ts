import { randomUUID } from 'node:crypto'
import {
  addCampaign,
  addContact,
  addProspect,
  addSite,
  draftPitch,
  noteGuidelines,
  PASSWORD,
  readPost,
  signUp,
} from './steps.ts'
import { type Browser, expect, type Page, test } from './watched-test.ts'

const WORDS = 'linen, waxed cotton, brass'

test('A junior’s letter is remarked on, mended and passed by somebody else before it goes', {
  tag: '@at-one-width',
}, async ({ page, browser }) => {
  test.setTimeout(180_000)
  const home = await signUp(page)
  await addSite(page, home)
  await addCampaign(page, home)
  const prospect = await addProspect(page, home)
  await noteGuidelines(page)
  await addContact(page, prospect)
  const note = await readPost(page, home, prospect)
  const junior = await inviteWriter(page, browser, home)

  await test.step('the owner asks to read what the junior writes', async () => {
    await page.goto(`${home}/settings/review`)
    const row = page.getByRole('row').filter({ hasText: 'Sam Reed' })
    await row.getByRole('button', { name: 'Read them first' }).click()
    await expect(row.getByText('Somebody else reads it')).toBeVisible()
  })

  const pitch = await test.step('the junior can ask for eyes, and do nothing else', async () => {
    const address = await draftPitch(junior, note)
    await expect(junior.getByText('Somebody else reads this one first')).toBeVisible()
    await expect(junior.getByRole('button', { name: 'Mark as ready' })).toHaveCount(0)
    await junior.getByRole('button', { name: 'Ask for a second pair of eyes' }).click()
    await expect(junior.getByText('Waiting for a second pair of eyes')).toBeVisible()
    await expect(junior.getByRole('button', { name: 'Looks right, mark as ready' })).toHaveCount(0)
    return address
  })

  await test.step('the owner selects words and says something about them', async () => {
    await page.goto(pitch)
    await selectWords(page, WORDS)
    await page.getByRole('button', { name: 'Use selected words' }).click()
    await expect(page.getByLabel('The words you mean')).toHaveValue(WORDS)
    await page.getByLabel('What you have to say about them').fill('Say which comes first.')
    await page.getByRole('button', { name: 'Say it' }).click()
    await expect(page.locator('mark').filter({ hasText: WORDS })).toBeVisible()
    await expect(page.getByText('One remark is still open: 1 (“Say which comes first.”).')).toBeVisible()
    await page.getByRole('button', { name: 'Back to the writer' }).click()
    await expect(page.getByText('Draft', { exact: true }).first()).toBeVisible()
  })

  await test.step('the junior finds the words, changes them, and settles it', async () => {
    await junior.goto(pitch)
    await expect(junior.getByText('Say which comes first.').first()).toBeVisible()
    await expect(async () => {
      await junior.getByRole('button', { name: 'Show me these words' }).click()
      const selected = await junior
        .getByRole('textbox', { name: 'Letter' })
        .evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd))
      expect(selected).toBe(WORDS)
    }).toPass()
    await junior.keyboard.type('first linen, then waxed cotton')
    await junior.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(junior.getByText(/^Saved \d/)).toBeVisible()
    await junior.reload()
    await expect(junior.getByText('The words are gone. They were:')).toBeVisible()
    await junior.getByText('Answer or settle').click()
    await junior.getByLabel('Your answer').fill('Linen does.')
    await junior.getByRole('button', { name: 'Settle it' }).click()
    await expect(junior.getByText('All settled.')).toBeVisible()
    await junior.getByRole('button', { name: 'Ask for a second pair of eyes' }).click()
    await expect(junior.getByText('Waiting for a second pair of eyes')).toBeVisible()
  })

  await test.step('the owner passes it, and the junior sends it', async () => {
    await page.goto(pitch)
    await page.getByRole('button', { name: 'Looks right, mark as ready' }).click()
    await expect(page.getByText(/read it and found it right/)).toBeVisible()
    await junior.goto(pitch)
    await junior.getByRole('button', { name: 'I sent it' }).click()
    await expect(junior.getByText('They answered')).toBeVisible()
  })
  await junior.context().close()
})

test('Words are typed where scripts are off, and what does not stand there is told beside them', {
  tag: '@at-one-width',
}, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /reviewer/i }).click()
  await page.waitForURL(/\/w\//)
  const home = new URL(page.url()).pathname.split('/').slice(0, 3).join('/')
  await page.goto(`${home}/pitches?state=in-review`)
  await page.getByRole('link', { name: /Tilda/ }).click()
  await expect(page.locator('mark').filter({ hasText: 'in a yard with thieves' })).toBeVisible()
  const text = `Lovely, ${randomUUID()}.`
  await page.getByLabel('The words you mean').fill('never written here')
  await page.getByLabel('What you have to say about them').fill(text)
  await page.getByRole('button', { name: 'Say it' }).click()
  await expect(page.getByText('These words are not in the letter as it stands now.').first()).toBeVisible()
  await expect(page.getByLabel('What you have to say about them')).toHaveValue(text)
  await page.getByLabel('The words you mean').fill('counted my own trips')
  await page.getByRole('button', { name: 'Say it' }).click()
  await expect(page.getByText(text).first()).toBeVisible()
  await expect(page.locator('mark').filter({ hasText: 'counted my own trips' })).toBeVisible()
  await context.close()
})

/** Somebody who writes in this workspace, in a window of their own. */
async function inviteWriter(page: Page, browser: Browser, home: string): Promise<Page> {
  await page.goto(`${home}/settings/members`)
  await page.getByLabel('E-mail address').fill(`sam-${randomUUID()}@fernway.test`)
  await page.getByRole('radio', { name: /^Writer/ }).check()
  await page.getByRole('button', { name: /invit/i }).last().click()
  const shown = page.locator('input[readonly]').first()
  await expect(shown).toHaveValue(/\/invite\//)
  const guest = await (await browser.newContext()).newPage()
  await guest.goto(await shown.inputValue())
  await guest.getByLabel('Your name').fill('Sam Reed')
  await guest.getByLabel('Password').fill(PASSWORD)
  await guest
    .getByRole('button')
    .filter({ hasText: /account|join|accept/i })
    .first()
    .click()
  await guest.waitForURL(new RegExp(home))
  return guest
}

/** As a mouse would. */
async function selectWords(page: Page, words: string) {
  await page.locator('#letter-body').evaluate((letter, wanted) => {
    const walker = document.createTreeWalker(letter, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent?.indexOf(wanted) ?? -1
      if (start < 0) continue
      document.getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length)
      return
    }
  }, words)
}
