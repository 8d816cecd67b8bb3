import path from 'node:path'
import { settings } from '#lib/server/env.ts'
import { prepareQueues } from '#lib/server/jobs.ts'
import { prepareDatabase } from '#lib/server/postgres/prepare-database.ts'
import { withLocalDatabase } from './with-local-database.ts'

await withLocalDatabase(async () => {
  const { databaseUrl, dataDir } = settings()
  const { migrated, backup } = await prepareDatabase(databaseUrl, path.join(dataDir, 'backups'))
  await prepareQueues(databaseUrl)
  if (backup) console.log(`Backed up the data to ${backup} first.`)
  console.log(migrated.length > 0 ? `Applied ${migrated.join(', ')}.` : 'The database is up to date.')
})
