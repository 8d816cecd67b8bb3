import { MAIL_PORTS, type MailServer } from '#lib/domain/mail/mail-servers.ts'
import { settings } from '../env.ts'
import { FetchFailure, resolveJudged, systemResolve } from '../fetching/resolve-host.ts'
import { MailFailure } from './mail-failure.ts'
import { answerMsOf, type MailWorld } from './mail-world.ts'

/**
 * Looks a mail server up once and judges it: only mail's own ports, and no address of a private network or of this machine,
 * unless MAIL_ALLOW_HOSTS names "host:port". Without TLS only this very machine is spoken to. The connection goes to the address
 * that is returned, so that a name cannot lead elsewhere afterwards.
 *
 * @throws MailFailure
 */
export async function checkedAddress(server: MailServer, world: MailWorld): Promise<string> {
  const { host, port, security } = server
  const isAllowed = settings().mailAllowHosts.includes(`${host}:${port}`)
  if (!isAllowed && !MAIL_PORTS.includes(port)) throw new MailFailure('closed-port', '')
  const resolve = world.resolve ?? systemResolve
  const exempting = async () =>
    (await resolve(host, port)).map((answer) => ({ ...answer, exempt: answer.exempt || isAllowed }))
  const answers = await inTime(resolveJudged(host, port, exempting), answerMsOf(world)).catch((error) => {
    if (error instanceof FetchFailure)
      throw new MailFailure(error.failure === 'dns' ? 'no-such-host' : 'closed-address', '')
    throw error
  })
  const address = answers[0]?.address ?? ''
  if (security === 'none' && !(isAllowed && isThisMachine(address))) throw new MailFailure('plain', '')
  return address
}

/** @throws MailFailure timeout; what comes too late is dropped */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new MailFailure('timeout', '')), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    work.catch(() => {})
  }
}

function isThisMachine(address: string): boolean {
  return /^127\./.test(address) || address === '::1'
}
