import type { OutgoingReason } from '#lib/domain/mail/outgoing-reasons.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { can } from '#lib/domain/roles.ts'
import type { OutgoingMail } from '#lib/generated/prisma/client.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { holdSending } from '../pitches/sending-queries.ts'
import { actingScope } from '../workspaces/acting-scope.ts'
import { countFirstsToday } from './daily-cap.ts'
import { stepToSend } from './sending-steps.ts'
import { stepOf } from './settle-commands.ts'

/** From here on nobody else touches the row before a sending can no longer be under way. */
const PATIENCE_MS = 180_000

export type LastLook =
  | { may: 'go' }
  /** Undone, or in another worker's hands. */
  | { may: 'not-mine' }
  | { may: 'not'; reason: OutgoingReason; remedy: string }
  | { may: 'ask'; reason: OutgoingReason }

/**
 * Everything the click was asked, once more, in the moment before the first byte: a stop, an answer, a returned mail, a no, the
 * cap, an undo since then. If all of it still holds, `transmitting` is committed: from then on it counts as gone.
 */
export async function lastLook(
  mail: OutgoingMail,
  { now, patienceMs = PATIENCE_MS }: { now: Date; patienceMs?: number | undefined },
): Promise<LastLook> {
  const { id, workspaceId, claimId } = mail
  const scope = await actingScope(mail.senderId, now)
  return inTransaction(async (tx) => {
    await holdSending(tx, scope)
    const no = await whyNot(tx, scope, mail)
    if (no) return no
    const { count } = await tx.outgoingMail.updateMany({
      where: { id, workspaceId, state: 'claimed', claimId },
      data: {
        ...{ state: 'transmitting', transmittedAt: now, tries: { increment: 1 } },
        notBefore: new Date(now.getTime() + patienceMs),
      },
    })
    return count > 0 ? { may: 'go' } : { may: 'not-mine' }
  })
}

async function whyNot(tx: Transaction, scope: WorkspaceScope, mail: OutgoingMail): Promise<LastLook | null> {
  const { workspaceId } = scope
  const sender = await tx.member.findFirst({ where: { id: mail.senderId, workspaceId, leftAt: null } })
  if (!sender || !can(scope.role, 'pitches.send', scope.grants))
    return { may: 'not', reason: 'sender', remedy: '' }
  const mailbox = await tx.mailbox.findFirst({
    where: {
      id: mail.mailboxId,
      workspaceId,
      ownerId: mail.senderId,
      state: 'connected',
      sends: true,
      sendingHeldAt: null,
    },
  })
  if (!mailbox) return { may: 'not', reason: 'mailbox', remedy: '' }
  if (mail.purpose === 'first' && (await countFirstsToday(tx, scope, mailbox)) >= mailbox.dailyCap)
    return { may: 'not', reason: 'cap', remedy: '' }
  try {
    const step = await stepToSend(tx, scope, stepOf(mail))
    if (step.toAddress !== mail.toAddress || step.body !== mail.body || step.subject !== mail.subject)
      return rule(
        'Its text or its address was changed after you pressed send.',
        'Look at it, then send it again.',
      )
  } catch (error) {
    if (error instanceof NotFound) return rule('The pitch is not here any more.', '')
    if (!(error instanceof Refusal)) throw error
    return rule(error.message, error.remedy ?? '')
  }
  if (mail.purpose !== 'reply') return null
  const since = await tx.message.findFirst({
    where: { workspaceId, pitchId: mail.pitchId, direction: 'in', at: { gt: mail.clickedAt } },
    select: { id: true },
  })
  return since && { may: 'ask', reason: 'they-wrote' }
}

function rule(message: string, remedy: string): LastLook {
  return { may: 'not', reason: 'rule', remedy: `${message} ${remedy}`.trim() }
}
