import { addSite, recordMention, signUp } from './steps.ts'
import { expect, test } from './watched-test.ts'

test('A report is given to review by keyboard alone, and its links say the same to whoever only knocks', {
  tag: '@at-one-width',
}, async ({ page, browser }) => {
  test.setTimeout(120_000)
  const home = await signUp(page)
  await addSite(page, home)
  await recordMention(page, home, 'http://packlight.test/carry-on-update')
  await expect(page.getByText('Linked', { exact: true }).first()).toBeVisible({ timeout: 20_000 })
  await page.goto(`${home}/customer-reports/new`)
  await page.getByLabel('Title').fill('Without clips')
  await page.getByLabel('From', { exact: true }).fill('2020-01-01')
  await page.getByLabel('To', { exact: true }).fill('2090-01-01')
  await page.getByRole('checkbox', { name: 'Clips' }).uncheck()
  await page.getByRole('button', { name: 'See how it looks' }).click()

  await test.step('the focus lands on what came of each step', async () => {
    const press = async (name: string) => {
      await page.getByRole('button', { name }).focus()
      await page.keyboard.press('Enter')
    }
    await press('Give it to review')
    await expect(page.getByRole('heading', { name: 'It waits to be read' })).toBeFocused()
    await press('Take it back to change it')
    await expect(page.getByRole('heading', { name: 'Next' })).toBeFocused()
    await press('Give it to review')
    await expect(page.getByRole('heading', { name: 'It waits to be read' })).toBeFocused()
    await press('Approve it as it stands')
    await expect(page.getByRole('heading', { name: 'Approved' })).toBeFocused()
  })

  const place = new URL(page.url()).pathname
  await page.getByRole('button', { name: 'Make a link' }).click()
  const shown = page.locator('input[readonly]').first()
  await expect(shown).toHaveValue(/\/share\/[\w-]{43}$/)
  const address = new URL(await shown.inputValue()).pathname
  const anybody = await browser.newContext()

  await test.step('asked for the head alone, each address answers as it does for the whole', async () => {
    for (const [who, at] of [
      [page, place],
      [anybody, address],
    ] as const)
      for (const file of ['report.csv', 'report.json', 'report.exe']) {
        const whole = await who.request.get(`${at}/${file}`)
        const head = await who.request.head(`${at}/${file}`)
        expect([file, head.status()]).toEqual([file, whole.status()])
        expect(head.headers()['content-type']).toBe(whole.headers()['content-type'])
        expect(whole.status()).toBe(file === 'report.json' ? 200 : 404)
      }
  })
  await anybody.close()
})
