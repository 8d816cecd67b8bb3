import { CAN_BE_CALLED_BACK } from '#lib/domain/mail/outgoing-states.ts'
import { ERASED } from '#lib/domain/personal-traces.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

const NOTHING = new Uint8Array()
/** What waits, for its moment or for a word: it will not go. What is on its way at this instant is let be. */
const WAITING = [...CAN_BE_CALLED_BACK, 'unknown']

/** Mails out of mailboxes to somebody who is erased: those that wait will not go, and none says to whom or what it was. */
export async function blankMailsTo(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  contactIds: readonly string[],
  standIn: { contactId: string; name: string },
) {
  const toThem = { workspaceId, contactId: { in: [...contactIds] } }
  await tx.outgoingMail.updateMany({
    where: { ...toThem, state: { in: WAITING } },
    data: { state: 'not-sent', reason: 'left', liveKey: null, settledAt: now },
  })
  const { count } = await tx.outgoingMail.updateMany({
    where: toThem,
    data: {
      ...{ contactId: standIn.contactId, toName: standIn.name, toAddress: '', attention: false },
      ...{ subject: '', body: '', response: '', remedy: '', raw: NOTHING },
    },
  })
  return count
}

/** Mails to others that named them, once their words are redacted: the bytes still name them, so they go with what waits. */
export async function dropMailsThatNamed(tx: Transaction, { workspaceId, now }: WorkspaceScope) {
  const named = ['subject', 'body', 'toName'].map((column) => ({ [column]: { contains: ERASED } }))
  await tx.outgoingMail.updateMany({
    where: { workspaceId, state: { in: WAITING }, OR: named },
    data: { state: 'not-sent', reason: 'erased', liveKey: null, settledAt: now, attention: true },
  })
  await tx.outgoingMail.updateMany({ where: { workspaceId, OR: named }, data: { raw: NOTHING } })
}
