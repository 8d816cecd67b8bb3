import path from 'node:path'
import { settings } from '#lib/server/env.ts'
import { prepareQueues } from '#lib/server/jobs.ts'
import { grantAppRole } from '#lib/server/postgres/app-role.ts'
import { prepareDatabase } from '#lib/server/postgres/prepare-database.ts'
import { withLocalDatabase } from './with-local-database.ts'

await withLocalDatabase(async () => {
  const { databaseUrl, migrateDatabaseUrl, dataDir } = settings()
  const { migrated, backup } = await prepareDatabase(migrateDatabaseUrl, path.join(dataDir, 'backups'))
  await prepareQueues(migrateDatabaseUrl)
  const role = await grantAppRole(migrateDatabaseUrl, databaseUrl)
  if (backup) console.log(`Backed up the data to ${backup} first.`)
  if (role) console.log(`${role} may work in it, and may not change the audit log.`)
  console.log(migrated.length > 0 ? `Applied ${migrated.join(', ')}.` : 'The database is up to date.')
})
