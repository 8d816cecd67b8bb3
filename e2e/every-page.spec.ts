import axe from 'axe-core'
import { BY_SECRET_LINK, everyRoute, placeOf, REDIRECTS, SIGNED_OUT } from './places.ts'
import { signInAsDemo } from './steps.ts'
import { expect, type Page, test } from './watched-test.ts'

const inside = everyRoute().filter(
  (route) => ![...SIGNED_OUT, ...REDIRECTS, ...BY_SECRET_LINK].includes(route),
)

// In parts, so that both windows' workers share them.
test.describe.configure({ mode: 'parallel' })
const PARTS = 3

for (let part = 0; part < PARTS; part += 1) {
  test(`Every page is accessible, in light and in dark (${part + 1} of ${PARTS})`, async ({ page }) => {
    test.setTimeout(300_000)
    const mine = (_: string, index: number) => index % PARTS === part
    for (const route of SIGNED_OUT.filter(mine)) {
      await page.goto(route)
      await expectAccessible(page, route)
    }
    const home = await signInAsDemo(page, /shop/i)
    for (const route of inside.filter(mine)) {
      await page.goto(await placeOf(page, home, route))
      await expectAccessible(page, route)
    }
  })
}

test('Every page can be read with scripts off', { tag: '@at-one-width' }, async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  for (const route of SIGNED_OUT) await expectReadable(page, route, route)
  const home = await signInAsDemo(page, /shop/i)
  for (const route of inside) await expectReadable(page, await placeOf(page, home, route), route)
  await context.close()
})

test('What is not there is a 404 that can be read, with scripts off too', { tag: '@at-one-width' }, async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const home = await signInAsDemo(page, /shop/i)
  const nobody = '00000000-0000-7000-8000-000000000000'
  const places = [
    '/nowhere',
    '/w/nobody-has-this',
    '/invite/made-up',
    '/reset/made-up',
    '/morning-mail/made-up',
    '/notifications/made-up',
    `${home}/prospects/not-an-id`,
    ...[
      'prospects',
      'requests',
      'requests/digests',
      'contacts',
      'sites',
      'campaigns',
      'reading',
      'reading-list',
      'pitches',
      'mentions',
      'checks',
    ].map((noun) => `${home}/${noun}/${nobody}`),
  ]
  for (const place of places) {
    const response = await page.goto(place)
    expect(response?.status(), place).toBe(404)
    await expect(page.getByRole('heading', { level: 1 }), place).toHaveText('There is nothing here')
  }
  await context.close()
})

async function expectAccessible(page: Page, route: string) {
  await page.evaluate(axe.source)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const found = await page.evaluate(
      async (rules) => {
        const { violations } = await axe.run({
          resultTypes: ['violations'],
          ...(rules && { runOnly: rules }),
        })
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        )
        // Only colours differ in the dark.
      },
      colorScheme === 'dark' ? ['color-contrast'] : undefined,
    )
    expect(found, `${route} in ${colorScheme}`).toEqual([])
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${route} is wider than the window`).toBeLessThanOrEqual(0)
}

async function expectReadable(page: Page, place: string, route: string) {
  const response = await page.goto(place)
  expect(response?.status(), route).toBe(200)
  await expect(page.getByRole('heading', { level: 1 }), route).toHaveCount(1)
  expect((await page.locator('main').innerText()).length, route).toBeGreaterThan(20)
}
