import { randomUUID } from 'node:crypto'
import { addSite, PASSWORD, signUp } from './steps.ts'
import { expect, test } from './watched-test.ts'

test('Who changed a role and took a list away stands in the audit log, for those who may read it', {
  tag: '@at-one-width',
}, async ({ page, browser }) => {
  const home = await signUp(page)
  await addSite(page, home)
  const site = new URL(page.url()).pathname

  const email = `sam-${randomUUID()}@fernway.test`
  await page.goto(`${home}/settings/members`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: /invit/i }).last().click()
  const shown = page.locator('input[readonly]').first()
  await expect(shown).toHaveValue(/\/invite\//)
  const context = await browser.newContext()
  const guest = await context.newPage()
  await guest.goto(await shown.inputValue())
  await guest.getByLabel('Your name').fill('Sam Reed')
  await guest.getByLabel('Password').fill(PASSWORD)
  await guest
    .getByRole('button')
    .filter({ hasText: /account|join|accept/i })
    .first()
    .click()
  await guest.waitForURL(new RegExp(home))

  await test.step('a writer finds no such page, and no such files', async () => {
    expect((await guest.goto(`${home}/settings/audit`))?.status()).toBe(404)
    const files = [
      `${home}/settings/audit/export.csv`,
      `${home}/settings/audit/export.json`,
      `${site}/evidence.zip`,
    ]
    for (const file of files) expect((await guest.request.get(file)).status(), file).toBe(404)
  })
  await test.step('a role is changed, a list and the evidence are taken away', async () => {
    await page.goto(`${home}/settings/members`)
    await page.getByRole('link', { name: 'Sam Reed' }).click()
    await page.getByRole('radio', { name: /^Manager/ }).check()
    await page.getByRole('button', { name: 'Save role' }).click()
    await expect(page.getByText('It counts from their next click.').first()).toBeVisible()
    expect((await page.request.get(`${home}/prospects/export.csv`)).status()).toBe(200)
    const evidence = await page.request.get(`${site}/evidence.zip`)
    expect(evidence.headers()['content-type']).toBe('application/zip')
  })

  await test.step('all of it stands in the log, which can be narrowed down', async () => {
    await page.goto(`${home}/settings`)
    await page.getByRole('link', { name: 'Audit log' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible()
    const table = page.getByRole('table')
    for (const words of [
      'changed a role',
      'exported a list',
      'fetched an evidence bundle',
      'invited somebody',
    ])
      await expect(table.getByText(words, { exact: true })).toBeVisible()
    await page.getByLabel('Did what').selectOption('member.role-changed')
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page).toHaveURL(/action=member\.role-changed/)
    await expect(table.getByRole('row')).toHaveCount(2)
    await expect(table.getByText('Sam Reed')).toBeVisible()
  })

  await test.step('taking the log itself away stands in it too', async () => {
    const file = await page.request.get(`${home}/settings/audit/export.json`)
    const { events } = await file.json()
    expect(events.map(({ action }: { action: string }) => action)).toContain('member.role-changed')
    await page.goto(`${home}/settings/audit?action=export.list`)
    await expect(page.getByText('list: audit log; format: json')).toBeVisible()
  })

  await test.step('the key that evidence is signed with can be compared', async () => {
    const key = await (await page.request.get('/.well-known/rapport-evidence-key')).text()
    const fingerprint = /SHA-256 ([0-9a-f]{64})/.exec(key)?.[1] ?? 'none'
    await expect(page.getByText(fingerprint, { exact: true })).toBeVisible()
  })

  await context.close()
})
