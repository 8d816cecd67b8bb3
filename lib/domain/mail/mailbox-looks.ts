/** MAIL.md, section 2: after that long without a look that worked, the screen says so. */
export const LOOKS_EVERY_MINUTES = 15

type Read = { state: string; lastLookAt: Date | null; createdAt?: Date }

/** Whether a mailbox that should be read has not been for too long: then nothing can be said of answers to it. */
export function isLookLate({ state, lastLookAt }: Read, now: Date): boolean {
  if (state === 'reconnect-needed') return true
  if (state !== 'connected') return false
  return lastLookAt === null || now.getTime() - lastLookAt.getTime() > LOOKS_EVERY_MINUTES * 60_000
}

/** Why "no reply" is not said of a follow-up, in a few words for a list. */
export function doubtNote(doubt: { kind: 'paused' } | { kind: 'not-checked'; address: string }): string {
  return doubt.kind === 'paused'
    ? 'on hold: a mail may be their answer'
    : `not checked: ${doubt.address} has not been read since`
}
