/**
 * How a mail from somebody's own mailbox stands (MAIL.md, section 3). queued: waits for its moment. claimed: a worker has it in
 * hand, nothing has gone. transmitting: it may have gone from here on. sent: the server took it. filed: it is among the sent
 * mail. held: waits for a person to say that it should still go. unknown: nobody but a person can tell whether it went.
 */
type OutgoingState =
  | 'queued'
  | 'claimed'
  | 'transmitting'
  | 'sent'
  | 'filed'
  | 'undone'
  | 'not-sent'
  | 'unknown'
  | 'held'

/** Nothing of it has gone: it can be called back. */
export const CAN_BE_CALLED_BACK: readonly OutgoingState[] = ['queued', 'claimed', 'held']

/** It went, or may have: whatever else is to be written waits for what becomes of it. */
export const MAY_HAVE_GONE: readonly OutgoingState[] = ['transmitting', 'unknown', 'sent', 'filed']

/** A click can be taken back for so long. */
export const UNDO_MS = 30_000

/**
 * What should have gone longer ago than this is not sent without being asked about: the worker was away, or this is a restored
 * backup, whose mails went out in another life.
 */
export const HELD_AFTER_MS = 10 * 60 * 1000

const MINUTE_MS = 60_000
const NEXT_TRIES_MS = [1, 2, 5, 10, 20, 30].map((minutes) => minutes * MINUTE_MS)

/** How long to wait after so many tries that a server put off; null when it has had enough of them. */
export function nextTryAfterMs(tries: number): number | null {
  return NEXT_TRIES_MS[tries - 1] ?? null
}
