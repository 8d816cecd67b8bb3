import { type ConnectMailboxInput, connectMailboxSchema } from '#lib/features/mailboxes/mailbox-schema.ts'

/** What somebody types to connect a mailbox, with some of it changed. */
export function aMailbox(
  address: string,
  name: string,
  changes: Record<string, string | undefined> = {},
): ConnectMailboxInput {
  return connectMailboxSchema.parse({
    ...{ address, name, password: 'a password', sends: 'on', dailyCap: '5', timeZone: 'UTC' },
    ...changes,
  })
}
