import { connectMailbox } from '#lib/features/mailboxes/mailbox-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMailbox } from './a-mailbox.ts'
import type { MailPlace, TestMailServers } from './mail-servers/mail-world-for-tests.ts'

type Changes = { smtp?: MailPlace; dailyCap?: number; timeZone?: string; password?: string }

/** A mailbox on the test servers that has been tried and works. */
export async function aSendingMailbox(
  scope: WorkspaceScope,
  servers: Pick<TestMailServers, 'people' | 'smtp'>,
  { smtp = servers.smtp, dailyCap = 5, timeZone = 'UTC', password }: Changes = {},
): Promise<string> {
  const { sender } = servers.people
  const { mailboxId } = await connectMailbox(
    scope,
    aMailbox(sender.address, 'Anna', {
      ...{ password: password ?? sender.password, dailyCap: String(dailyCap), timeZone },
      ...{
        imapHost: sender.imap.host,
        imapPort: String(sender.imap.port),
        imapSecurity: sender.imap.security,
      },
      ...{ smtpHost: smtp.host, smtpPort: String(smtp.port), smtpSecurity: smtp.security },
    }),
  )
  await database().mailbox.updateMany({
    where: { id: mailboxId, workspaceId: scope.workspaceId },
    data: { state: 'connected', checkState: 'done' },
  })
  return mailboxId
}
