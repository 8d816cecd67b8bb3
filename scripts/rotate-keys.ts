import { resealMailSecrets } from '#lib/features/mailboxes/reseal-mail-secrets.ts'
import { rotateSealedKeys } from '#lib/features/workspaces/rotate-sealed-keys.ts'
import { SettingsError, settings } from '#lib/server/env.ts'
import { withLocalDatabase } from './with-local-database.ts'

/** Seals anew whatever an older key sealed. Says what it did; what no key opens stays as it is, and makes the command fail. */
await withLocalDatabase(async () => {
  const { secretKeys, mailKeys } = settings()
  if (secretKeys.length === 0 && mailKeys.length === 0)
    throw new SettingsError(
      'Neither SECRET_KEYS nor MAIL_SECRET_KEYS is set: there is no key to seal with. Put one there first (see .env.example).',
    )
  if (secretKeys.length > 0) await rotateSecrets(secretKeys[0]?.id)
  if (mailKeys.length > 0) await rotateMail(mailKeys[0]?.id)
})

async function rotateSecrets(first: string | undefined) {
  for (const [purpose, { resealed, asNow, closed }] of Object.entries(await rotateSealedKeys())) {
    console.log(`${purpose}: ${resealed} sealed anew with ${first}, ${asNow} were already.`)
    if (closed.length > 0)
      fail(
        `${purpose}: ${closed.length} cannot be opened with any key at hand, and stay as they are: ${closed.join(', ')}. ` +
          'Put the key they were sealed with back into SECRET_KEYS (or the AUTH_SECRET of then), and run this again.',
      )
  }
}

async function rotateMail(first: string | undefined) {
  const { resealed, closed } = await resealMailSecrets()
  console.log(`mailbox passwords: ${resealed} sealed anew with ${first}.`)
  if (closed > 0)
    fail(
      `mailbox passwords: ${closed} cannot be opened with any key of MAIL_SECRET_KEYS: keep the old key until they can.`,
    )
}

function fail(sentence: string) {
  console.error(sentence)
  process.exitCode = 1
}
