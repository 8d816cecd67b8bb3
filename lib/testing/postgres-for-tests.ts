import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareQueues } from '#lib/server/jobs.ts'
import { startEmbeddedPostgres } from '#lib/server/postgres/embedded-postgres.ts'
import { prepareDatabase } from '#lib/server/postgres/prepare-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

// The machine's disk has to keep nothing of it: no commit waits for it.
const NOTHING_OUTLIVES_THE_RUN = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** A real PostgreSQL for the whole run, migrated once; every test file gets a copy of it. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-tests-'))
  chmodSync(folder, 0o755)
  const postgres = await startEmbeddedPostgres(folder, NOTHING_OUTLIVES_THE_RUN)
  await prepareDatabase(postgres.databaseUrl, path.join(folder, 'backups'))
  await prepareQueues(postgres.databaseUrl)
  project.provide('postgresUrl', postgres.databaseUrl)
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
