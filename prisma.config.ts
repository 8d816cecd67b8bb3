import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// With this set, the CLI uses our engine and downloads none. See scripts/prisma/schema-engine.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL('scripts/prisma/schema-engine.ts', import.meta.url),
)

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'node scripts/seed.ts' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://nobody@127.0.0.1:1/unset' },
})
