import { defineConfig } from 'vitest/config'

const databaseTests = [
  'lib/features/**/*.test.ts',
  'lib/testing/**/*.test.ts',
  'lib/server/postgres/**/*.test.ts',
  'prisma/**/*.test.ts',
  'scripts/**/*.database.test.ts',
  'lib/server/blobs.test.ts',
]

export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['{lib,scripts,components}/**/*.test.ts'],
          exclude: databaseTests,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: databaseTests,
          globalSetup: ['lib/testing/postgres-for-tests.ts'],
          setupFiles: ['lib/testing/database-for-each-file.ts'],
        },
      },
    ],
  },
})
