import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** MAIL.md, section 2. */
const REFUSALS_THAT_HOLD = 2

/** Other servers refuse what this mailbox sends: after two in a day it sends nothing more until a person says so. */
export async function holdRefusedMailbox(tx: Transaction, scope: WorkspaceScope, mailboxId: string) {
  const { workspaceId, now } = scope
  const refusals = await tx.incomingMail.count({
    where: {
      ...{ workspaceId, mailboxId, kind: 'bounce', meaning: 'refuses-us' },
      seenAt: { gt: new Date(now.getTime() - DAY_MS) },
    },
  })
  if (refusals < REFUSALS_THAT_HOLD) return
  await tx.mailbox.updateMany({
    where: { id: mailboxId, workspaceId, sendingHeldAt: null },
    data: { sendingHeldAt: now },
  })
}
