import { addSite, signInAsDemo, signUp } from './steps.ts'
import { expect, test } from './watched-test.ts'

const SEVEN = 'http://packlight.test/carry-on-backpacks'
const QUOTE = 'Each of these has crossed at least three borders with me.'

const sent = (fields: Record<string, string>) => `/capture?${new URLSearchParams(fields)}`

test('A page is kept as a note: its outlet is added, and the words are looked for on the page', async ({
  page,
}) => {
  test.setTimeout(90_000)
  const home = await signUp(page)
  await page.goto(sent({ url: SEVEN, title: 'Seven carry-on backpacks - Packlight', text: QUOTE }))
  await expect(page).toHaveURL(new RegExp(`${home}/capture`))
  await expect(page.getByLabel('Address')).toHaveValue(SEVEN)
  await expect(page.getByLabel('Words from the page')).toHaveValue(QUOTE)
  await expect(page.getByLabel('Name')).toHaveValue('Packlight')
  await page.getByRole('button', { name: 'Make a reading note' }).click()
  await page.waitForURL(/\/reading\/[0-9a-f-]{36}/)
  await expect(page.getByLabel('A quote, word for word')).toHaveValue(QUOTE)
  await expect(page.getByText('Found on the page, word for word.')).toBeVisible({ timeout: 30_000 })
  await page.goto(sent({ url: 'http://packlight.test/carry-on-update' }))
  await expect(page.getByText('who is here already')).toBeVisible()
})

test('Opening the form stores nothing, and hostile words stay words', { tag: '@at-one-width' }, async ({
  page,
}) => {
  const home = await signUp(page)
  await page.goto(
    sent({
      url: 'javascript:alert(1)',
      title: '"><script>alert(1)</script>',
      text: '<img src=x onerror=alert(1)>',
    }),
  )
  await expect(page.getByText('The address is missing')).toBeVisible()
  await expect(page.getByLabel('Address')).toHaveValue('')
  await expect(page.getByLabel('Title')).toHaveValue('"><script>alert(1)</script>')
  await page.getByLabel('Address').fill('javascript:alert(1)')
  await page.getByRole('button', { name: 'Only add the prospect' }).click()
  await expect(page.getByText(/starts with "javascript:" is no web page/).first()).toBeVisible()
  await expect(page.getByLabel('Words from the page')).toHaveValue('<img src=x onerror=alert(1)>')
  await page.goto(`${home}/prospects`)
  await expect(page.getByRole('table')).toHaveCount(0)
})

test('What Android shares is understood, and works with scripts off', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signUp(page)
  await page.goto(sent({ title: 'Seven packs', text: `"${QUOTE}" ${SEVEN}#:~:text=Each%20of%20these` }))
  await expect(page.getByLabel('Address')).toHaveValue(SEVEN)
  await expect(page.getByLabel('Words from the page')).toHaveValue(QUOTE)
  await page.getByRole('button', { name: 'Log a touch' }).click()
  await page.waitForURL(/\/prospects\/[0-9a-f-]{36}/)
  await expect(page.getByText(QUOTE).filter({ visible: true }).first()).toBeVisible()
  await context.close()
})

test('A page about us becomes a mention', async ({ page }) => {
  const home = await signUp(page)
  await addSite(page, home)
  await page.goto(sent({ url: 'http://packlight.test/carry-on-update', title: 'An update' }))
  await page.getByRole('button', { name: 'Record a mention' }).click()
  await page.waitForURL(/\/mentions\/[0-9a-f-]{36}/)
  await expect(page.getByText('packlight.test').first()).toBeVisible()
})

test('Signed out, the words wait until one has signed in', { tag: '@at-one-width' }, async ({ page }) => {
  await page.goto(
    sent({ url: 'https://newblog.test/a?b=1&c=2', title: 'Ten & one', text: 'Words = of # theirs' }),
  )
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await page.getByRole('button', { name: /shop/i }).click()
  await page.waitForURL(/\/w\/[^/]+\/capture/)
  await expect(page.getByLabel('Address')).toHaveValue('https://newblog.test/a?b=1&c=2')
  await expect(page.getByLabel('Title')).toHaveValue('Ten & one')
  await expect(page.getByLabel('Words from the page')).toHaveValue('Words = of # theirs')
})

test('The bookmark brings the page one is on, and the app can be installed', {
  tag: '@at-one-width',
}, async ({ page, request }) => {
  const home = await signInAsDemo(page, /shop/i)
  await page.goto(`${home}/capture/setup`)
  const code = (await page.getByRole('link', { name: 'Keep in Rapport' }).getAttribute('href')) ?? ''
  expect(code).toMatch(/^javascript:/)
  // As a browser runs it on somebody's page.
  await page.goto('/robot')
  const popup = page.waitForEvent('popup')
  await page.evaluate((script) => {
    const selection = getSelection()
    selection?.selectAllChildren(document.querySelector('h1') ?? document.body)
    const run = document.createElement('script')
    run.nonce = document.querySelector('script')?.nonce ?? ''
    run.textContent = decodeURIComponent(script.slice('javascript:'.length))
    document.body.append(run)
  }, code)
  const form = await popup
  await form.waitForURL(/\/w\/[^/]+\/capture/)
  await expect(form.getByLabel('Address')).toHaveValue(/\/robot$/)
  await expect(form.getByLabel('Title')).not.toHaveValue('')
  const manifest = await (await request.get('/manifest.webmanifest')).json()
  expect(manifest.share_target).toEqual({
    action: '/capture',
    method: 'GET',
    params: { title: 'title', text: 'text', url: 'url' },
  })
  for (const { src } of manifest.icons)
    expect((await request.get(src)).headers()['content-type']).toBe('image/png')
})
