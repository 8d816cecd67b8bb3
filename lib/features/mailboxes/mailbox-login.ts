import { MAIL_SECURITIES, type MailSecurity, type MailServer } from '#lib/domain/mail/mail-servers.ts'
import type { MailLogin } from '#lib/server/mail/imap.ts'
import { MailFailure } from '#lib/server/mail/mail-failure.ts'
import { openMailSecret } from '#lib/server/mail/mail-secrets.ts'

/** How one signs in, without passwords. A server that is null is still to be found. */
export type MailboxLogin = {
  imap: MailServer | null
  smtp: MailServer | null
  /** false: read only. */
  sends: boolean
  imapUser: string
  smtpUser: string
}

/** The columns of a mailbox's row that say the same. */
export type LoginColumns = {
  imapHost: string | null
  imapPort: number | null
  imapSecurity: string | null
  imapUser: string
  smtpHost: string | null
  smtpPort: number | null
  smtpSecurity: string | null
  smtpUser: string
  sends: boolean
}

type SecretColumns = LoginColumns & { id: string; imapSecret: string | null; smtpSecret: string | null }

export function loginColumns({ imap, smtp, sends, imapUser, smtpUser }: MailboxLogin): LoginColumns {
  return {
    ...{ imapHost: imap?.host ?? null, imapPort: imap?.port ?? null, imapSecurity: imap?.security ?? null },
    ...{ smtpHost: smtp?.host ?? null, smtpPort: smtp?.port ?? null, smtpSecurity: smtp?.security ?? null },
    ...{ imapUser, smtpUser, sends },
  }
}

export function imapServerOf({ imapHost, imapPort, imapSecurity }: LoginColumns): MailServer | null {
  return serverOf(imapHost, imapPort, imapSecurity)
}

/** Null where it only reads, or its server is still to be found. */
export function smtpServerOf({ sends, smtpHost, smtpPort, smtpSecurity }: LoginColumns): MailServer | null {
  return sends ? serverOf(smtpHost, smtpPort, smtpSecurity) : null
}

/** What it takes to open the mailbox for reading. In the worker only. @throws MailFailure no-key */
export function imapLoginOf(mailbox: SecretColumns): MailLogin | null {
  const server = imapServerOf(mailbox)
  return server && { ...server, user: mailbox.imapUser, password: readingPassword(mailbox) }
}

/** What it takes to send from it. In the worker only. @throws MailFailure no-key */
export function smtpLoginOf(mailbox: SecretColumns): MailLogin | null {
  const server = smtpServerOf(mailbox)
  if (!server) return null
  const password = mailbox.smtpSecret
    ? openMailSecret(mailbox.smtpSecret, { mailboxId: mailbox.id, part: 'smtp' })
    : readingPassword(mailbox)
  return { ...server, user: mailbox.smtpUser, password }
}

/** Whether what was typed signs in where it did before. */
export function sameLogin(before: LoginColumns, typed: MailboxLogin): { imap: boolean; smtp: boolean } {
  const now = loginColumns(typed)
  const same = (columns: readonly (keyof LoginColumns)[]) =>
    columns.every((column) => before[column] === now[column])
  return {
    imap: same(['imapHost', 'imapPort', 'imapSecurity', 'imapUser']),
    smtp: same(['smtpHost', 'smtpPort', 'smtpSecurity', 'smtpUser', 'sends']),
  }
}

function readingPassword({ id, imapSecret }: SecretColumns): string {
  if (imapSecret === null) throw new MailFailure('no-key', '')
  return openMailSecret(imapSecret, { mailboxId: id, part: 'imap' })
}

function serverOf(host: string | null, port: number | null, security: string | null): MailServer | null {
  if (host === null || port === null) return null
  return {
    host,
    port,
    security: MAIL_SECURITIES.find((each): each is MailSecurity => each === security) ?? 'tls',
  }
}
