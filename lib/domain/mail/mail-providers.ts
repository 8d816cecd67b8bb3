import type { MailServer } from './mail-servers.ts'

export type MailProvider = {
  name: string
  /** Domains whose mailboxes are all theirs: nobody but the provider can change the DNS of these. */
  domains: readonly string[]
  /** How the MX hosts of other people's domains end that are kept there. */
  mx: readonly string[]
  imap: MailServer
  smtp: MailServer
  /** Where their ordinary password does not work: what to do instead. */
  password: string
}

const tls = (host: string, port: number): MailServer => ({ host, port, security: 'tls' })
const starttls = (host: string, port: number): MailServer => ({ host, port, security: 'starttls' })

/** Settings as the providers publish them. Microsoft is not among them: its mailboxes take no passwords. */
export const MAIL_PROVIDERS: readonly MailProvider[] = [
  {
    name: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    mx: ['google.com', 'googlemail.com'],
    imap: tls('imap.gmail.com', 993),
    smtp: tls('smtp.gmail.com', 465),
    password: 'Gmail wants an app password: Google account, Security, 2-Step Verification, App passwords.',
  },
  {
    name: 'iCloud Mail',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    mx: ['mail.icloud.com'],
    imap: tls('imap.mail.me.com', 993),
    smtp: starttls('smtp.mail.me.com', 587),
    password: 'iCloud wants an app-specific password: account.apple.com, Sign-In and Security.',
  },
  {
    name: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm'],
    mx: ['messagingengine.com'],
    imap: tls('imap.fastmail.com', 993),
    smtp: tls('smtp.fastmail.com', 465),
    password: 'Fastmail wants an app password: Settings, Privacy and Security, App passwords.',
  },
  {
    name: 'Yahoo Mail',
    domains: ['yahoo.com', 'yahoo.co.uk', 'yahoo.de', 'yahoo.fr', 'yahoo.es', 'yahoo.it', 'ymail.com'],
    mx: ['yahoodns.net'],
    imap: tls('imap.mail.yahoo.com', 993),
    smtp: tls('smtp.mail.yahoo.com', 465),
    password: 'Yahoo wants an app password: Account security, Generate app password.',
  },
  {
    name: 'Zoho Mail',
    domains: ['zoho.com', 'zohomail.com'],
    mx: ['zoho.com'],
    imap: tls('imap.zoho.com', 993),
    smtp: tls('smtp.zoho.com', 465),
    password: 'With two-factor sign-in Zoho wants an app-specific password, and IMAP must be switched on.',
  },
  {
    name: 'GMX',
    domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'],
    mx: ['gmx.net'],
    imap: tls('imap.gmx.net', 993),
    smtp: tls('mail.gmx.net', 465),
    password: 'GMX wants IMAP to be switched on first: E-Mail, Settings, POP3 and IMAP.',
  },
  {
    name: 'WEB.DE',
    domains: ['web.de'],
    mx: ['web.de'],
    imap: tls('imap.web.de', 993),
    smtp: starttls('smtp.web.de', 587),
    password: 'WEB.DE wants IMAP to be switched on first: E-Mail, Settings, POP3 and IMAP.',
  },
]

const MICROSOFT_DOMAINS = new Set(['outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'hotmail.co.uk'])
const MICROSOFT_MX = ['protection.outlook.com', 'olc.protection.outlook.com']

/** What to say about a mailbox that no password opens; null for all others. */
export function passwordlessProvider(domain: string, mxHosts: readonly string[] = []): string | null {
  if (!MICROSOFT_DOMAINS.has(domain) && !mxHosts.some((host) => endsIn(host, MICROSOFT_MX))) return null
  return 'Microsoft mailboxes take no passwords from other programs any more. Write with the Outlook compose link instead.'
}

export function providerOfDomain(domain: string): MailProvider | null {
  return MAIL_PROVIDERS.find(({ domains }) => domains.includes(domain)) ?? null
}

/** The provider that takes in a domain's mail. */
export function providerOfMx(mxHosts: readonly string[]): MailProvider | null {
  return MAIL_PROVIDERS.find(({ mx }) => mxHosts.some((host) => endsIn(host, mx))) ?? null
}

/** What a provider's refused password mostly means. */
export function passwordHintOf(host: string): string | null {
  return MAIL_PROVIDERS.find(({ imap, smtp }) => imap.host === host || smtp.host === host)?.password ?? null
}

/** Whether a host is one that a provider of the table publishes. */
export function isKnownMailHost(host: string): boolean {
  return MAIL_PROVIDERS.some(({ imap, smtp }) => imap.host === host || smtp.host === host)
}

function endsIn(host: string, suffixes: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/\.$/, '')
  return suffixes.some((suffix) => name === suffix || name.endsWith(`.${suffix}`))
}
