/** tls: from the first byte. starttls: required after the greeting. none: only to this very machine. */
export const MAIL_SECURITIES = ['tls', 'starttls', 'none'] as const
export type MailSecurity = (typeof MAIL_SECURITIES)[number]

export type MailServer = { host: string; port: number; security: MailSecurity }

export const IMAP_PORTS = [993, 143] as const
export const SMTP_PORTS = [465, 587, 25, 2525] as const
/** The only ports of other people's machines that mail is spoken to. */
export const MAIL_PORTS: readonly number[] = [...IMAP_PORTS, ...SMTP_PORTS]

/** What a port is for where nothing else was said. */
export function securityOfPort(port: number): MailSecurity {
  return port === 993 || port === 465 ? 'tls' : 'starttls'
}

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/

/** A host as it is looked up: ASCII, lower case; an IP address as it is. Null where it can be none. */
export function mailHost(typed: string): string | null {
  const host = typed.trim().replace(/\.$/, '')
  if (host === '' || /[\s/?#@\\%:]/.test(host.replace(/^\[[0-9a-f:.]+\]$/i, ''))) return null
  const ascii = URL.parse(`http://${host}/`)?.hostname.replace(/^\[|\]$/g, '')
  if (!ascii || ascii.length > 253) return null
  return ascii.includes(':') || ascii.split('.').every((label) => LABEL.test(label)) ? ascii : null
}
