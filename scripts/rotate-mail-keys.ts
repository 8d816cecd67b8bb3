import { resealMailSecrets } from '#lib/features/mailboxes/reseal-mail-secrets.ts'
import { withLocalDatabase } from './with-local-database.ts'

await withLocalDatabase(async () => {
  const { resealed, closed } = await resealMailSecrets()
  console.log(
    resealed === 1
      ? 'One mailbox was closed with the new key.'
      : `${resealed} mailboxes were closed with the new key.`,
  )
  if (closed > 0) {
    console.log(
      `${closed} cannot be opened with any key of MAIL_SECRET_KEYS: keep the old key until they can.`,
    )
    process.exitCode = 1
  }
})
