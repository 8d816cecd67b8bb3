import { createTransport } from 'nodemailer'
import { settings } from './env.ts'

const CONNECT_MS = 10_000
const ANSWER_MS = 20_000

export type PlainMail = { to: string; subject: string; text: string }
/** `why` is one sentence for the person whose click it was. */
export type MailOutcome = { sent: true } | { sent: false; why: string }

/** Mail goes out only where the server was told how: SMTP_URL and MAIL_FROM. */
export function canSendMail(): boolean {
  const { smtpUrl, mailFrom } = settings()
  return Boolean(smtpUrl && mailFrom)
}

/**
 * Sends one plain-text mail, for resets and invitations only; pitches are never sent from here. A mail server that
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
    const { code = 'unknown', message } = error as { code?: string; message: string }
    console.error(
      JSON.stringify({ level: 'error', where: 'mailer', code, message, at: new Date().toISOString() }),
    )
    return { sent: false, why: `The mail server did not take the mail (${code}).` }
  } finally {
    transport.close()
  }
}
