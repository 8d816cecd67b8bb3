import { EXCHANGE_ID, GMAIL_ID, ID, LATER_ID, mail, parts, quoted, SENT_TEXT } from './raw-mail.ts'

/** A mail as text, one character a byte where `as` says so, and what it is. `text` and `suggests` are asked only where given. */
export type AnswerCase = {
  name: string
  raw: string
  as?: 'bytes'
  kind: string
  pitch: string | null
  confidence: string | null
  text?: string
  suggests?: string | null
}

const STRANGER = 'Tom Berg <tom@elsewhere.example>'
const ON = 'On 2 Mar 2026, at 10:00, Ana Weber <ana@carryon.example> wrote:'
const QUOTE = `${ON}\n${quoted(SENT_TEXT)}`

type Rest = Partial<Pick<AnswerCase, 'as' | 'text' | 'suggests'>>
const one =
  (kind: string, pitch: string | null, confidence: string | null) =>
  (name: string, raw: string, rest: Rest = {}): AnswerCase => ({
    name,
    raw,
    kind,
    pitch,
    confidence,
    ...rest,
  })
const certain = one('reply', 'p1', 'certain')
const likely = one('reply', 'p1', 'likely')
const ask = one('reply', 'p1', 'ask')
const auto = one('auto-reply', 'p1', null)
const own = one('own', null, null)
const list = one('list', null, null)
const unrelated = one('unrelated', null, null)
const unreadable = one('unreadable', null, null)

export const OWN_MAILS: readonly AnswerCase[] = [
  own(
    'our follow-up in Sent, in the thread',
    mail({ From: 'Ana Weber <ana@carryon.example>', 'In-Reply-To': ID, References: ID }, 'Just checking.'),
  ),
  own('from an alias', mail({ From: 'hello@carryon.example', 'In-Reply-To': ID }, 'x')),
  own('in other letters', mail({ From: 'ANA@CarryOn.Example' }, 'x')),
  own('with our unsubscribe words in it', mail({ From: 'ana@carryon.example' }, 'Please stop emailing me'), {
    suggests: null,
  }),
]

export const THREAD_MAILS: readonly AnswerCase[] = [
  certain(
    'In-Reply-To names our mail',
    mail({ 'In-Reply-To': ID, Subject: 'Re: Your list of cabin bags' }, `Lovely!\n\n${QUOTE}`),
    { text: 'Lovely!' },
  ),
  certain(
    'References alone name it',
    mail({ References: `<older@x.example> ${ID} <newer@x.example>` }, 'Yes.'),
    { text: 'Yes.' },
  ),
  certain(
    'from another address of theirs',
    mail({ From: 'Marta <marta.private@elsewhere.example>', 'In-Reply-To': ID }, 'From home.'),
  ),
  certain(
    'from a stranger, under another subject',
    mail({ From: STRANGER, Subject: 'About bags', References: ID }, 'Marta passed this on.'),
  ),
  certain(
    "the id that Exchange put in ours' place",
    mail({ From: STRANGER, 'In-Reply-To': EXCHANGE_ID }, 'x'),
  ),
  certain('the id in other letters', mail({ From: STRANGER, 'In-Reply-To': ID.toUpperCase() }, 'x')),
  certain('without angle brackets', mail({ From: STRANGER, 'In-Reply-To': ID.slice(1, -1) }, 'x')),
  certain(
    'with a comment behind it',
    mail({ From: STRANGER, 'In-Reply-To': `Message of "Mon, 2 Mar" ${ID} (Ana)` }, 'x'),
  ),
  certain(
    'References folded over lines',
    mail({ From: STRANGER, References: `<a@x.example>\r\n ${ID}\r\n\t<b@x.example>` }, 'x'),
  ),
  certain(
    'the id broken in two by folding',
    mail({ From: STRANGER, References: `<a@x.example> ${ID.slice(0, 20)}\r\n ${ID.slice(20)}` }, 'x'),
  ),
  certain(
    'through a helpdesk with list headers',
    mail(
      {
        From: 'support@helpdesk.example',
        'In-Reply-To': ID,
        'List-Unsubscribe': '<mailto:x@helpdesk.example>',
        Precedence: 'bulk',
      },
      'Ticket 12: yes.',
    ),
  ),
  certain(
    'through a mailing list',
    mail({ From: STRANGER, References: ID, 'List-Id': '<desk.slowtravel.net>' }, 'x'),
  ),
  certain('Auto-Submitted: no', mail({ 'In-Reply-To': ID, 'Auto-Submitted': 'no' }, 'x')),
  certain('Precedence: bulk proves nothing', mail({ 'In-Reply-To': ID, Precedence: 'bulk' }, 'x')),
  certain(
    'X-Auto-Response-Suppress proves nothing',
    mail({ 'In-Reply-To': ID, 'X-Auto-Response-Suppress': 'All' }, 'x'),
  ),
  certain(
    'an answer to an answering machine of ours',
    mail({ 'In-Reply-To': ID, Subject: 'Re: Automatic reply: Your list of cabin bags' }, 'x'),
  ),
  one(
    'reply',
    'p3',
    'certain',
  )(
    'two of our mails: the one answered',
    mail({ 'In-Reply-To': LATER_ID, References: `${ID} ${LATER_ID}` }, 'x'),
  ),
  one(
    'reply',
    'p3',
    'certain',
  )('two of our mails in References: the later one', mail({ References: `${ID} ${LATER_ID}` }, 'x')),
  one('reply', 'p2', 'certain')('another pitch', mail({ From: STRANGER, 'In-Reply-To': GMAIL_ID }, 'x')),
  unrelated(
    'an id that only ends like ours',
    mail({ From: STRANGER, 'In-Reply-To': `<x${ID.slice(1)}` }, 'x'),
  ),
  certain('no From at all', mail({ From: null, 'In-Reply-To': ID }, 'x')),
  certain(
    'no date, no Message-ID, no type',
    mail({ Date: null, 'Message-ID': null, 'Content-Type': null, 'In-Reply-To': ID }, 'Fine.'),
    { text: 'Fine.' },
  ),
  certain('stop', mail({ 'In-Reply-To': ID }, `Please stop emailing me.\n\n${QUOTE}`), {
    suggests: 'stop',
    text: 'Please stop emailing me.',
  }),
  certain('no thanks', mail({ 'In-Reply-To': ID }, 'No thanks.'), { suggests: 'no-thanks' }),
  certain('not now', mail({ 'In-Reply-To': ID }, 'Not now, maybe in autumn.'), { suggests: null }),
  certain(
    'the words stand only in what it quotes',
    mail(
      { 'In-Reply-To': ID },
      `Sure!\n\n${ON}\n> Please stop me if you are not interested.\n> No thanks is fine too.`,
    ),
    { suggests: null, text: 'Sure!' },
  ),
  certain('nothing but a quote', mail({ 'In-Reply-To': ID }, QUOTE), { text: '', suggests: null }),
  certain(
    'Outlook, top of the page',
    mail(
      { 'In-Reply-To': EXCHANGE_ID, Subject: 'AW: Your list of cabin bags' },
      `Hallo Ana,\n\ngerne.\n\nMarta\n________________________________\nVon: Ana Weber <ana@carryon.example>\nGesendet: Montag, 2. März 2026 10:00\nAn: Marta Novak <marta@slowtravel.net>\nBetreff: Your list of cabin bags\n\n${SENT_TEXT}`,
    ),
    { text: 'Hallo Ana,\n\ngerne.\n\nMarta' },
  ),
]

export const WEAKER_MAILS: readonly AnswerCase[] = [
  ...[
    'Re:',
    'RE:',
    'AW:',
    'Aw:',
    'SV:',
    'Antw:',
    'Rif:',
    'R:',
    'RES:',
    'Odp:',
    'VS:',
    'Re[2]:',
    'Re: Re:',
    'Re: AW:',
    'Re :',
    '回复：',
    '答复:',
    '[EXTERNAL] Re:',
    'Re: [EXTERNAL]',
    'Ynt:',
  ].map((prefix) =>
    certain(
      `known address and our subject behind "${prefix}"`,
      mail({ Subject: `${prefix} Your list of cabin bags` }, 'x'),
    ),
  ),
  certain('our subject without a prefix', mail({ Subject: 'your list of  cabin bags' }, 'x')),
  certain(
    'our subject in encoded words',
    mail({ Subject: '=?utf-8?Q?Re=3A_Your_list_of?=\r\n =?utf-8?B?IGNhYmluIGJhZ3M=?=' }, 'x'),
  ),
  certain('another subject, but our sentences', mail({ Subject: 'bags' }, `Hi\n\n${QUOTE}`)),
  certain(
    'forwarded back with our sentences',
    mail(
      { Subject: 'Fwd: Your list of cabin bags' },
      `See below.\n\n---------- Forwarded message ---------\n${SENT_TEXT}`,
    ),
    { text: 'See below.' },
  ),
  certain(
    'the address in other letters',
    mail({ From: 'MARTA@SlowTravel.net', Subject: 'Re: Your list of cabin bags' }, 'x'),
  ),
  one(
    'reply',
    'p2',
    'certain',
  )(
    'Gmail: dots and a tag do not count',
    mail({ From: 'Jo <jofields+news@googlemail.com>', Subject: 'Re: Sails, not plastic' }, 'x'),
  ),
  one(
    'reply',
    'p3',
    'certain',
  )(
    'the pitch whose subject it is',
    mail({ Subject: 'Re: Question for your readers', Date: 'Fri, 8 May 2026 10:00:00 +0200' }, 'x'),
  ),
  likely('known address, another subject', mail({ Subject: 'Hello again' }, 'I meant to write.')),
  likely('known address, no subject', mail({ Subject: null }, 'x')),
  likely("known address, forwards somebody's mail", mail({ Subject: 'Fwd: conference' }, 'Interesting?')),
  one(
    'reply',
    'p3',
    'likely',
  )(
    'of two pitches, the one sent last',
    mail({ Subject: 'Hello', Date: 'Fri, 8 May 2026 10:00:00 +0200' }, 'x'),
  ),
  likely(
    'a stranger quotes our sentences behind Re:',
    mail({ From: STRANGER, Subject: 'Re: something' }, `Hi\n\n${QUOTE}`),
  ),
  likely('a stranger forwards them', mail({ From: STRANGER, Subject: 'WG: bags' }, `Hi\n\n${QUOTE}`)),
  likely(
    'a colleague quotes them, under any subject',
    mail({ From: 'Tom <tom@slowtravel.net>', Subject: 'bags' }, `Hi\n\n${QUOTE}`),
  ),
  likely(
    'quoted text that was wrapped anew',
    mail(
      { From: STRANGER, Subject: 'Re: x' },
      `Hi\n\n${quoted(SENT_TEXT.replace(/(\w+ \w+ \w+ \w+) /g, '$1\n'))}`,
    ),
  ),
  unrelated(
    'a stranger quotes them under a subject of their own',
    mail({ From: STRANGER, Subject: 'Our services' }, QUOTE),
  ),
  unrelated(
    'a stranger quotes one sentence only',
    mail(
      { From: STRANGER, Subject: 'Re: x' },
      '> One thing I could not find in it is a bag made from recycled sails.',
    ),
  ),
  ask(
    'our subject behind Re: from a stranger',
    mail({ From: STRANGER, Subject: 'Re: Your list of cabin bags' }, 'x'),
  ),
  unrelated(
    'our subject without Re: from a stranger',
    mail({ From: STRANGER, Subject: 'Your list of cabin bags' }, 'x'),
  ),
  unrelated(
    'our subject behind Fwd: from a stranger',
    mail({ From: STRANGER, Subject: 'Fwd: Your list of cabin bags' }, 'x'),
  ),
  unrelated(
    'our subject behind WG: from a stranger',
    mail({ From: STRANGER, Subject: 'WG: Your list of cabin bags' }, 'x'),
  ),
  ask(
    "another address of the contact's own domain",
    mail({ From: 'Tom <tom@slowtravel.net>', Subject: 'Bags' }, 'x'),
  ),
  ask('an address below their domain', mail({ From: 'desk@mail.slowtravel.net', Subject: 'Bags' }, 'x')),
  unrelated(
    'another address at a provider for everybody',
    mail({ From: 'jo.other@gmail.com', Subject: 'Bags' }, 'x'),
  ),
  unrelated('a domain that only ends alike', mail({ From: 'tom@notslowtravel.net', Subject: 'Bags' }, 'x')),
  unrelated(
    'somebody else about something else',
    mail({ From: STRANGER, Subject: 'Invoice' }, 'Please pay.'),
  ),
  unrelated(
    'their name, another address',
    mail({ From: '"marta@slowtravel.net" <x@elsewhere.example>', Subject: 'Hi' }, 'x'),
  ),
  unrelated('an empty reply subject', mail({ From: STRANGER, Subject: 'Re:' }, 'x')),
  unrelated(
    'written before anything was sent to them',
    mail({ Subject: 'Newsletter?', Date: 'Tue, 10 Feb 2026 10:00:00 +0100' }, 'x'),
  ),
  list(
    "a known address's newsletter",
    mail({ Subject: 'Slow Travel, March', 'List-Unsubscribe': '<https://slowtravel.net/u>' }, 'News.'),
  ),
  list(
    'with our subject even',
    mail({ Subject: 'Re: Your list of cabin bags', 'List-Id': 'Slow <s.slowtravel.net>' }, 'x'),
  ),
  list("a stranger's list", mail({ From: STRANGER, 'List-Id': '<x.example>' }, 'x')),
]

export const MACHINE_MAILS: readonly AnswerCase[] = [
  auto(
    'Auto-Submitted: auto-replied, in the thread',
    mail({ 'In-Reply-To': ID, 'Auto-Submitted': 'auto-replied' }, 'I am away until 20 March.'),
    { suggests: null },
  ),
  auto(
    'Auto-Submitted with a comment',
    mail({ 'In-Reply-To': ID, 'Auto-Submitted': 'auto-replied (vacation)' }, 'x'),
  ),
  auto(
    'Auto-Submitted: auto-generated',
    mail({ 'In-Reply-To': ID, 'Auto-Submitted': 'auto-generated' }, 'x'),
  ),
  auto('X-Autoreply', mail({ 'In-Reply-To': ID, 'X-Autoreply': 'yes' }, 'x')),
  auto('X-Autorespond', mail({ 'In-Reply-To': ID, 'X-Autorespond': 'Your list' }, 'x')),
  auto('Precedence: auto_reply', mail({ 'In-Reply-To': ID, Precedence: 'auto_reply' }, 'x')),
  ...[
    'Automatic reply:',
    'Auto-Reply:',
    'Autoreply:',
    'Out of Office:',
    'Out of office Re:',
    'Abwesenheitsnotiz:',
    'Automatische Antwort:',
    'Réponse automatique :',
    'Absence du bureau :',
    'Respuesta automática:',
    'Fuera de la oficina:',
    'Risposta automatica:',
    'Fuori sede:',
    'Automatisch antwoord:',
    'Afwezig:',
    'Resposta automática:',
    'Automatyczna odpowiedź:',
    'Autosvar:',
    'Automatiskt svar:',
    'Автоответ:',
    '自動返信:',
    '自动回复:',
  ].map((words) =>
    auto(
      `the subject alone: ${words}`,
      mail(
        {
          Subject: `=?utf-8?B?${btoa(String.fromCharCode(...new TextEncoder().encode(`${words} Your list of cabin bags`)))}?=`,
        },
        'x',
      ),
    ),
  ),
  auto(
    'stop in its words suggests nothing',
    mail(
      { 'In-Reply-To': ID, 'Auto-Submitted': 'auto-replied' },
      'Please do not contact me again before Monday. Unsubscribe',
    ),
    { suggests: null },
  ),
  auto(
    'from another address, under our subject',
    mail({ From: STRANGER, Subject: 'Automatic reply: Your list of cabin bags' }, 'x'),
  ),
  one(
    'auto-reply',
    null,
    null,
  )(
    'of nobody we wrote to',
    mail({ From: STRANGER, Subject: 'Automatic reply: Invoice', 'Auto-Submitted': 'auto-replied' }, 'x'),
  ),
  one(
    'receipt',
    'p1',
    null,
  )(
    'a read receipt',
    mail(
      {
        Subject: 'Read: Your list of cabin bags',
        'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=b',
      },
      parts(
        'b',
        ['text/plain', 'It was read.'],
        [
          'message/disposition-notification',
          `Final-Recipient: rfc822;marta@slowtravel.net\nOriginal-Message-ID: ${ID}\nDisposition: manual-action/MDN-sent-manually; displayed`,
        ],
      ),
    ),
  ),
  one(
    'receipt',
    null,
    null,
  )(
    'a read receipt of something else',
    mail(
      {
        Subject: 'Read: x',
        'Content-Type': 'multipart/report; report-type="disposition-notification"; boundary=b',
      },
      parts('b', ['text/plain', 'It was read.']),
    ),
  ),
  unrelated(
    'a server that says nothing of a failure',
    mail({ From: 'postmaster@elsewhere.example', Subject: 'Hello' }, 'Weekly statistics.'),
  ),
  certain(
    'a person quotes a bounce in the thread',
    mail(
      { 'In-Reply-To': ID, Subject: 'Undeliverable?' },
      'Your last mail bounced: 550 5.1.1 user unknown. Try again.',
    ),
  ),
]

export const BODIES: readonly AnswerCase[] = [
  certain(
    'quoted-printable in windows-1252',
    mail(
      {
        'In-Reply-To': ID,
        'Content-Type': 'text/plain; charset=windows-1252',
        'Content-Transfer-Encoding': 'quoted-printable',
      },
      'Caf=E9 =96 =93yes=94, 5 =80',
    ),
    { text: 'Café – “yes”, 5 €' },
  ),
  certain(
    '8-bit windows-1252 that calls itself iso-8859-1',
    mail({ 'In-Reply-To': ID, 'Content-Type': 'text/plain; charset=iso-8859-1' }, 'Caf\u00e9 \u0096 \u0080'),
    { as: 'bytes', text: 'Café – €' },
  ),
  certain(
    '8 bits without a name, not UTF-8',
    mail({ 'In-Reply-To': ID, 'Content-Type': null }, 'Caf\u00e9 \u0093so\u0094'),
    { as: 'bytes', text: 'Café “so”' },
  ),
  certain(
    '8 bits without a name in quoted-printable',
    mail(
      { 'In-Reply-To': ID, 'Content-Type': 'text/plain', 'Content-Transfer-Encoding': 'quoted-printable' },
      'Caf=E9 =93so=94',
    ),
    { text: 'Café “so”' },
  ),
  certain('8 bits in the subject', mail({ Subject: 'R\u00e9: x', 'In-Reply-To': ID }, 'x'), { as: 'bytes' }),
  one('reply', 'p1', 'certain')(
    '8 bits without a name in a part',
    mail(
      { 'In-Reply-To': ID, 'Content-Type': 'multipart/alternative; boundary=b' },
      parts('b', ['text/plain', 'Caf\u00e9'], ['text/html;\n charset=iso-8859-1', 'Caf\u00e9']),
    ),
    { as: 'bytes', text: 'Café' },
  ),
  certain('UTF-8 without a name', mail({ 'In-Reply-To': ID, 'Content-Type': null }, 'Café – “so”'), {
    text: 'Café – “so”',
  }),
  certain(
    'koi8-r',
    mail(
      { 'In-Reply-To': ID, 'Content-Type': 'text/plain; charset=koi8-r' },
      '\u00f3\u00d0\u00c1\u00d3\u00c9\u00c2\u00cf',
    ),
    { as: 'bytes', text: 'Спасибо' },
  ),
  certain(
    'gb2312',
    mail({ 'In-Reply-To': ID, 'Content-Type': 'text/plain; charset=gb2312' }, '\u00d0\u00bb\u00d0\u00bb'),
    { as: 'bytes', text: '谢谢' },
  ),
  certain(
    'iso-2022-jp',
    mail({ 'In-Reply-To': ID, 'Content-Type': 'text/plain; charset=iso-2022-jp' }, '\u001b$B$"$j\u001b(B'),
    { as: 'bytes', text: 'あり' },
  ),
  certain(
    'utf-7 is not decoded',
    mail({ 'In-Reply-To': ID, 'Content-Type': 'text/plain; charset=utf-7' }, '+ADw-b+AD4-'),
    { text: '+ADw-b+AD4-' },
  ),
  certain(
    'a charset nobody knows',
    mail({ 'In-Reply-To': ID, 'Content-Type': 'text/plain; charset=x-none' }, 'Fine.'),
    { text: 'Fine.' },
  ),
  certain(
    'base64',
    mail({ 'In-Reply-To': ID, 'Content-Transfer-Encoding': 'base64' }, 'WWVzLCBw\nbGVhc2Uu'),
    { text: 'Yes, please.' },
  ),
  certain(
    'HTML alone',
    mail(
      { 'In-Reply-To': ID, 'Content-Type': 'text/html; charset=utf-8' },
      `<html><head><title>t</title><style>p{color:red}</style></head><body><p>Yes &amp; thanks!</p><p>Marta</p><script>alert(1)</script></body></html>`,
    ),
    { text: 'Yes & thanks!\n\nMarta' },
  ),
  certain(
    'HTML of Gmail',
    mail(
      { 'In-Reply-To': ID, 'Content-Type': 'text/html; charset=utf-8' },
      `<div dir="ltr">Yes please!<br><br>Marta</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, Mar 2, 2026 at 10:00 AM Ana Weber &lt;<a href="mailto:ana@carryon.example">ana@carryon.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote"><div>Hi Marta,<br><br>I read your list</div></blockquote></div>`,
    ),
    { text: 'Yes please!\n\nMarta' },
  ),
  certain(
    'HTML of Outlook',
    mail(
      { 'In-Reply-To': ID, 'Content-Type': 'text/html; charset=utf-8' },
      `<div>Gladly.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg"><b>From:</b> Ana Weber &lt;ana@carryon.example&gt;<br><b>Sent:</b> Monday<br><b>To:</b> Marta<br><b>Subject:</b> Your list</div><div>Hi Marta</div>`,
    ),
    { text: 'Gladly.' },
  ),
  certain(
    'HTML with an answer between two quotes',
    mail(
      { 'In-Reply-To': ID, 'Content-Type': 'text/html' },
      `<blockquote>Is it heavy?</blockquote><p>No, light.</p><blockquote>Is it red?</blockquote><p>Blue.</p>`,
    ),
    { text: 'No, light.\n\nBlue.' },
  ),
  certain(
    'both, and the plain text is empty',
    mail(
      { 'In-Reply-To': ID, 'Content-Type': 'multipart/alternative; boundary=b' },
      parts('b', ['text/plain', ' '], ['text/html', '<p>Yes.</p>']),
    ),
    { text: 'Yes.' },
  ),
  certain(
    'both: the plain one is read',
    mail(
      { 'In-Reply-To': ID, 'Content-Type': 'multipart/alternative; boundary=b' },
      parts('b', ['text/plain', 'Plain.'], ['text/html', '<p>Rich.</p>']),
    ),
    { text: 'Plain.' },
  ),
  certain(
    'with an attachment',
    mail(
      { 'In-Reply-To': ID, 'Content-Type': 'multipart/mixed; boundary=b' },
      parts('b', ['text/plain', 'See the picture.'], ['image/png; name=a.png', 'xxxx']),
    ),
    { text: 'See the picture.' },
  ),
  certain(
    'a mail attached is not its text',
    mail(
      { 'In-Reply-To': ID, 'Content-Type': 'multipart/mixed; boundary=b' },
      parts('b', ['text/plain', 'See below.'], ['message/rfc822', 'Subject: x\n\nPlease stop emailing me.']),
    ),
    { text: 'See below.', suggests: null },
  ),
  certain(
    'the boundary is nowhere',
    mail({ 'In-Reply-To': ID, 'Content-Type': 'multipart/mixed; boundary=nowhere' }, 'Yes, please.'),
    { text: 'Yes, please.' },
  ),
  certain(
    'the last boundary is missing',
    mail(
      { 'In-Reply-To': ID, 'Content-Type': 'multipart/mixed; boundary=b' },
      '--b\nContent-Type: text/plain\n\nCut off',
    ),
    { text: 'Cut off' },
  ),
  certain(
    'From with an unclosed quote',
    mail({ From: '"Marta Novak <marta@slowtravel.net>', Subject: 'Re: Your list of cabin bags' }, 'x'),
  ),
  certain('bare line feeds', mail({ 'In-Reply-To': ID }, 'Yes.').replaceAll('\r\n', '\n'), { text: 'Yes.' }),
  certain(
    'a line that is no header among the headers',
    mail({ 'X-A': 'b\r\nthis is no header', 'In-Reply-To': ID }, 'Yes.'),
  ),
  certain(
    'too deep to take apart: the headers still tell',
    mail(
      { 'In-Reply-To': ID, 'Content-Type': 'multipart/mixed; boundary=b0' },
      Array.from(
        { length: 1000 },
        (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary=b${at + 1}\n\n`,
      ).join(''),
    ),
  ),
  unreadable(
    'too deep, and the headers tell nothing',
    mail(
      { From: STRANGER, 'Content-Type': 'multipart/mixed; boundary=b0' },
      Array.from(
        { length: 1000 },
        (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary=b${at + 1}\n\n`,
      ).join(''),
    ),
  ),
  unreadable('nothing', ''),
  unreadable('bytes that are no mail', '\u0000\u0001\u0002\u00ff\u00fe', { as: 'bytes' }),
  unreadable('a text without headers', 'hello there\nhow are you'),
]
