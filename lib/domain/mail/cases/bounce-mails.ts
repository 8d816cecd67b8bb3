import { GMAIL_ID, ID, mail, parts } from './raw-mail.ts'

/** A mail that a server sent about one of ours, in the shape its kind of server gives it, and what it says. */
export type BounceCase = {
  name: string
  raw: string
  kind: 'bounce' | 'delay' | 'receipt'
  pitch: string | null
  recipient: string | null
  status: string | null
  meaning: 'wrong-address' | 'try-later' | 'refuses-us' | null
}

const MARTA = 'marta@slowtravel.net'
const DAEMON = 'MAILER-DAEMON@mx.example'
const REPORT = 'multipart/report; report-type=delivery-status; boundary="b"'
const ORIGINAL = `Message-ID: ${ID}\nFrom: Ana Weber <ana@carryon.example>\nTo: ${MARTA}\nSubject: Your list of cabin bags\n\nHi Marta`

function report(
  words: string,
  fields: string,
  {
    headers = {},
    original = ORIGINAL,
    as = 'message/rfc822',
  }: { headers?: Record<string, string | null>; original?: string; as?: string } = {},
): string {
  return mail(
    {
      From: `Mail Delivery System <${DAEMON}>`,
      Subject: 'Undelivered Mail Returned to Sender',
      'Content-Type': REPORT,
      'Auto-Submitted': 'auto-replied',
      ...headers,
    },
    parts(
      'b',
      ['text/plain; charset=us-ascii', words],
      [
        'message/delivery-status',
        `Reporting-MTA: dns; mx.example\nArrival-Date: Mon, 2 Mar 2026 10:00:00 +0100\n\n${fields}`,
      ],
      [as, original],
    ),
  )
}

function fields(action: string, status: string, diagnostic: string, recipient = MARTA): string {
  return `Final-Recipient: rfc822; ${recipient}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: ${diagnostic}`
}

/** A server that makes no report by RFC 3464, only words. */
function words(headers: Record<string, string | null>, body: string): string {
  return mail({ From: DAEMON, Subject: 'failure notice', 'Return-Path': '<>', ...headers }, body)
}

const bounce = (
  name: string,
  raw: string,
  status: string | null,
  meaning: BounceCase['meaning'],
  change: Partial<BounceCase> = {},
): BounceCase => ({
  name,
  raw,
  kind: 'bounce',
  pitch: 'p1',
  recipient: MARTA,
  status,
  meaning,
  ...change,
})

export const BOUNCES: readonly BounceCase[] = [
  bounce(
    'Postfix, unknown user',
    report(
      'This is the mail system at host mx.example.\n\nYour message could not be delivered to one or more recipients.',
      fields(
        'failed',
        '5.1.1',
        'smtp; 550 5.1.1 <marta@slowtravel.net>: Recipient address rejected: User unknown in virtual mailbox table',
      ),
    ),
    '5.1.1',
    'wrong-address',
  ),
  bounce(
    'Postfix, only the headers came back',
    report('This is the mail system.', fields('failed', '5.1.1', 'smtp; 550 User unknown'), {
      as: 'text/rfc822-headers',
    }),
    '5.1.1',
    'wrong-address',
  ),
  bounce(
    'Postfix, domain not found',
    report(
      'This is the mail system.',
      fields(
        'failed',
        '5.4.4',
        'X-Postfix; Host or domain name not found. Name service error for name=slowtravel.net type=A: Host not found',
      ),
    ),
    '5.4.4',
    'wrong-address',
  ),
  bounce(
    'Postfix, gave up after five days',
    report(
      'This is the mail system.',
      fields(
        'failed',
        '4.4.1',
        'X-Postfix; connect to mx.slowtravel.net[192.0.2.1]:25: Connection timed out',
      ),
    ),
    '4.4.1',
    'try-later',
  ),
  bounce(
    'Postfix, still trying',
    report(
      'THIS IS A WARNING ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.',
      fields('delayed', '4.4.1', 'X-Postfix; Connection timed out'),
      { headers: { Subject: 'Delayed Mail (still being retried)' } },
    ),
    '4.4.1',
    null,
    { kind: 'delay' },
  ),
  bounce(
    'Postfix, mailbox full',
    report(
      'This is the mail system.',
      fields('failed', '5.2.2', 'smtp; 552 5.2.2 <marta@slowtravel.net>: Mailbox full'),
    ),
    '5.2.2',
    'try-later',
  ),
  bounce(
    'Dovecot, over quota',
    report(
      'Your message was automatically rejected by Dovecot Mail Delivery Agent.',
      fields('failed', '5.2.2', 'smtp; 552 5.2.2 Quota exceeded (mailbox for user is full)'),
    ),
    '5.2.2',
    'try-later',
  ),
  bounce(
    'Postfix, we are on a block list',
    report(
      'This is the mail system.',
      fields(
        'failed',
        '5.7.1',
        'smtp; 554 5.7.1 Service unavailable; Client host [192.0.2.9] blocked using zen.spamhaus.org',
      ),
    ),
    '5.7.1',
    'refuses-us',
  ),
  bounce(
    'Postfix, our own address is refused',
    report(
      'This is the mail system.',
      fields(
        'failed',
        '5.1.8',
        'smtp; 550 5.1.8 <ana@carryon.example>: Sender address rejected: Domain not found',
      ),
    ),
    '5.1.8',
    'refuses-us',
  ),
  bounce(
    'Exim with a report, the true code in the diagnostic',
    report(
      'This message was created automatically by mail delivery software.',
      fields('failed', '5.0.0', 'smtp; 550 5.1.1 The email account that you tried to reach does not exist'),
      {
        headers: {
          'X-Failed-Recipients': MARTA,
          Subject: 'Mail delivery failed: returning message to sender',
        },
      },
    ),
    '5.1.1',
    'wrong-address',
  ),
  bounce(
    'Exim with a report and words alone',
    report('This message was created automatically.', fields('failed', '5.0.0', 'smtp; 550 unknown user')),
    '5.0.0',
    'wrong-address',
  ),
  bounce(
    'Exim without a report',
    words(
      {
        From: 'Mail Delivery System <Mailer-Daemon@mx.example>',
        Subject: 'Mail delivery failed: returning message to sender',
        'X-Failed-Recipients': MARTA,
        'Auto-Submitted': 'auto-replied',
      },
      `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  ${MARTA}\n    Unrouteable address\n\n------ This is a copy of the message, including all the headers. ------\n\n${ORIGINAL}`,
    ),
    null,
    'wrong-address',
  ),
  bounce(
    'Exim, delayed',
    words(
      {
        From: 'Mail Delivery System <Mailer-Daemon@mx.example>',
        Subject: 'Warning: message 1abcDE-0001 delayed 24 hours',
        'Auto-Submitted': 'auto-replied',
      },
      `A message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on mx.example.\n\nThe message identifier is: 1abcDE-0001\n\nThe address to which the message has not yet been delivered is:\n\n  ${MARTA}\n\nNo action is required on your part.`,
    ),
    null,
    null,
    { kind: 'delay' },
  ),
  bounce(
    'Exchange Online, no such person',
    report(
      `Your message to ${MARTA} couldn't be delivered.\nmarta wasn't found at slowtravel.net.`,
      fields(
        'failed',
        '5.1.10',
        'smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient marta@slowtravel.net not found by SMTP address lookup',
      ),
      {
        headers: {
          From: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@slowtravel.example>',
          Subject: 'Undeliverable: Your list of cabin bags',
        },
      },
    ),
    '5.1.10',
    'wrong-address',
  ),
  bounce(
    'Exchange Online, access denied means nobody of that name',
    report(
      "Your message couldn't be delivered.",
      fields('failed', '5.4.1', 'smtp;550 5.4.1 Recipient address rejected: Access denied. AS(201806281)'),
    ),
    '5.4.1',
    'wrong-address',
  ),
  bounce(
    'Exchange, restricted',
    report(
      'Your message was rejected.',
      fields(
        'failed',
        '5.7.133',
        'smtp;550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required',
      ),
    ),
    '5.7.133',
    'refuses-us',
  ),
  bounce(
    'Exchange, too large says nothing about the address',
    report(
      'Too large.',
      fields(
        'failed',
        '5.2.3',
        'smtp;550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient',
      ),
    ),
    '5.2.3',
    null,
  ),
  bounce(
    'Gmail, no such address',
    report(
      `** Address not found **\n\nYour message wasn't delivered to jo.fields@gmail.com because the address couldn't be found.`,
      fields(
        'failed',
        '5.1.1',
        "smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try\n 550-5.1.1 double-checking the recipient's email address for typos.",
        'jo.fields@gmail.com',
      ),
      {
        headers: {
          From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
          Subject: 'Delivery Status Notification (Failure)',
          'In-Reply-To': GMAIL_ID,
          References: GMAIL_ID,
        },
        original: 'Subject: Sails, not plastic\n\nHello',
      },
    ),
    '5.1.1',
    'wrong-address',
    { pitch: 'p2', recipient: 'jo.fields@gmail.com' },
  ),
  bounce(
    'Gmail, delayed',
    report(
      '** Delivery incomplete **\n\nThere was a temporary problem. Gmail will retry for 46 more hours.',
      fields('delayed', '4.4.1', 'dns; timed out'),
      {
        headers: {
          From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
          Subject: 'Delivery Status Notification (Delay)',
        },
      },
    ),
    '4.4.1',
    null,
    { kind: 'delay' },
  ),
  bounce(
    'Gmail refuses unauthenticated mail',
    report(
      'Message blocked',
      fields(
        'failed',
        '5.7.26',
        'smtp; 550-5.7.26 Your email has been blocked because the sender is unauthenticated. SPF did not pass',
        'jo.fields@gmail.com',
      ),
      { headers: { 'In-Reply-To': GMAIL_ID }, original: 'Subject: x\n\ny' },
    ),
    '5.7.26',
    'refuses-us',
    { pitch: 'p2', recipient: 'jo.fields@gmail.com' },
  ),
  bounce(
    'old Gmail without a report',
    words(
      {
        From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        Subject: 'Delivery Status Notification (Failure)',
        'X-Failed-Recipients': 'jo.fields@gmail.com',
      },
      `Delivery to the following recipient failed permanently:\n\n     jo.fields@gmail.com\n\nTechnical details of permanent failure:\nThe error that the other server returned was: 550 550 5.2.1 The email account that you tried to reach is disabled (state 14).\n\n----- Original message -----\n\nMessage-ID: ${GMAIL_ID}\nSubject: Sails`,
    ),
    '5.2.1',
    'wrong-address',
    { pitch: 'p2', recipient: 'jo.fields@gmail.com' },
  ),
  bounce(
    'qmail',
    words(
      {},
      `Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<${MARTA}>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 unknown user\nGiving up on 192.0.2.1.\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <ana@carryon.example>\n${ORIGINAL}`,
    ),
    '5.1.1',
    'wrong-address',
  ),
  bounce(
    'qmail, code in brackets',
    words(
      {},
      `Hi. This is the qmail-send program.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<${MARTA}>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n${ORIGINAL}`,
    ),
    '5.1.1',
    'wrong-address',
  ),
  bounce(
    'Sendmail',
    report(
      'The original message was received at Mon, 2 Mar 2026\n\n   ----- The following addresses had permanent fatal errors -----\n<marta@slowtravel.net>\n    (reason: 550 5.1.1 <marta@slowtravel.net>... User unknown)',
      fields('failed', '5.1.1', 'SMTP; 550 5.1.1 <marta@slowtravel.net>... User unknown'),
      {
        headers: {
          From: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example>',
          Subject: 'Returned mail: see transcript for details',
        },
      },
    ),
    '5.1.1',
    'wrong-address',
  ),
  bounce(
    'Sendmail, four hours',
    report(
      '**  THIS IS A WARNING MESSAGE ONLY  **\n**  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **',
      fields('delayed', '4.2.0', 'SMTP; 452 4.2.0 try again'),
      { headers: { Subject: 'Warning: could not send message for past 4 hours' } },
    ),
    '4.2.0',
    null,
    { kind: 'delay' },
  ),
  bounce(
    'Yahoo',
    words(
      { From: 'MAILER-DAEMON@yahoo.com', Subject: 'Failure Notice' },
      `Sorry, we were unable to deliver your message to the following address.\n\n<${MARTA}>:\n554: delivery error: dd This user doesn't have a yahoo.com account (marta@slowtravel.net) [0]\n\n--- Below this line is a copy of the message.\n\n${ORIGINAL}`,
    ),
    null,
    'wrong-address',
  ),
  bounce(
    'Mimecast',
    words(
      { From: 'Postmaster <postmaster@eu-mta.example>', Subject: '[Postmaster] Email Delivery Failure' },
      `This is a delivery failure notification message indicating that an email you addressed to email address :\n-- ${MARTA}\n\ncould not be delivered. The problem appears to be :\n-- Recipient email server rejected the message\n\nAdditional information follows :\n-- 550 5.7.1 Rejected by policy: the sender failed a DMARC check`,
    ),
    '5.7.1',
    'refuses-us',
  ),
  bounce(
    'Zoho gives the original as text/rfc822',
    report(
      'This message was created automatically by mail delivery software.',
      fields('failed', '5.1.1', 'smtp; 550 No such user'),
      { as: 'text/rfc822', headers: { From: 'mailer-daemon@mail.zoho.example' } },
    ),
    '5.1.1',
    'wrong-address',
  ),
  bounce(
    'Outlook.com, words instead of a telling code',
    report(
      'Delivery has failed.',
      fields('failed', '5.5.0', 'smtp;550 5.5.0 Requested action not taken: mailbox unavailable'),
    ),
    '5.5.0',
    'wrong-address',
  ),
  bounce(
    'a report without an original, found by the address',
    report('failed', fields('failed', '5.1.1', 'smtp; 550 no such user'), { original: 'Subject: x\n\ny' }),
    '5.1.1',
    'wrong-address',
  ),
  bounce(
    'a report of several, one of them ours',
    report(
      'failed',
      `${fields('failed', '5.2.2', 'smtp; 552 full', 'x@elsewhere.example')}\n\n${fields('failed', '5.1.1', 'smtp; 550 no such user')}`,
    ),
    '5.1.1',
    'wrong-address',
  ),
  bounce(
    'a report of several, one delivered and one failed',
    report(
      'failed',
      `${fields('delivered', '2.0.0', 'smtp; 250 ok', 'x@elsewhere.example')}\n\n${fields('failed', '5.1.1', 'smtp; 550 no such user')}`,
    ),
    '5.1.1',
    'wrong-address',
  ),
  bounce(
    'a notice that it arrived',
    report('Your message was successfully delivered.', fields('delivered', '2.0.0', 'smtp; 250 ok'), {
      headers: { Subject: 'Successful Mail Delivery Report' },
    }),
    '2.0.0',
    null,
    { kind: 'receipt' },
  ),
  bounce(
    'of a mail that is none of ours',
    report('failed', fields('failed', '5.1.1', 'smtp; 550 no such user', 'bob@elsewhere.example'), {
      original: 'Message-ID: <other@elsewhere.example>\nSubject: x\n\ny',
    }),
    '5.1.1',
    'wrong-address',
    { pitch: null, recipient: 'bob@elsewhere.example' },
  ),
  bounce(
    'the address was forwarded to another',
    report(
      'failed',
      `Original-Recipient: rfc822;${MARTA}\n${fields('failed', '5.1.1', 'smtp; 550 no such user', 'marta.novak@private.example')}`,
    ),
    '5.1.1',
    'wrong-address',
  ),
  bounce(
    'in German',
    words(
      { From: 'postmaster@provider.example', Subject: 'Unzustellbar: Your list of cabin bags' },
      `Ihre Nachricht konnte nicht zugestellt werden.\n\n${MARTA}\nEmpfänger unbekannt (#5.1.1)`,
    ),
    '5.1.1',
    'wrong-address',
  ),
  bounce(
    'greylisted for too long',
    words(
      {},
      `I wasn't able to deliver your message.\n\n<${MARTA}>:\n451 4.7.1 Greylisting in action, please try again later\n\n--- Below this line is a copy of the message.\n\n${ORIGINAL}`,
    ),
    '4.7.1',
    'try-later',
  ),
  bounce(
    'rejected as spam without a code',
    words(
      {},
      `I wasn't able to deliver your message.\n\n<${MARTA}>:\n554 Message rejected as spam by content scanner\n\n--- Below this line is a copy of the message.\n\n${ORIGINAL}`,
    ),
    null,
    'refuses-us',
  ),
  bounce(
    'the version of a server is no status',
    words(
      {},
      `Exim 4.96.2 at mx.example could not deliver your message.\n\n<${MARTA}>:\n550 mailbox unavailable\n\n--- Below this line is a copy of the message.\n\n${ORIGINAL}`,
    ),
    null,
    'wrong-address',
  ),
]
