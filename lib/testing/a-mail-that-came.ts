import { parseMail } from '#lib/domain/mail/parse-mail.ts'
import { judgeArrival, namedIds } from '#lib/features/answers/judge-mail.ts'
import { messageKeyOf } from '#lib/features/answers/mail-traits.ts'
import { ourOwn } from '#lib/features/answers/our-own.ts'
import { settleNamed } from '#lib/features/answers/settle-named.ts'
import { takeInMail } from '#lib/features/answers/take-in-mail.ts'
import { connectMailbox } from '#lib/features/mailboxes/mailbox-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMailbox } from './a-mailbox.ts'

let uid = 0

/** A mailbox that is read, as far as the database knows; no server stands behind it. */
export async function aReadMailbox(
  scope: WorkspaceScope,
  address = 'mara@trailhead.shop',
  readAt = scope.now,
) {
  const { workspaceId } = scope
  const { mailboxId } = await connectMailbox(scope, aMailbox(address, 'Mara'))
  await database().mailbox.updateMany({
    where: { id: mailboxId, workspaceId },
    data: { state: 'connected', lastLookAt: readAt },
  })
  await database().mailFolder.create({
    data: { workspaceId, mailboxId, path: 'INBOX', role: 'inbox', uidValidity: '1', lastUid: 0n, readAt },
  })
  return mailboxId
}

/** A mail comes into a mailbox and is judged as the worker does it. @returns its row, or null where it is not kept */
export async function mailCame(scope: WorkspaceScope, mailboxId: string, raw: string) {
  const { workspaceId } = scope
  const mailbox = await database().mailbox.findFirstOrThrow({ where: { id: mailboxId, workspaceId } })
  const folder = await database().mailFolder.findFirstOrThrow({ where: { mailboxId, workspaceId } })
  const facts = await parseMail(Buffer.from(raw))
  const messageKey = messageKeyOf(facts, Buffer.from(raw))
  await settleNamed(scope, namedIds(facts))
  const mail = await judgeArrival(scope, facts, await ourOwn(scope, mailbox), scope.now)
  uid += 1
  const { path, uidValidity } = folder
  const place = { mailboxId, folderId: folder.id, path, uidValidity, uid }
  if (mail) await takeInMail(scope, { mail, messageKey, at: scope.now, place })
  return database().incomingMail.findFirst({ where: { workspaceId, messageKey } })
}
