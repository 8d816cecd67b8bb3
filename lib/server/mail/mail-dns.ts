import { Resolver } from 'node:dns/promises'
import { getDomain } from 'tldts'
import { type Asked, judgeDmarc, judgeMx, judgeSpf, type SenderDns } from '#lib/domain/mail/sender-dns.ts'

export type SrvAnswer = { name: string; port: number; priority: number; weight: number }
type MxAnswer = { exchange: string; priority: number }

/** What is asked of name servers. Rejects with ENODATA or ENOTFOUND where there is nothing. */
export type MailDns = {
  txt(name: string): Promise<string[][]>
  mx(name: string): Promise<MxAnswer[]>
  srv(name: string): Promise<SrvAnswer[]>
}

const TRY_MS = 3000
const TRIES = 2

/** @param servers "127.0.0.1:5353", for tests; the machine's own where nothing is said */
export function machineDns(
  servers?: readonly string[],
  patience = { timeout: TRY_MS, tries: TRIES },
): MailDns {
  const resolver = new Resolver(patience)
  if (servers) resolver.setServers(servers)
  return {
    txt: (name) => resolver.resolveTxt(name),
    mx: (name) => resolver.resolveMx(name),
    srv: (name) => resolver.resolveSrv(name),
  }
}

/** MX, SPF and DMARC of the domain somebody sends from. DMARC is looked for at the domain above as well. */
export async function lookUpSender(domain: string, dns: MailDns, now: Date): Promise<SenderDns> {
  const [mx, txt, dmarc] = await Promise.all([
    askFor(() => dns.mx(domain)),
    textsOf(domain, dns),
    dmarcTexts(domain, dns),
  ])
  return {
    domain,
    at: now.toISOString(),
    mx: judgeMx(mx?.map(({ exchange }) => exchange) ?? null),
    spf: judgeSpf(txt),
    dmarc: judgeDmarc(dmarc),
  }
}

/** The hosts that take a domain's mail, the first choice first; none where nobody answered. */
export async function mxHosts(domain: string, dns: MailDns): Promise<string[]> {
  const answers = (await askFor(() => dns.mx(domain))) ?? []
  return answers.toSorted((one, other) => one.priority - other.priority).map(({ exchange }) => exchange)
}

/** Null where nobody answered: that is not "there is none". */
export async function askFor<T>(ask: () => Promise<T[]>): Promise<Asked<T>> {
  try {
    return await ask()
  } catch (error) {
    const { code } = error as { code?: string }
    return code === 'ENODATA' || code === 'ENOTFOUND' ? [] : null
  }
}

async function textsOf(name: string, dns: MailDns): Promise<Asked<string>> {
  const answers = await askFor(() => dns.txt(name))
  return answers?.map((pieces) => pieces.join('')) ?? null
}

async function dmarcTexts(domain: string, dns: MailDns): Promise<Asked<string>> {
  const own = await textsOf(`_dmarc.${domain}`, dns)
  if (own === null || own.some((text) => /^v=DMARC1/i.test(text))) return own
  const above = getDomain(domain)
  return above === null || above === domain ? own : textsOf(`_dmarc.${above}`, dns)
}
