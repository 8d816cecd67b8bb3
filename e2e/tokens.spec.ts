import { addProspect, addSite, signUp } from './steps.ts'
import { expect, test } from './watched-test.ts'

test('A token is made, opens what was ticked and nothing else, and is revoked', async ({
  page,
  playwright,
  baseURL,
}) => {
  const home = await signUp(page)
  await addSite(page, home)
  await addProspect(page, home)
  await page.goto(`${home}/settings/tokens`)
  await expect(page.getByText('No program of yours comes in here yet')).toBeVisible()

  await page.getByLabel('What it is for').fill('Sheet of prospects')
  await page.getByRole('radio', { name: 'A week' }).check()
  await page.getByRole('checkbox', { name: 'Read Prospects', exact: true }).check()
  await page.getByRole('checkbox', { name: 'Write Touches' }).check()
  await page.getByRole('button', { name: 'Make the token' }).click()
  const shown = page.getByLabel('Your new token')
  await expect(shown).toHaveValue(/^rapport_[\w-]{43}$/)
  const token = await shown.inputValue()

  // A program has no session: it comes with the token alone.
  const program = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  const list = await program.get('/api/v1/prospects?q=pack')
  expect(list.status()).toBe(200)
  const [prospect] = (await list.json()).items
  expect(prospect.name).toBe('Packlight')

  await test.step('it writes what it may, once', async () => {
    const touch = {
      data: { prospectId: prospect.id, kind: 'commented', note: 'On their post about zips' },
      headers: { 'idempotency-key': 'the first touch' },
    }
    const first = await program.post('/api/v1/touches', touch)
    const again = await program.post('/api/v1/touches', touch)
    expect([first.status(), again.status()]).toEqual([201, 201])
    expect(await again.json()).toEqual(await first.json())
    await page.goto(`${home}/prospects/${prospect.id}`)
    await expect(
      page.getByRole('listitem').filter({ hasText: 'On their post about zips' }).first(),
    ).toBeVisible()
  })

  await test.step('it is told why not, where it may not', async () => {
    const pitches = await program.get('/api/v1/pitches')
    expect([pitches.status(), pitches.headers()['content-type']]).toEqual([
      403,
      'application/problem+json; charset=utf-8',
    ])
    expect((await program.post('/api/v1/pitches', { data: {} })).status()).toBe(405)
    for (const [method, path, status] of [
      ['GET', '/api/v1/nothing', 404],
      ['GET', '/api/v1', 404],
      ['GET', '/api/v1//prospects', 404],
      ['DELETE', '/api/v1/prospects', 405],
      ['POST', '/api/v1/openapi.json', 405],
      ['PROPFIND', '/api/v1/prospects', 501],
    ] as const) {
      const answer = await program.fetch(path, { method })
      expect([answer.status(), answer.headers()['content-type']], `${method} ${path}`).toEqual([
        status,
        'application/problem+json; charset=utf-8',
      ])
      if (status > 404) expect(answer.headers().allow).toContain('GET')
    }
    const options = await program.fetch('/api/v1/prospects', { method: 'OPTIONS' })
    expect([options.status(), options.headers().allow]).toEqual([204, 'GET, POST, HEAD, OPTIONS'])
  })

  await test.step('it is listed by how it begins, with its last use, and not shown again', async () => {
    await page.goto(`${home}/settings/tokens`)
    const row = page.getByRole('row').filter({ hasText: 'Sheet of prospects' })
    await expect(row).toContainText(token.slice(0, 13))
    await expect(row).not.toContainText('Never')
    expect(await page.content()).not.toContain(token)
  })

  await test.step('revoked, it opens nothing', async () => {
    await page.getByRole('button', { name: 'Revoke' }).click()
    await page.getByRole('button', { name: 'Revoke it' }).click()
    await expect(page.getByText('Revoked', { exact: true })).toBeVisible()
    expect((await program.get('/api/v1/me')).status()).toBe(401)
  })

  await test.step('the reference stands there without any script of others', async () => {
    await page.getByRole('link', { name: 'What programs may ask' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'What programs may ask' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Log a contact outside mail' })).toBeVisible()
    const document = await page.request.get('/api/v1/openapi.json')
    expect((await document.json()).openapi).toBe('3.1.0')
  })
  await program.dispose()
})
