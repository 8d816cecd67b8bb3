import { readSubject } from './mail-subject.ts'

/** A message of the conversation and the Message-IDs it goes by, angle brackets included. */
export type ThreadMessage = { mailIds: readonly string[] }

const MOST_REFERENCES = 30

/**
 * The headers that put a mail under those before it. A mail whose id a server changed is known to its readers by the later one,
 * which stands last. Undefined where no message of the conversation has an id: it went by copy, or was logged by hand.
 *
 * @param messages oldest first
 */
export function threadHeaders(
  messages: readonly ThreadMessage[],
): { inReplyTo: string; references: string[] } | undefined {
  const ids = [...new Set(messages.flatMap(({ mailIds }) => mailIds))]
  const inReplyTo = messages.findLast(({ mailIds }) => mailIds.length > 0)?.mailIds.at(-1)
  if (inReplyTo === undefined) return undefined
  // The first is what the thread hangs on, the last what is answered.
  const kept = ids.length > MOST_REFERENCES ? [...ids.slice(0, 1), ...ids.slice(1 - MOST_REFERENCES)] : ids
  return { inReplyTo, references: [...kept.filter((id) => id !== inReplyTo), inReplyTo] }
}

/** "Re: ..." unless it begins so in some language. */
export function replySubject(subject: string): string {
  if (subject.trim() === '') return 'Re:'
  return readSubject(subject).isReply ? subject : `Re: ${subject}`
}
