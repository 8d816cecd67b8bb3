import type { MailWorld } from '#lib/server/mail/mail-world.ts'

/** Where a sending can be interrupted, for a test that ends the worker there. */
export type SendingMoment =
  | 'claimed'
  | 'signed-in'
  | 'transmitting'
  | 'first-byte'
  | 'answered'
  | 'sent'
  | 'recorded'
  | 'before-filing'
  | 'filed-there'

/** What a test may put in place of the real world; the worker puts in nothing, and no setting can. */
export type SendWorld = MailWorld & {
  /** How long a sending of another worker is left alone. */
  readonly patienceMs?: number
  /** How long a server that files sent mail itself is given for it. */
  readonly filingMs?: number
  /** How long filing by another worker is left alone. */
  readonly filingTakesMs?: number
  readonly at?: (moment: SendingMoment) => void
}
