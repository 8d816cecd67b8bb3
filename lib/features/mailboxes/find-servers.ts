import { domainOfAddress } from '#lib/domain/mail-address.ts'
import type { Mailbox } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import { type Discovery, discoverServers } from '#lib/server/mail/discover-servers.ts'
import type { MailDns } from '#lib/server/mail/mail-dns.ts'
import { type CheckReport, ofThisCheck } from './check-report.ts'
import { imapServerOf, loginColumns, smtpServerOf } from './mailbox-login.ts'

/** Fills in the servers that nobody typed, and keeps them with the mailbox. Null where they could not be found. */
export async function findServers(
  mailbox: Mailbox,
  dns: MailDns,
  report: CheckReport,
): Promise<Mailbox | null> {
  const typed = { imap: imapServerOf(mailbox), smtp: smtpServerOf(mailbox) }
  if (typed.imap && (typed.smtp || !mailbox.sends)) {
    await report.done({ step: 'servers', result: 'ok', words: `${named(typed)}, as they were given.` })
    return mailbox
  }
  const domain = domainOfAddress(mailbox.address)
  const discovery = await discoverServers(domain, dns)
  const imap = typed.imap ?? discovery.imap
  const smtp = typed.smtp ?? discovery.smtp
  if (!imap || (mailbox.sends && !smtp)) {
    await report.done({ step: 'servers', result: 'failed', ...whyNot(domain, discovery, imap !== null) })
    return null
  }
  const { sends, imapUser, smtpUser } = mailbox
  const columns = loginColumns({ imap, smtp: sends ? smtp : null, sends, imapUser, smtpUser })
  await database().mailbox.updateMany({
    where: { ...ofThisCheck(report.job), checkState: 'checking' },
    data: columns,
  })
  const words = `${named({ imap, smtp: sends ? smtp : null })}, from ${discovery.source}.`
  await report.done({ step: 'servers', result: 'ok', words })
  return { ...mailbox, ...columns }
}

type Named = { imap: { host: string; port: number } | null; smtp: { host: string; port: number } | null }

function named({ imap, smtp }: Named): string {
  return [imap, smtp].flatMap((server) => (server ? [`${server.host}:${server.port}`] : [])).join(' and ')
}

function whyNot(domain: string, { passwordless, elsewhere }: Discovery, canRead: boolean) {
  if (passwordless) return { words: passwordless, remedy: 'Such a mailbox cannot be connected here.' }
  if (elsewhere.length > 0)
    return {
      words: `${domain} names servers of somebody else: ${elsewhere.join(' and ')}.`,
      remedy: 'If that is right, type them in. Your password is not sent there unasked.',
    }
  return canRead
    ? {
        words: `No server that sends for ${domain} could be found.`,
        remedy: 'Type it in, or read only.',
      }
    : {
        words: `The servers of ${domain} could not be found.`,
        remedy: 'Type them in below. Your provider calls them IMAP and SMTP.',
      }
}
