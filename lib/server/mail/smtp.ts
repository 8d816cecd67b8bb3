import { isIP } from 'node:net'
import { createTransport } from 'nodemailer'
import { domainOfAddress } from '#lib/domain/mail-address.ts'
import { checkedAddress, inTime } from './checked-server.ts'
import type { MailLogin } from './imap.ts'
import { kindOfError, MailFailure, saidBy } from './mail-failure.ts'
import { answerMsOf, type MailWorld, trustOf } from './mail-world.ts'

/**
 * A way to send through the address that was checked; nothing is connected yet. Close it when done.
 *
 * @param sender whose domain introduces us (else the server's own name would go out)
 * @throws MailFailure
 */
export async function openSmtp(login: MailLogin, sender: string, world: MailWorld = {}) {
  const address = await checkedAddress(login, world)
  const answerMs = answerMsOf(world)
  return createTransport({
    host: address,
    port: login.port,
    secure: login.security === 'tls',
    requireTLS: login.security === 'starttls',
    ignoreTLS: login.security === 'none',
    tls: { ...trustOf(world), ...(isIP(login.host) ? {} : { servername: login.host }) },
    auth: { user: login.user, pass: login.password },
    name: domainOfAddress(sender),
    connectionTimeout: answerMs,
    greetingTimeout: answerMs,
    socketTimeout: answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** Signs in and leaves again: nothing is sent. @throws MailFailure */
export async function trySmtp(login: MailLogin, sender: string, world: MailWorld = {}) {
  const transport = await openSmtp(login, sender, world)
  try {
    await inTime(transport.verify(), 2 * answerMsOf(world))
  } catch (error) {
    throw smtpFailure(error, login.password)
  } finally {
    transport.close()
  }
}

/** The library says EAUTH for a wrong password, and puts the server's words into `response`. */
export function smtpFailure(error: unknown, password: string): MailFailure {
  if (error instanceof MailFailure) return error
  const { code, response, message, responseCode } = error as {
    code?: string
    response?: string
    message?: string
    responseCode?: number
  }
  const said = saidBy(response ?? message, password)
  if (code === 'EAUTH' && (responseCode ?? 0) >= 500) return new MailFailure('login', said)
  const kind = kindOfError(error)
  if (kind) return new MailFailure(kind, said)
  return new MailFailure(
    code === 'EENVELOPE' || code === 'EMESSAGE' || responseCode ? 'refused' : 'broken-off',
    said,
  )
}
