import path from 'node:path'
import { settings } from '#lib/server/env.ts'
import { backUpDatabase } from '#lib/server/postgres/backup.ts'
import { withLocalDatabase } from './with-local-database.ts'

await withLocalDatabase(async () => {
  const folder = process.argv[2] ?? path.join(settings().dataDir, 'backups')
  console.log(`Wrote ${await backUpDatabase(settings().databaseUrl, folder)}`)
})
