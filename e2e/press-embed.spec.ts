import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import axe from 'axe-core'
import { addSite, recordMention, signUp } from './steps.ts'
import { expect, test } from './watched-test.ts'

test('A site’s press is turned on for other pages, copied, shown live, and turned off', {
  tag: '@at-one-width',
}, async ({ page, browser }) => {
  test.setTimeout(150_000)
  const home = await signUp(page)
  await addSite(page, home)
  await recordMention(page, home, 'http://packlight.test/carry-on-update')
  await expect(page.getByText('Linked', { exact: true }).first()).toBeVisible({ timeout: 20_000 })
  await recordMention(page, home, 'http://roundup.test/best-carry-on')
  await expect(page.getByText('Named, no link').first()).toBeVisible({ timeout: 20_000 })

  await page.goto(`${home}/press`)
  await page.getByRole('link', { name: 'A public page' }).click()
  await page.getByRole('link', { name: 'Show it on other pages' }).click()
  await expect(page.getByRole('heading', { name: 'It is off' })).toBeVisible()
  const preview = page.frameLocator('iframe')
  await expect(preview.getByRole('listitem')).toHaveCount(2)
  await page.getByLabel('With a link').uncheck()
  await page.getByLabel('Named, without a link').uncheck()
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.getByText('Please tick at least one.').first()).toBeVisible()
  await page.getByLabel('With a link').check()
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.getByRole('heading', { name: 'It is on' })).toBeVisible()
  await expect(page.getByLabel('The list as HTML')).toHaveValue(/packlight\.test\/carry-on-update/)
  await expect(page.getByLabel('The list as HTML')).not.toHaveValue(/roundup\.test/)
  await expect(preview.getByRole('listitem')).toHaveCount(1)
  await page.getByLabel('Named, without a link').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('The list as HTML')).toHaveValue(/roundup\.test/)
  await expect(preview.getByRole('listitem')).toHaveCount(2)
  const json = new URL(await page.getByLabel('The address of the JSON').inputValue()).pathname
  const live = json.replace(/\/press\.json$/, '')

  const anybody = await browser.newContext({ javaScriptEnabled: false })
  const visitor = await anybody.newPage()
  await test.step('anybody reads it, with scripts off, and any page may put it in a frame', async () => {
    const answer = await visitor.goto(live)
    expect(answer?.status()).toBe(200)
    expect(answer?.headers()['content-security-policy']).toMatch(/^default-src 'none'; .*frame-ancestors \*$/)
    expect(answer?.headers()).not.toHaveProperty('set-cookie')
    await expect(visitor.getByRole('listitem')).toHaveCount(2)
    await expect(visitor.locator('ul')).toHaveCSS('list-style-type', 'none')
    const fits = await visitor.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
    expect(fits).toBe(true)
    // A page of nobody we know, at an origin of its own, whose frame is a sandbox as in the lines to copy.
    const frame = await page.getByLabel('The frame as HTML').inputValue()
    const { origin } = new URL(visitor.url())
    const somebody = createServer((_, answer) =>
      answer
        .writeHead(200, { 'content-type': 'text/html' })
        .end(frame.replace(/http:\/\/[^/"]+/, origin).replace('loading="lazy"', '')),
    ).listen(0, '127.0.0.1')
    await once(somebody, 'listening')
    await visitor.goto(`http://127.0.0.1:${(somebody.address() as AddressInfo).port}/`)
    await expect(visitor.frameLocator('iframe').getByRole('listitem')).toHaveCount(2)
    somebody.close()
  })

  await test.step('programs read it', async () => {
    const answer = await anybody.request.get(json)
    expect(answer.headers()['access-control-allow-origin']).toBe('*')
    expect(await answer.json()).toMatchObject({
      format: 'rapport-press-1',
      mentions: [{ kind: 'name' }, { kind: 'link' }],
    })
    const again = await anybody.request.get(json, {
      headers: { 'if-none-match': answer.headers().etag ?? '' },
    })
    expect(again.status()).toBe(304)
  })

  await test.step('it is accessible, in light and in dark', async () => {
    const reader = await page.context().newPage()
    for (const colorScheme of ['light', 'dark'] as const) {
      await reader.emulateMedia({ colorScheme })
      await reader.goto(live)
      await reader.evaluate(axe.source)
      const found = await reader.evaluate(async () => (await axe.run()).violations.map(({ id }) => id))
      expect(found, colorScheme).toEqual([])
    }
    await reader.close()
  })

  await test.step('turned off, it is the same 404 as one that never was', async () => {
    await page.getByRole('button', { name: 'Turn it off' }).click()
    await expect(page.getByRole('heading', { name: 'It is off' })).toBeVisible()
    const [gone, never] = [
      await anybody.request.get(live),
      await anybody.request.get(`/embed/${'x'.repeat(16)}`),
    ]
    expect([gone.status(), never.status()]).toEqual([404, 404])
    expect(await gone.text()).toBe(await never.text())
    expect(gone.headers()['cache-control']).toBe('no-store')
  })
  await anybody.close()
})
