import type { OwnMailbox } from '#lib/domain/mail/mail-facts.ts'
import { database } from '#lib/server/database.ts'

const MOST_PEOPLE = 2_000

/**
 * Everybody who writes from here: a colleague's mail in a thread of ours is no answer either. A mailbox that was disconnected
 * still tells whose mail was ours.
 */
export async function ourOwn(
  { workspaceId }: { workspaceId: string },
  mailbox?: { name: string; address: string; aliases: readonly string[] },
): Promise<OwnMailbox> {
  const db = database()
  const mailboxes = await db.mailbox.findMany({
    where: { workspaceId, address: { not: '' } },
    select: { address: true, aliases: true },
    take: MOST_PEOPLE,
  })
  const members = await db.member.findMany({
    where: { workspaceId, leftAt: null },
    select: { user: { select: { email: true } } },
    take: MOST_PEOPLE,
  })
  const addresses = [
    ...(mailbox ? [mailbox.address, ...mailbox.aliases] : []),
    ...mailboxes.flatMap(({ address, aliases }) => [address, ...aliases]),
    ...members.flatMap(({ user }) => (user ? [user.email] : [])),
  ]
  return { addresses: [...new Set(addresses)], name: mailbox?.name ?? '' }
}
