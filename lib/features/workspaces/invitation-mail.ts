import { database } from '#lib/server/database.ts'
import { canSendMail, sendMail } from '#lib/server/mailer.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** Mails an invitation where mail is set up. Answers a sentence that ends before the link: what happened, what is left to do. */
export async function mailInvitation(scope: WorkspaceScope, email: string, link: string): Promise<string> {
  if (!canSendMail())
    return `Send this link to ${email} yourself. It works once, for 7 days, and is not shown again:`
  const workspace = await database().workspace.findUniqueOrThrow({
    where: { id: scope.workspaceId },
    select: { name: true },
  })
  const outcome = await sendMail({
    to: email,
    subject: `${scope.actorName} invites you to ${workspace.name}`,
    text: [
      'Hello,',
      `${scope.actorName} would like to work with you in "${workspace.name}" on Rapport. This link lets you in, once, within 7 days:`,
      link,
      'If you did not expect it, there is nothing to do.',
    ].join('\n\n'),
  })
  if (outcome.sent)
    return `A mail is on its way to ${email}. If it does not arrive, here is its link, shown this once:`
  return `${outcome.why} Send this link to ${email} yourself. It works once, for 7 days, and is not shown again:`
}
