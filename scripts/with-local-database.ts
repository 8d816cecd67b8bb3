import pg from 'pg'
import { disconnectDatabase } from '#lib/server/database.ts'
import { isLocalMode, SettingsError, settings } from '#lib/server/env.ts'
import { stopJobSender } from '#lib/server/jobs.ts'
import { startLocalDatabase } from '#lib/server/local-mode.ts'
import { PostgresError } from '#lib/server/postgres/embedded-postgres.ts'
import { DatabaseError } from '#lib/server/postgres/prepare-database.ts'

/**
 * Runs a command that needs the database. In local mode the running one is used; where none runs, it is started for
 * the command and stopped after it. What goes wrong is one sentence and exit code 1.
 */
export async function withLocalDatabase(work: () => Promise<void>) {
  try {
    const stop =
      isLocalMode() && !(await answers()) ? (await startLocalDatabase(settings().dataDir)).stop : undefined
    try {
      await work()
    } finally {
      await stopJobSender()
      await disconnectDatabase()
      await stop?.()
    }
  } catch (error) {
    const known =
      error instanceof SettingsError || error instanceof DatabaseError || error instanceof PostgresError
    console.error(known ? error.message : error)
    process.exitCode = 1
  }
}

async function answers(): Promise<boolean> {
  if (!settings().databaseUrl) return false
  const client = new pg.Client({ connectionString: settings().databaseUrl, connectionTimeoutMillis: 3000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
