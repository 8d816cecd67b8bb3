/** A part of a message that is evidence rather than text: a delivery report, or the mail that came back with it. */
export type MailPart = { type: string; text: string }

/** What was found in a message, before anything is made of it. */
export type MailFacts = {
  /** Decoded values by lower-case name, in the order they stood. */
  headers: ReadonlyMap<string, readonly string[]>
  /** The sender's address as written, or null where none can be found. */
  from: string | null
  subject: string
  /** When the sender says it was written. */
  date: Date | null
  /** The whole readable text with its quotes; HTML is turned into text. */
  text: string
  parts: readonly MailPart[]
  /** False where the body could not be taken apart: only the headers are to be trusted then. */
  isWhole: boolean
}

/** One conversation of ours that a message may belong to. */
export type PitchTrace = {
  id: string | number
  /** Every Message-ID one of its mails went out under, also those a server put in place of ours. */
  messageIds: readonly string[]
  /** Addresses of the contact. */
  to: readonly string[]
  subject: string
  sentText: string
  sentAt: Date | null
}

/** Whose mailbox it is: the mailbox's address, its aliases, and the name it writes under. */
export type OwnMailbox = { addresses: readonly string[]; name: string }

/** The first value of a header, or an empty text. */
export function headerOf(facts: Pick<MailFacts, 'headers'>, name: string): string {
  return facts.headers.get(name)?.[0] ?? ''
}

/** The type and the parameters of a Content-Type in lower case, without white space and quotes. */
export function plainContentType(value: string): string {
  return value.slice(0, 2_000).toLowerCase().replace(/["\s]/g, '')
}
