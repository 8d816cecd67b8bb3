import type { Transaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'

type Mail = { id: string; workspaceId: string; mailboxId: string }

/** Asks a worker to take a mail one step further then. Mails of one mailbox go one at a time: a server that hangs holds up no other. */
export async function askToSend(tx: Transaction, { id, workspaceId, mailboxId }: Mail, startAfter: Date) {
  await enqueue(tx, 'send-mail', { workspaceId, mailId: id }, { group: mailboxId, startAfter })
}
