import { wordsForMailFailure } from '#lib/domain/mail/mail-failures.ts'
import type { Mailbox } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { MailFailure } from '#lib/server/mail/mail-failure.ts'

/**
 * A server refused the password: the mailbox rests until its member has typed another, as after a check. Trying a refused one
 * over and over would lock the account.
 */
export async function askForPassword(
  mailbox: Mailbox,
  part: 'imap' | 'smtp',
  failure: MailFailure,
  now: Date,
) {
  const [host, port] =
    part === 'imap' ? [mailbox.imapHost, mailbox.imapPort] : [mailbox.smtpHost, mailbox.smtpPort]
  const { sentence, remedy } = wordsForMailFailure(failure.kind, `${host}:${port}`)
  const { id, workspaceId, updatedAt } = mailbox
  await database().mailbox.updateMany({
    where: { id, workspaceId, state: 'connected', updatedAt },
    data: {
      ...{ state: 'reconnect-needed', failure: `${sentence} ${remedy}`, failureKind: failure.kind },
      failedAt: now,
    },
  })
}
