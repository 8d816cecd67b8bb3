import { getDomain } from 'tldts'
import {
  isKnownMailHost,
  passwordlessProvider,
  providerOfDomain,
  providerOfMx,
} from '#lib/domain/mail/mail-providers.ts'
import { type MailServer, securityOfPort } from '#lib/domain/mail/mail-servers.ts'
import { askFor, type MailDns, mxHosts, type SrvAnswer } from './mail-dns.ts'

export type Discovery = {
  imap: MailServer | null
  smtp: MailServer | null
  /** Where it was found, for the person: "the settings of Gmail". */
  source: string
  /** Servers that the domain names and that are somebody else's: a person must say so. */
  elsewhere: string[]
  /** Why no password will open this mailbox, where that is known. */
  passwordless: string | null
}

/**
 * Finds the servers of a mailbox without asking a third party: our own table of providers, what the domain itself announces
 * (SRV, RFC 6186 and 8314), then the provider that takes its mail. A server outside the domain that we do not know is not
 * used, as the password would go there on the word of an unsigned answer.
 */
export async function discoverServers(domain: string, dns: MailDns): Promise<Discovery> {
  const none = {
    imap: null,
    smtp: null,
    source: '',
    elsewhere: [],
    passwordless: passwordlessProvider(domain),
  }
  if (none.passwordless) return none
  const own = providerOfDomain(domain)
  if (own) return { ...none, imap: own.imap, smtp: own.smtp, source: `the settings of ${own.name}` }
  const imap = await announced(domain, ['_imaps._tcp', '_imap._tcp'], dns)
  const smtp = await announced(domain, ['_submissions._tcp', '_submission._tcp'], dns)
  if (imap.server)
    return {
      ...none,
      imap: imap.server,
      smtp: smtp.server,
      source: `what ${domain} announces`,
      elsewhere: [imap.elsewhere, smtp.elsewhere].flat(),
    }
  const hosts = await mxHosts(domain, dns)
  const provider = providerOfMx(hosts)
  if (provider)
    return { ...none, imap: provider.imap, smtp: provider.smtp, source: `the settings of ${provider.name}` }
  return {
    ...none,
    elsewhere: [imap.elsewhere, smtp.elsewhere].flat(),
    passwordless: passwordlessProvider(domain, hosts),
  }
}

type Announced = { server: MailServer | null; elsewhere: string[] }

async function announced(domain: string, services: readonly string[], dns: MailDns): Promise<Announced> {
  for (const service of services) {
    const answers = (await askFor(() => dns.srv(`${service}.${domain}`))) ?? []
    const [best] = answers.filter(isOffered).toSorted(byPreference)
    if (!best) continue
    const host = best.name.toLowerCase().replace(/\.$/, '')
    if (getDomain(host) !== getDomain(domain) && !isKnownMailHost(host))
      return { server: null, elsewhere: [`${host}:${best.port}`] }
    const security =
      service.startsWith('_imaps') || service.startsWith('_submissions') ? 'tls' : securityOfPort(best.port)
    return { server: { host, port: best.port, security }, elsewhere: [] }
  }
  return { server: null, elsewhere: [] }
}

/** A target of "." says that there is no such service. */
function isOffered({ name }: SrvAnswer): boolean {
  return name !== '' && name !== '.'
}

function byPreference(one: SrvAnswer, other: SrvAnswer): number {
  return one.priority - other.priority || other.weight - one.weight
}
