import { needsNewPassword, wordsForMailFailure } from '#lib/domain/mail/mail-failures.ts'
import { passwordHintOf } from '#lib/domain/mail/mail-providers.ts'
import type { Mailbox } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { MailFailure } from '#lib/server/mail/mail-failure.ts'
import { imapServerOf } from '../mailboxes/mailbox-login.ts'

/**
 * A look came to its end: when, and when the last message was seen to come in. A failure of reading is over with it; what a try
 * of the mailbox or a sending failed with is not ours to forget.
 */
export async function recordLook(mailbox: Mailbox, at: Date, lastMailAt: Date | null) {
  const { id, workspaceId } = mailbox
  const stillOurs = { id, workspaceId, state: 'connected' }
  await database().mailbox.updateMany({
    where: stillOurs,
    data: { lastLookAt: at },
  })
  if (lastMailAt) {
    // What is found late does not make the last one older.
    await database().mailbox.updateMany({
      where: { ...stillOurs, OR: [{ lastMessageAt: null }, { lastMessageAt: { lt: lastMailAt } }] },
      data: { lastMessageAt: lastMailAt },
    })
  }
  await database().mailbox.updateMany({
    where: {
      ...stillOurs,
      readFailedAt: { not: null },
      failedAt: { equals: database().mailbox.fields.readFailedAt },
    },
    data: { failure: '', failureKind: null, failedAt: null, readFailedAt: null },
  })
}

/** What reading failed with, in words on the mailbox. A refused password is not tried again: that would lock the account. */
export async function recordReadingFailure(mailbox: Mailbox, failure: MailFailure, at: Date) {
  const server = imapServerOf(mailbox)
  const place = server ? `${server.host}:${server.port}` : 'the mail server'
  const { sentence, remedy } = wordsForMailFailure(failure.kind, place)
  const hint = failure.kind === 'login' && server ? passwordHintOf(server.host) : null
  await database().mailbox.updateMany({
    where: { id: mailbox.id, workspaceId: mailbox.workspaceId, state: 'connected' },
    data: {
      ...{
        failure: `${sentence} ${hint ?? remedy}`,
        failureKind: failure.kind,
        failedAt: at,
        readFailedAt: at,
      },
      ...(needsNewPassword(failure.kind) ? { state: 'reconnect-needed' } : {}),
    },
  })
}
