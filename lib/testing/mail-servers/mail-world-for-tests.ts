import type { MailSecurity } from '#lib/domain/mail/mail-servers.ts'

export type MailPlace = { host: string; port: number; security: MailSecurity }

/** Somebody with a mailbox on the test servers. */
export type MailPerson = {
  address: string
  password: string
  /** Where it is read: with TLS from the first byte, and after STARTTLS. The stand-in has one way only, without TLS. */
  imap: MailPlace
  imapStartTls: MailPlace | null
}

export const PEOPLE = {
  sender: 'anna@rapport.test',
  blogger: 'ben@blog.test',
  /** The same blogger at home. */
  private: 'ben@home.test',
  /** Answers by itself that they are on holiday (Sieve). */
  away: 'away@blog.test',
  /** Over quota: mail to them bounces with 5.2.2. */
  full: 'full@blog.test',
} as const
export type PersonName = keyof typeof PEOPLE

/** Nobody has it: mail to it is taken and bounces with 5.1.1. */
export const UNKNOWN_ADDRESS = 'nobody@blog.test'
/** The server says no while it is being told of the recipient (550 5.7.1). */
export const REFUSED_ADDRESS = 'closed@blog.test'

export type TestMailServers = {
  /** real: Dovecot and Exim. stand-in: what npm has. */
  kind: 'real' | 'stand-in'
  people: Readonly<Record<PersonName, MailPerson>>
  /** Takes mail for everybody here, from whoever signs in. */
  smtp: MailPlace
  smtpStartTls: MailPlace | null
  /** The certificate they show (PEM), which nobody else trusts. */
  ca: string | undefined
  /** For MAIL_ALLOW_HOSTS: every port they listen on. */
  allowHosts: string
  /** Where the real ones keep everything; it goes when they end. */
  folder: string | undefined
  stop(): Promise<void>
}

export const LOOPBACK = '127.0.0.1'

export function passwordOf(address: string): string {
  return `app password of ${address.split('@')[0]}`
}

export function allowing(places: readonly (MailPlace | null)[]): string {
  return [...new Set(places.flatMap((place) => (place ? [`${place.host}:${place.port}`] : [])))].join(',')
}
