import { defineConfig } from '@playwright/test'
import config from './playwright.config.ts'

/** `npm run screenshots`: the pictures of the README, taken in the same world as the browser tests. */
export default defineConfig({
  ...config,
  testMatch: 'screenshots.ts',
  projects: [{ name: 'pictures', use: { viewport: { width: 1280, height: 860 }, colorScheme: 'light' } }],
})
