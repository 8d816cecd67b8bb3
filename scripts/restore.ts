import { existsSync } from 'node:fs'
import path from 'node:path'
import { SettingsError, settings } from '#lib/server/env.ts'
import { restoreDatabase } from '#lib/server/postgres/backup.ts'
import { prepareDatabase } from '#lib/server/postgres/prepare-database.ts'
import { withLocalDatabase } from './with-local-database.ts'

await withLocalDatabase(async () => {
  const [file] = process.argv.slice(2)
  if (!file || !existsSync(file))
    throw new SettingsError('Say which backup: npm run restore -- path/to/rapport-....jsonl.gz')
  const { migrateDatabaseUrl, dataDir } = settings()
  await prepareDatabase(migrateDatabaseUrl, path.join(dataDir, 'backups'))
  try {
    const { rows } = await restoreDatabase(migrateDatabaseUrl, file)
    console.log(`Restored ${rows} rows.`)
  } catch (error) {
    throw new SettingsError(error instanceof Error ? error.message : String(error))
  }
})
