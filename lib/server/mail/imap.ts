import { isIP } from 'node:net'
import { ImapFlow } from 'imapflow'
import type { MailServer } from '#lib/domain/mail/mail-servers.ts'
import { checkedAddress, inTime } from './checked-server.ts'
import { kindOfError, MailFailure, saidBy } from './mail-failure.ts'
import { answerMsOf, type MailWorld, trustOf } from './mail-world.ts'

export type MailLogin = MailServer & { user: string; password: string }

const MAX_LITERAL_BYTES = 32 * 1024 * 1024
const MAX_IDLE_MS = 4 * 60 * 1000

/**
 * Connects to the address that was checked, with TLS that was verified, and signs in. The caller ends it with `logout()` or
 * `close()`. A client is used once: after a lost connection a new one is opened.
 *
 * @throws MailFailure
 */
export async function openImap(login: MailLogin, world: MailWorld = {}): Promise<ImapFlow> {
  const address = await checkedAddress(login, world)
  const answerMs = answerMsOf(world)
  const client = new ImapFlow({
    host: address,
    port: login.port,
    secure: login.security === 'tls',
    ...(login.security === 'tls' ? {} : { doSTARTTLS: login.security === 'starttls' }),
    ...(isIP(login.host) ? {} : { servername: login.host }),
    auth: { user: login.user, pass: login.password },
    tls: trustOf(world),
    // Its own log would carry addresses.
    logger: false,
    clientInfo: { name: 'Rapport' },
    connectionTimeout: answerMs,
    greetingTimeout: answerMs,
    maxIdleTime: MAX_IDLE_MS,
    maxLiteralSize: MAX_LITERAL_BYTES,
  })
  // Without a listener a lost connection would end the process.
  client.on('error', () => {})
  try {
    await inTime(client.connect(), answerMs)
  } catch (error) {
    client.close()
    throw imapFailure(error, login.password)
  }
  return client
}

/** RFC 5530: why a server that knows the password refuses it all the same. Some say it in words alone. */
const FOR_NOW: ReadonlySet<string> = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG'])
const SAID_FOR_NOW = /too many (?:simultaneous|concurrent|open) connections|temporar(?:y|ily)/i

/** What went wrong in a conversation that was under way. */
export function imapFailure(error: unknown, password: string): MailFailure {
  if (error instanceof MailFailure) return error
  const { authenticationFailed, serverResponseCode, responseText, message, tlsFailed } = error as {
    authenticationFailed?: boolean
    serverResponseCode?: string
    responseText?: string
    message?: string
    tlsFailed?: boolean
  }
  const said = saidBy(responseText ?? message, password)
  if (authenticationFailed) {
    const isForNow = FOR_NOW.has(serverResponseCode?.toUpperCase() ?? '') || SAID_FOR_NOW.test(said)
    return new MailFailure(isForNow ? 'busy' : 'login', said)
  }
  const kind = kindOfError(error)
  if (kind) return new MailFailure(kind, said)
  return new MailFailure(tlsFailed ? 'no-tls' : 'broken-off', said)
}
