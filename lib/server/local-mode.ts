import { createHash, randomBytes } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import { forgetSettings, type LocalState, localStateFile, SettingsError } from './env.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './postgres/embedded-postgres.ts'
import { canReach } from './postgres/postgres-binaries.ts'

/**
 * Makes the data folder usable and starts our own PostgreSQL in it. Leaves the database's address and the secrets
 * beside the data (readable by its owner only), where `settings()` of every other command finds them.
 */
export async function startLocalDatabase(dataDir: string): Promise<EmbeddedPostgres> {
  const folder = usableFolder(dataDir)
  const postgres = await startEmbeddedPostgres(folder)
  const stateFile = localStateFile(dataDir)
  const known = existsSync(stateFile)
    ? (JSON.parse(readFileSync(stateFile, 'utf8')) as LocalState)
    : undefined
  const state: LocalState = {
    databaseUrl: postgres.databaseUrl,
    authSecret: known?.authSecret ?? randomBytes(32).toString('base64url'),
    mailSecretKeys: known?.mailSecretKeys ?? `k1:${randomBytes(32).toString('base64')}`,
  }
  writeFileSync(stateFile, JSON.stringify(state), { mode: 0o600 })
  chmodSync(stateFile, 0o600)
  forgetSettings()
  return postgres
}

/** @throws SettingsError with one sentence when the folder cannot be written */
function usableFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new SettingsError(
      `The data folder ${dataDir} cannot be written (${reason}): choose another with DATA_DIR.`,
    )
  }
  return userInfo().uid === 0 ? folderOpenToPostgres(dataDir) : dataDir
}

/** As root the database runs as another user, who must get through every parent folder: else the cluster goes elsewhere. */
function folderOpenToPostgres(dataDir: string): string {
  const anybody = { uid: 65_534, gid: 65_534 }
  if (canReach(dataDir, anybody)) return dataDir
  chmodSync(dataDir, 0o711)
  if (canReach(dataDir, anybody)) return dataDir
  const elsewhere = path.join(
    '/var/lib',
    `rapport-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`,
  )
  mkdirSync(elsewhere, { recursive: true, mode: 0o711 })
  return elsewhere
}
