import { checkMailAddress } from '#lib/domain/mail-address.ts'
import { makeResetLinkFor } from '#lib/features/workspaces/reset-commands.ts'
import { disconnectDatabase } from '#lib/server/database.ts'
import { isLocalMode, settings } from '#lib/server/env.ts'
import { DatabaseError } from '#lib/server/postgres/prepare-database.ts'
import { withLocalDatabase } from './with-local-database.ts'

const USAGE = 'Say whose password: npm run reset-password -- anna@example.com'

const checked = checkMailAddress(process.argv[2] ?? '')
if (checked.ok) await withLocalDatabase(() => printResetLink(checked.address.toLowerCase()))
else fail(process.argv[2] ? checked.error : USAGE)

/** One link, good once within the hour, for whoever runs the server to hand on. */
async function printResetLink(email: string) {
  try {
    const made = await makeResetLinkFor(email, new Date())
    if (!made) return fail(`No account has the address ${email}.`)
    const { appUrl } = settings()
    console.log(`A new password for ${made.name}, once, within the hour:\n\n  ${made.link}\n`)
    if (isLocalMode()) console.log(`Rapport must be running at ${appUrl} when it is opened (npm start).`)
  } catch (error) {
    throw new DatabaseError(whyNot(error))
  } finally {
    await disconnectDatabase()
  }
}

function whyNot(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  if (code === 'P2021')
    return 'There are no accounts in this database yet: start Rapport once with npm start.'
  const where = isLocalMode()
    ? 'Start Rapport with npm start, then try again.'
    : 'Is DATABASE_URL right, and is it running?'
  return `The database did not answer (${code ?? message.split('\n').at(-1)}). ${where}`
}

function fail(sentence: string) {
  console.error(sentence)
  process.exitCode = 1
}
