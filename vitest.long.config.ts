import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{lib,scripts}/**/*.long.ts'],
    globalSetup: ['lib/testing/postgres-for-tests.ts'],
    setupFiles: ['lib/testing/database-for-each-file.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
