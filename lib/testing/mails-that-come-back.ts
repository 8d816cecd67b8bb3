import { aMail, type Letter } from './a-read-mailbox.ts'

type Report = {
  recipient: string
  status: string
  diagnostic: string
  action?: 'failed' | 'delayed'
  originalId: string
}

/** What a mail server sends about a mail of ours (RFC 3464). */
export function aReport({ recipient, status, diagnostic, action = 'failed', originalId }: Report): string {
  const text = [
    '--b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `This is the mail system. Your message to <${recipient}> could not be delivered.`,
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${diagnostic}`,
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${originalId}`,
    'From: Mara <anna@rapport.test>',
    `To: ${recipient}`,
    'Subject: Your post',
    '',
    'Hi',
    '--b--',
    '',
  ].join('\n')
  return aMail({
    from: 'Mail Delivery System <MAILER-DAEMON@mx.example>',
    subject:
      action === 'failed' ? 'Undelivered Mail Returned to Sender' : 'Delayed Mail (still being retried)',
    headers: {
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="b"',
      'Auto-Submitted': 'auto-replied',
      'Return-Path': '<>',
    },
    text,
  })
}

/** A letter with a file of so many bytes behind its text. */
export function withAttachment(letter: Letter, bytes: number): string {
  const line = `${'QUJD'.repeat(19)}\n`
  const text = [
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    letter.text ?? '',
    '--b',
    'Content-Type: application/octet-stream; name="photo.bin"',
    'Content-Disposition: attachment; filename="photo.bin"',
    'Content-Transfer-Encoding: base64',
    '',
    line.repeat(Math.ceil((bytes * 4) / 3 / 76)),
    '--b--',
    '',
  ].join('\n')
  return aMail({ ...letter, headers: { 'Content-Type': 'multipart/mixed; boundary="b"' }, text })
}
