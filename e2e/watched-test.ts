import { type Browser, test as base, expect, type Page } from '@playwright/test'

/**
 * Playwright's test, which also fails on whatever a page's scripts complain of: a bug, or a page that was drawn differently in
 * the browser than on the server. The latter throws away what was typed before the scripts came.
 */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = []
      const listen = (page: Page) =>
        page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack ?? error.message}`))
      context.on('page', listen)
      await use(complaints)
      expect(complaints, 'what the scripts of the pages complained of').toEqual([])
    },
    { auto: true },
  ],
})

export { type Browser, expect, type Page }
