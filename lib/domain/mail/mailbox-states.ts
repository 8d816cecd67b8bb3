/** connecting: nobody knows yet whether it works. disconnected: its passwords are forgotten, its past stays. */
export const MAILBOX_STATES = [
  'connecting',
  'connected',
  'reconnect-needed',
  'paused',
  'disconnected',
] as const
export type MailboxState = (typeof MAILBOX_STATES)[number]

export const MAILBOX_STATE_WORDS: Readonly<
  Record<MailboxState, { label: string; tone: 'good' | 'careful' | 'neutral' | 'unknown' }>
> = {
  connecting: { label: 'Connecting', tone: 'unknown' },
  connected: { label: 'Connected', tone: 'good' },
  'reconnect-needed': { label: 'Reconnect needed', tone: 'careful' },
  paused: { label: 'Paused', tone: 'neutral' },
  disconnected: { label: 'Disconnected', tone: 'neutral' },
}

export function mailboxState(stored: string): MailboxState {
  return MAILBOX_STATES.find((state) => state === stored) ?? 'reconnect-needed'
}
