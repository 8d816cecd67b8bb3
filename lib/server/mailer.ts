import { createTransport } from 'nodemailer'
import { settings } from './env.ts'

const CONNECT_MS = 10_000
const ANSWER_MS = 20_000

export type PlainMail = { to: string; subject: string; text: string; headers?: Record<string, string> }
/**
 * `why` is one sentence for the person whose click it was. `isUnreached`: nobody answered at the mail server's address, so
 * nothing can have gone out; of every other failure that is not certain.
 */
export type MailOutcome = { sent: true } | { sent: false; why: string; isUnreached?: true }

/** Mail goes out only where the server was told how: SMTP_URL and MAIL_FROM. */
export function canSendMail(): boolean {
  const { smtpUrl, mailFrom } = settings()
  return Boolean(smtpUrl && mailFrom)
}

/**
 * Sends one plain-text mail, for resets, invitations, morning mails and notifications only; pitches are never sent from here. A mail server that
 * is down or says no is an answer, not an error.
 */
export async function sendMail(mail: PlainMail): Promise<MailOutcome> {
  const { smtpUrl, mailFrom } = settings()
  if (!smtpUrl || !mailFrom) return { sent: false, why: 'This server sends no mail.' }
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({ from: mailFrom, ...mail })
    return { sent: true }
  } catch (error) {
    const { code = 'unknown', message, syscall } = error as Failure
    console.error(
      JSON.stringify({ level: 'error', where: 'mailer', code, message, at: new Date().toISOString() }),
    )
    const isUnreached = syscall === 'connect' || syscall === 'getaddrinfo'
    const why = `The mail server did not take the mail (${code}).`
    return isUnreached ? { sent: false, why, isUnreached } : { sent: false, why }
  } finally {
    transport.close()
  }
}

type Failure = { code?: string; message: string; syscall?: string }
