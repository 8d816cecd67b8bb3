import { rotateSealedKeys } from '#lib/features/workspaces/rotate-sealed-keys.ts'
import { disconnectDatabase } from '#lib/server/database.ts'
import { SettingsError, settings } from '#lib/server/env.ts'
import { withLocalDatabase } from './with-local-database.ts'

try {
  await withLocalDatabase(rotate)
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  fail(error.message)
}

/** Says what was sealed anew, what was already, and what no key opens; the last makes the command fail. */
async function rotate() {
  try {
    for (const [purpose, { resealed, asNow, closed }] of Object.entries(await rotateSealedKeys())) {
      const first = settings().secretKeys[0]?.id
      console.log(`${purpose}: ${resealed} sealed anew with ${first}, ${asNow} were already.`)
      if (closed.length > 0)
        fail(
          `${purpose}: ${closed.length} cannot be opened with any key at hand, and stay as they are: ${closed.join(', ')}. ` +
            'Put the key they were sealed with back into SECRET_KEYS (or the AUTH_SECRET of then), and run this again.',
        )
    }
  } finally {
    await disconnectDatabase()
  }
}

function fail(sentence: string) {
  console.error(sentence)
  process.exitCode = 1
}
