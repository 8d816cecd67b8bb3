import { addCampaign, addContact, addProspect, addSite, readPost, signUp } from './steps.ts'
import { expect, type Page, test } from './watched-test.ts'

/** Begins a letter that stands on nothing yet, in a workspace of its own. @returns the workspace's and the pitch's address */
async function beginLetter(page: Page): Promise<{ home: string; pitch: string; prospect: string }> {
  const home = await signUp(page)
  await addSite(page, home)
  await addCampaign(page, home)
  const prospect = await addProspect(page, home)
  await addContact(page, prospect)
  return { home, prospect, pitch: await startPitch(page, home, prospect) }
}

async function startPitch(page: Page, home: string, prospect: string): Promise<string> {
  await page.goto(`${home}/pitches/new?prospect=${prospect.split('/').at(-1)}`)
  await page.getByRole('button', { name: 'Start writing' }).click()
  await page.waitForURL(/\/pitches\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

async function addBlock(page: Page, home: string, kind: RegExp, name: string, words: string) {
  await page.goto(`${home}/settings/blocks`)
  const form = page.getByRole('form', { name: 'Add a building block' })
  await form.getByRole('radio', { name: kind }).check()
  await form.getByLabel('Its name').fill(name)
  await form.getByLabel('The words').fill(words)
  await form.getByRole('button', { name: 'Add the building block' }).click()
  await expect(page.getByText(`Added: ${name}.`)).toBeVisible()
}

const letterOf = (page: Page) => page.getByLabel('Letter')

test('What was read lies beside the letter on a wide window, and folds away on a phone', async ({
  page,
  isMobile,
}) => {
  const home = await signUp(page)
  await addSite(page, home)
  await addCampaign(page, home)
  const prospect = await addProspect(page, home)
  await addContact(page, prospect)
  await readPost(page, home, prospect)
  await startPitch(page, home, prospect)
  const quote = page.locator('mark').filter({ hasText: 'you notice the walk' }).first()
  const fold = page.getByText('What was read, and who they are')
  if (isMobile) {
    await expect(quote).toBeHidden()
    await fold.click()
    await expect(quote).toBeVisible()
  } else {
    await expect(fold).toBeHidden()
    await quote.scrollIntoViewIfNeeded()
    await expect(quote).toBeInViewport()
    await expect(letterOf(page)).toBeInViewport()
  }
  await expect(page.getByText('Write to jo@packlight.test. I read everything.').first()).toBeVisible()
})

test('A building block goes in at the cursor, filled in, and what is not known keeps the letter here', async ({
  page,
}) => {
  const { home, pitch } = await beginLetter(page)
  await page.goto(`${home}/settings/blocks`)
  const form = page.getByRole('form', { name: 'Add a building block' })
  await form.getByLabel('Its name').fill('A whole letter')
  await form.getByLabel('The words').fill('Hello {first name},\n\nwe sew bags.\n\nBest wishes,\nMara')
  await form.getByRole('button', { name: 'Add the building block' }).click()
  await expect(page.getByText('belong to the letter').first()).toBeVisible()
  await expect(form.getByLabel('Its name')).toHaveValue('A whole letter')
  await addBlock(
    page,
    home,
    /A paragraph/,
    'The shop',
    '{site name} sews bags, {first name}. See {post title}.',
  )
  await addBlock(page, home, /A signature/, 'Mine', '{my name}\n{site owner}')

  await page.goto(pitch)
  await letterOf(page).fill('Hello Jo,\n\nI read your seven.')
  await page.locator('summary', { hasText: 'Building blocks' }).click()
  await page.getByRole('button', { name: /^Put it in\s*: The shop/ }).click()
  await page.getByRole('button', { name: /^Put it in\s*: Mine/ }).click()
  await expect(letterOf(page)).toHaveValue(
    'Hello Jo,\n\nI read your seven.\n\nTrailhead sews bags, Jo. See {post title}.\n\n-- \nMara Lindqvist\nTrailhead Gear',
  )
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await expect(page.getByText('Left-over placeholder')).toBeVisible()
  await page.getByText('As they will read it').click()
  await expect(
    page.locator('mark').filter({ hasText: 'Jo (first name)' }).filter({ visible: true }).first(),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Go to the letter' }).first().click()
  await expect(letterOf(page)).toBeFocused()
  // Enter saves; it presses neither a block's button nor "Mark as ready".
  const written = await letterOf(page).inputValue()
  await page.getByLabel('Subject').press('Enter')
  await expect(letterOf(page)).toHaveValue(written)
})

test('Two versions are compared word for word, and the earlier one is brought back', async ({ page }) => {
  const { pitch } = await beginLetter(page)
  await letterOf(page).fill('Hello Jo, one red bag for you.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await letterOf(page).fill('Hello Jo, one blue bag for you.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(async () => {
    await page.goto(`${pitch}/revisions/compare`)
    await expect(page.locator('ins')).toHaveText('blue', { timeout: 500 })
  }).toPass()
  await expect(page.locator('del')).toHaveText('red')
  await page.getByRole('link', { name: 'Side by side' }).click()
  await expect(page.getByRole('heading', { name: 'As it stands now' })).toBeVisible()
  await page.getByRole('button', { name: /Bring this one back/ }).click()
  await page.waitForURL(/\/pitches\/[0-9a-f-]{36}$/)
  await expect(letterOf(page)).toHaveValue('Hello Jo, one red bag for you.')
})

test('Words typed without a connection are kept here, also over a reload, and go when it is back', {
  tag: '@at-one-width',
}, async ({ page }) => {
  await beginLetter(page)
  await page.route('**/draft', (route) => route.abort())
  await letterOf(page).fill('Typed in a tunnel.')
  await expect(page.getByText('Not saved yet: no connection; your words are kept here')).toBeVisible()
  await page.reload()
  await expect(letterOf(page)).toHaveValue('Typed in a tunnel.')
  await expect(page.getByText(/never saved are back in their place/)).toBeVisible()
  await page.unroute('**/draft')
  await expect(page.getByText(/^Saved \d/)).toBeVisible({ timeout: 15_000 })
  await page.reload()
  await expect(letterOf(page)).toHaveValue('Typed in a tunnel.')
  expect(await keptEntries(page)).toEqual([])
})

test('Of two tabs the later one sees both texts and chooses, and nothing of either is lost', {
  tag: '@at-one-width',
}, async ({ page, context }) => {
  const { pitch } = await beginLetter(page)
  await letterOf(page).fill('Hello Jo.')
  const other = await context.newPage()
  await expect(async () => {
    await other.goto(pitch)
    await expect(letterOf(other)).toHaveValue('Hello Jo.', { timeout: 500 })
  }).toPass()
  await letterOf(other).fill('Hello Jo, from the other tab.')
  // A tab that is only open shows it.
  await expect(letterOf(page)).toHaveValue('Hello Jo, from the other tab.')

  await page.route('**/draft', (route) => route.abort())
  await letterOf(page).fill('Hello Jo, from this tab.')
  await expect(page.getByText(/no connection; your words are kept here/)).toBeVisible()
  await letterOf(other).fill('Hello Jo, from the other tab, once more.')
  await expect(page.getByText(/^Another text was saved at/)).toBeVisible()
  await expect(page.locator('del').filter({ visible: true }).first()).toBeVisible()
  await expect(letterOf(page)).toHaveValue('Hello Jo, from this tab.')
  await page.getByRole('button', { name: 'Mark as ready' }).click()
  await expect(page.locator(':focus')).toContainText('Another text was saved at')
  await page.unroute('**/draft')
  await page.getByRole('button', { name: 'Take the other text' }).click()
  await expect(letterOf(page)).toHaveValue('Hello Jo, from the other tab, once more.')
  await page.goto(`${pitch}/revisions`)
  await expect(page.getByText('Hello Jo, from this tab.')).toHaveCount(1)
})

test('Signing out lets go of words that were kept and not saved', { tag: '@at-one-width' }, async ({
  page,
}) => {
  await beginLetter(page)
  await page.route('**/draft', (route) => route.abort())
  await letterOf(page).fill('Only on this machine.')
  await expect(page.getByText(/no connection; your words are kept here/)).toBeVisible()
  expect(await keptEntries(page)).toHaveLength(1)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(/\/sign-in/)
  await expect.poll(() => keptEntries(page)).toEqual([])
})

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })

  test('A building block is put last, and what was typed stays', { tag: '@at-one-width' }, async ({
    page,
  }) => {
    const { home, pitch } = await beginLetter(page)
    await addBlock(page, home, /A paragraph/, 'The shop', '{site name} sews bags, {first name}.')
    await page.goto(pitch)
    await letterOf(page).fill('Hello Jo,')
    await page.locator('summary', { hasText: 'Building blocks' }).click()
    await page.getByRole('button', { name: /^Put it in\s*: The shop/ }).click()
    await expect(letterOf(page)).toHaveValue('Hello Jo,\n\nTrailhead sews bags, Jo.')
  })
})

function keptEntries(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('rapport.words.')))
}
