import { addSite, signUp } from './steps.ts'
import { expect, test } from './watched-test.ts'

test('A webhook is made, tried, seen failing, changed, renewed, turned off and deleted', async ({ page }) => {
  const home = await signUp(page)
  await addSite(page, home)
  await page.goto(`${home}/settings/webhooks`)
  await expect(page.getByText('No program is told anything yet')).toBeVisible()

  await test.step('a private address is refused, and what was typed is kept', async () => {
    await page.getByLabel('What it is for').fill('Team chat')
    await page.getByLabel('Address of the receiver').fill('http://127.0.0.1:3200/')
    await page.getByRole('checkbox', { name: 'The outcome of a mention changed' }).check()
    await page.getByRole('button', { name: 'Make the webhook' }).click()
    await expect(page.getByText('That is a private address').first()).toBeVisible()
    await expect(page.getByLabel('What it is for')).toHaveValue('Team chat')
  })

  await page.getByLabel('Address of the receiver').fill('http://hooks.test/in')
  await page.getByRole('button', { name: 'Make the webhook' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Team chat' })).toBeVisible()
  await expect(page.getByText('On, nothing sent yet')).toBeVisible()

  await test.step('a test shows what the receiver answered', async () => {
    await page.getByRole('button', { name: 'Send a test' }).click()
    const row = page.getByRole('row').filter({ hasText: 'A test' })
    await expect(row).toContainText('200: Thank you, noted')
    await expect(row).toContainText('Delivered')
  })

  await test.step('the secret is shown by a click, and a new one is another', async () => {
    expect(await page.content()).not.toContain('whsec_')
    await page.getByRole('button', { name: 'Show the secret' }).click()
    const shown = page.getByLabel('The secret', { exact: true })
    await expect(shown).toHaveValue(/^whsec_[\w+/=]{44}$/)
    const before = await shown.inputValue()
    await page.getByRole('button', { name: 'Make a new secret' }).click()
    await page.getByRole('button', { name: 'Make it' }).click()
    await expect(page.getByText('The secret before signs as well')).toBeVisible()
    await expect(page.getByLabel('The secret', { exact: true }).last()).not.toHaveValue(before)
  })

  await test.step('a receiver that is broken is said to be', async () => {
    await page.getByLabel('Address of the receiver').fill('http://hooks.test/broken')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Saved. What waits goes to this address.')).toBeVisible()
    await page.getByRole('button', { name: 'Send a test' }).click()
    const row = page.getByRole('row').filter({ hasText: 'Out of order' })
    await expect(row).toContainText('They answered, and not with a yes.')
    await expect(page.getByText('The receiver takes nothing at the moment')).toBeVisible()
  })

  await test.step('it is turned off and on again', async () => {
    await page.getByRole('button', { name: 'Turn it off' }).click()
    await expect(page.getByText('Somebody here turned it off.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Send a test' })).toBeHidden()
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await expect(page.getByRole('button', { name: 'Send a test' })).toBeVisible()
  })

  await test.step('what is sent can be read', async () => {
    await page.goto(`${home}/settings/webhooks/events`)
    await expect(page.getByText('mention.outcome_changed').first()).toBeVisible()
  })

  await test.step('it is deleted, and the audit log says who did what', async () => {
    await page.goto(`${home}/settings/webhooks`)
    await page.getByRole('link', { name: 'Team chat' }).click()
    await page.getByRole('button', { name: 'Delete this webhook' }).click()
    await page.getByRole('button', { name: 'Delete it' }).click()
    await expect(page.getByText('No program is told anything yet')).toBeVisible()
    await page.goto(`${home}/settings/audit`)
    for (const words of ['made a webhook', 'looked at a webhook’s secret', 'deleted a webhook'])
      await expect(page.getByRole('row').filter({ hasText: words }).first()).toBeVisible()
  })
})
