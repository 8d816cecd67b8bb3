import type { MailFacts } from '#lib/domain/mail/mail-facts.ts'
import { isSameSubject } from '#lib/domain/mail/mail-subject.ts'
import { recipientsOf } from '#lib/domain/mail/sent-by-hand.ts'
import { addressKey } from '#lib/domain/mail-address.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { ownIdsOf } from './mail-traits.ts'
import type { SentTraits } from './waiting-letters-queries.ts'

/** A list that was never set is none, which is not the same as an empty one. */
export const WITHOUT_IDS = { OR: [{ mailIds: { isEmpty: true } }, { mailIds: { equals: null } }] }

type SentMail = { mailboxId: string; facts: MailFacts; arrivedAt: Date | null }

/** A letter is said to be sent some time before or after it really was. */
const SAID_WITHIN_MS = 3 * 24 * 60 * 60 * 1000

/**
 * A letter that a person sent from their own mail program and told us of: its copy among the sent mail teaches the Message-ID it
 * went out under, so that its answer is found by its thread. Nothing of any other sent mail is kept.
 *
 * @returns whether something was learnt
 */
export async function learnFromSent(
  scope: WorkspaceScope,
  { mailboxId, facts, arrivedAt }: SentMail,
): Promise<boolean> {
  authorize(scope, 'pitches.write')
  const { workspaceId, now } = scope
  const ids = ownIdsOf(facts)
  const keys = recipientKeysOf(facts)
  const sentAt = arrivedAt ?? facts.date ?? now
  if (ids.length === 0 || keys.length === 0) return false
  const messages = await database().message.findMany({
    where: {
      ...{ workspaceId, direction: 'out', ...WITHOUT_IDS },
      via: { in: ['copy', 'mailto', 'gmail', 'outlook-work', 'outlook-home', 'draft-file'] },
      at: {
        gt: new Date(sentAt.getTime() - SAID_WITHIN_MS),
        lt: new Date(sentAt.getTime() + SAID_WITHIN_MS),
      },
      pitch: {
        workspaceId,
        deletedAt: null,
        channel: { workspaceId, kind: 'email', addressKey: { in: keys } },
      },
    },
    orderBy: { at: 'desc' },
    select: { id: true, subject: true },
    take: 20,
  })
  const same = messages.filter(({ subject }) => isSameSubject(facts.subject, subject))
  // A first letter and its follow-up bear one subject: where both are unknown, none is guessed.
  const [message] = same
  if (!message || same.length > 1) return false
  return inTransaction(async (tx) => {
    const known = await tx.message.findFirst({
      where: { workspaceId, mailIds: { hasSome: ids } },
      select: { id: true },
    })
    if (known) return false
    const { count } = await tx.message.updateMany({
      where: { id: message.id, workspaceId, ...WITHOUT_IDS },
      data: { mailIds: ids, mailboxId },
    })
    return count > 0
  })
}

/** To ask for many sent mails at once whether they went to somebody we write to. */
export function traitsOfSent(facts: MailFacts): SentTraits {
  return { ids: ownIdsOf(facts), to: recipientKeysOf(facts) }
}

export function recipientKeysOf(facts: MailFacts): string[] {
  return [...new Set(recipientsOf(facts).map(addressKey))]
}
