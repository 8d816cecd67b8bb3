import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** A mailbox that somebody connected and lets rest. It has no password: no demo may knock at anybody's server. */
export async function playMailbox(
  scope: WorkspaceScope,
  { name, email, timeZone }: { name: string; email: string; timeZone: string },
) {
  const { workspaceId, memberId, now } = scope
  const domain = email.slice(email.indexOf('@') + 1)
  await databaseAcrossWorkspaces().mailbox.create({
    data: {
      ...{ workspaceId, ownerId: memberId, name, address: email, liveAddress: email, aliases: [], timeZone },
      ...{ imapHost: `imap.${domain}`, imapPort: 993, imapSecurity: 'tls', imapUser: email, sends: true },
      ...{ smtpHost: `smtp.${domain}`, smtpPort: 465, smtpSecurity: 'tls', smtpUser: email },
      ...{ state: 'paused', dailyCap: 5, createdAt: now, updatedAt: now },
    },
  })
}
