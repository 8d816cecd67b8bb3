import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytes, ID, mail, OWN, PITCHES, parts } from './cases/raw-mail.ts'
import { MAIL_KINDS, readMail } from './read-mail.ts'

const HALF_MEGABYTE = 500_000
/** Twice as much may take three times as long, and some tenths of a second for what else the machine does. */
const GROWTH = 3
const SLACK_MS = 400

type Make = (size: number) => string
const fill = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length))
const body =
  (unit: string): Make =>
  (size) =>
    mail({ 'In-Reply-To': ID }, fill(unit, size))
const unsure =
  (unit: string): Make =>
  (size) =>
    mail({ Subject: 'Re: x' }, fill(unit, size))
const html =
  (unit: string, end = ''): Make =>
  (size) =>
    mail({ 'In-Reply-To': ID, 'Content-Type': 'text/html' }, fill(unit, size) + end)
const bounced =
  (unit: string): Make =>
  (size) =>
    mail(
      {
        From: 'MAILER-DAEMON@mx.example',
        Subject: 'failure notice',
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
      },
      parts(
        'b',
        ['text/plain', fill(unit, size)],
        ['message/delivery-status', fill(unit, size)],
        ['message/rfc822', fill(unit, size)],
      ),
    )

const HOSTILE: readonly (readonly [string, Make])[] = [
  ['dashes', body('-')],
  ['lines of dashes', body('-----\n')],
  ['underscores and fields', body('________\nFrom: a\nFrom: b\n')],
  [
    'a ladder of quote marks',
    (size) =>
      mail(
        { 'In-Reply-To': ID },
        Array.from({ length: 700 }, (_, at) => '>'.repeat(Math.ceil((at * size) / 350_000))).join('\n'),
      ),
  ],
  ['quote marks in one line', body('>')],
  ['quote marks and spaces', body('> ')],
  ['spaces', body(' ')],
  ['empty lines', body('\n')],
  ['almost headlines', body('On 2 Mar 2026, Ana wrote\n')],
  ['headlines', body('On 2 Mar 2026, Ana wrote:\n')],
  ['headlines and quotes', body('On 2 Mar 2026, Ana wrote:\n> x\n')],
  ['headlines in one line', body('On 2 Mar 2026, Ana wrote: ')],
  ['colons', body('a:\n')],
  ['addresses', body('a@b.example ')],
  ['at signs', body('@')],
  ['almost addresses', body('a@')],
  ['angle brackets', body('<')],
  ['almost stops', unsure('please stop the me us do not never ')],
  ['almost refusals', unsure('not really a good fit right great ')],
  ['almost German', unsure('schreiben sie mir a b c d e nicht ')],
  ['one word', unsure('a')],
  ['many words', unsure('one two three four ')],
  ['our sentences almost', unsure('One thing I could not find in it is a ')],
  ['accents', unsure('e\u0301\u0301')],
  ['emoji', unsure('👨‍👩‍👧 ')],
  ['bounce words', bounced('mailbox recipient address user is unknown ')],
  ['bounce codes', bounced('550 5.1. ')],
  ['bounce fields', bounced('Final-Recipient: rfc822; a@b.example\nAction: failed\n\n')],
  ['bounce blocks', bounced('a: b\n c\n')],
  ['block quotes within each other', html('<blockquote>')],
  ['blocks within each other', html('<div>')],
  ['tables within each other', html('<table><tr><td>')],
  ['lists within each other', html('<ul><li>')],
  ['open tags', html('<a ')],
  ['open comments', html('<!--')],
  ['open declarations', html('<!')],
  ['character references', html('&amp;')],
  ['broken references', html('&#x')],
  ['attributes', html('<p a="', '">')],
  ['closing tags', html('</p>')],
  ['block quotes beside each other', html('<blockquote>a</blockquote>b')],
  ['scripts', html('<script>a</script>')],
  [
    'headers',
    (size) =>
      mail(
        {
          'In-Reply-To': ID,
          ...Object.fromEntries(
            Array.from({ length: size / 50 }, (_, at) => [
              `X-${at}`,
              'some value of a header that says nothing',
            ]),
          ),
        },
        'x',
      ),
  ],
  ['references', (size) => mail({ References: fill('<a@b.example> ', size) }, 'x')],
  ['a long subject', (size) => mail({ Subject: fill('Re: ', size) }, 'x')],
  ['a subject in encoded words', (size) => mail({ Subject: fill('=?utf-8?q?a?= ', size) }, 'x')],
  ['a From of quotes', (size) => mail({ From: fill('"', size) }, 'x')],
  ['a From of brackets', (size) => mail({ From: fill('<', size) }, 'x')],
  ['a From of addresses', (size) => mail({ From: fill('a@b.example,', size) }, 'x')],
  ['a folded header', (size) => mail({ 'X-A': fill('a\r\n ', size), 'In-Reply-To': ID }, 'x')],
  [
    'a type of parameters',
    (size) => mail({ 'In-Reply-To': ID, 'Content-Type': `text/plain; ${fill('a=b; ', size)}` }, 'x'),
  ],
  [
    'parts',
    (size) =>
      mail({ 'In-Reply-To': ID, 'Content-Type': 'multipart/mixed; boundary=b' }, fill('--b\n\nx\n', size)),
  ],
  [
    'boundaries within each other',
    (size) =>
      mail(
        { 'In-Reply-To': ID, 'Content-Type': 'multipart/mixed; boundary=b0' },
        Array.from(
          { length: size / 60 },
          (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary=b${at + 1}\n\n`,
        ).join(''),
      ),
  ],
  [
    'attached mails within each other',
    (size) =>
      mail(
        { 'In-Reply-To': ID, 'Content-Type': 'message/rfc822' },
        fill('Content-Type: message/rfc822\n\n', size),
      ),
  ],
  [
    'quoted-printable',
    (size) => mail({ 'In-Reply-To': ID, 'Content-Transfer-Encoding': 'quoted-printable' }, fill('=', size)),
  ],
  [
    'base64 that is none',
    (size) => mail({ 'In-Reply-To': ID, 'Content-Transfer-Encoding': 'base64' }, fill('=A', size)),
  ],
  ['text that is not UTF-8', body('Content-Type: text/plain \u00ff\n')],
]

describe('half a megabyte made to be slow', () => {
  it.each(HOSTILE)('%s: twice as much takes about twice as long', async (_, make) => {
    await timed(make(20_000))
    const half = await timed(make(HALF_MEGABYTE / 2))
    const whole = await timed(make(HALF_MEGABYTE))
    // The second measurement counts where the first was disturbed.
    const again = whole > half * GROWTH + SLACK_MS ? await timed(make(HALF_MEGABYTE)) : whole
    expect(Math.min(whole, again)).toBeLessThanOrEqual(half * GROWTH + SLACK_MS)
  })

  it('reads one line of five megabytes', async () => {
    const half = await timed(body('On 2 Mar 2026 Ana > wrote: stop ')(2_500_000))
    expect(await timed(body('On 2 Mar 2026 Ana > wrote: stop ')(5_000_000))).toBeLessThanOrEqual(
      half * GROWTH + SLACK_MS,
    )
  })
})

describe('whatever bytes come', () => {
  const header = fc.constantFrom(
    'From',
    'To',
    'Subject',
    'In-Reply-To',
    'References',
    'Content-Type',
    'Content-Transfer-Encoding',
    'Auto-Submitted',
    'List-Id',
    'Date',
    'X-Failed-Recipients',
  )
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ID,
      'multipart/mixed; boundary=b',
      'multipart/report; report-type=delivery-status; boundary=b',
      'text/html; charset=utf-16',
      'text/plain; charset=utf-7',
      'MAILER-DAEMON@x',
      '"a <b@c',
      'base64',
      'quoted-printable',
      '=?utf-8?b?////?=',
    ),
  )
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '--b',
      '--b--',
      '',
      'Content-Type: message/delivery-status',
      'Content-Type: text/html',
      '> x',
      'On 1 May Ana wrote:',
      'From: a',
      'Sent: b',
      'Action: failed',
      '<blockquote>',
    ),
  )
  const message = fc
    .tuple(fc.array(fc.tuple(header, value)), fc.array(line))
    .map(([headers, lines]) =>
      new TextEncoder().encode(
        `${headers.map(([name, text]) => `${name}: ${text}`).join('\r\n')}\r\n\r\n${lines.join('\r\n')}`,
      ),
    )

  it('the answer is one of the kinds, and nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 2_000 }), message), async (raw) => {
        const read = await readMail(raw, OWN, PITCHES)
        expect(MAIL_KINDS).toContain(read.kind)
        expect(read.confidence === null).toBe(read.kind !== 'reply')
        expect(read.bounce === null).toBe(read.kind !== 'bounce')
        expect(read.suggests === null || read.kind === 'reply').toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})

/** Milliseconds of the processor, not of the clock: others are at work on the same machine. */
async function timed(raw: string): Promise<number> {
  const message = bytes(raw)
  const before = process.cpuUsage()
  const read = await readMail(message, OWN, PITCHES)
  expect(MAIL_KINDS).toContain(read.kind)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
