import { domainOfAddress } from '#lib/domain/mail-address.ts'
import type { Mailbox } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import { composeMail } from '#lib/server/mail/compose-mail.ts'
import type { MailLogin } from '#lib/server/mail/imap.ts'
import { type MailWorld, nowOf } from '#lib/server/mail/mail-world.ts'
import { openSmtp, smtpFailure } from '#lib/server/mail/smtp.ts'
import { type CheckReport, ofThisCheck } from './check-report.ts'

/** What the mail to oneself is found by. Some servers put a Message-ID of their own in place of ours. */
export type TestMail = { messageId: string; code: string }

/**
 * Sends the one mail of a check from a mailbox to itself. That it goes out is written down before: after a crash it is only
 * looked for, never sent again.
 *
 * @throws MailFailure
 */
export async function sendToOneself(
  mailbox: Mailbox,
  login: MailLogin,
  report: CheckReport,
  world: MailWorld,
): Promise<TestMail> {
  const { checkId } = report.job
  const domain = domainOfAddress(mailbox.address)
  const mail = { messageId: `<${checkId}.1@${domain}>`, code: checkId.slice(0, 8) }
  const { count } = await database().mailbox.updateMany({
    where: { ...ofThisCheck(report.job), checkState: 'checking', checkSentAt: null },
    data: { checkSentAt: nowOf(world) },
  })
  if (count > 0) await send(mailbox, login, mail, world)
  const words = count > 0 ? 'It went out.' : 'It went out before, and is only looked for.'
  await report.done({ step: 'mail', result: 'ok', words })
  return mail
}

async function send(mailbox: Mailbox, login: MailLogin, { messageId, code }: TestMail, world: MailWorld) {
  const { name, address } = mailbox
  const raw = await composeMail({
    from: { name, address },
    to: { name, address },
    subject: `Your mailbox and Rapport (${code})`,
    text: [
      `Hello ${name},`,
      'Rapport sent this mail from your mailbox to your mailbox, to see that both sending and reading work. You may delete it.',
    ].join('\n\n'),
    messageId,
    date: nowOf(world),
  })
  const transport = await openSmtp(login, address, world)
  try {
    await transport.sendMail({ envelope: { from: address, to: [address] }, raw })
  } catch (error) {
    throw smtpFailure(error, login.password)
  } finally {
    transport.close()
  }
}
