import { type ImportCase, latin1, utf8, utf16le } from './import-case.ts'

function card(...lines: string[]): string {
  return ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')
}

export const VCARD_CASES: ImportCase[] = [
  {
    name: 'vCard 2.1: quoted-printable with a charset, soft line breaks, bare types',
    file: utf8(
      card(
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Anna=',
        ' Maria;;;',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Anna Maria M=',
        '=C3=BCller',
        'ORG;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Caf=E9 Blatt;Kultur',
        'EMAIL;INTERNET:anna@home.example',
        'EMAIL;INTERNET;PREF:anna@blatt.example',
        'URL;WORK:https://blatt.example/?a=1&b=2',
        'NOTE;ENCODING=QUOTED-PRINTABLE:first=0D=0Asecond =3D done',
        'PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQSkZJRgABAQ',
        'AQAAAAAAAAAAAAAAAAAAAAAA',
        '',
        'TITLE:Editor',
      ),
    ),
    format: 'vcard',
    encoding: null,
    delimiter: null,
    headerLine: null,
    records: [
      {
        line: 1,
        prospect: { url: 'https://blatt.example', name: 'Café Blatt' },
        contact: {
          name: 'Anna Maria Müller',
          email: 'anna@blatt.example',
          emails: ['anna@blatt.example', 'anna@home.example'],
          role: 'Editor',
          url: 'https://blatt.example/?a=1&b=2',
        },
        notes: 'first\nsecond = done',
      },
    ],
    warnings: [],
  },
  {
    name: 'vCard 3.0: grouped addresses with labels, escapes where none belong, folded lines',
    file: utf8(
      card(
        'VERSION:3.0',
        'N:Tee;Anna;;;',
        'FN:Anna Tee',
        'UID:1234',
        'item1.URL;type=pref:https\\://teablog.example/about\\,us',
        'item1.X-ABLabel:_$!<HomePage>!$_',
        'URL:https://anna.example',
        'ORG:Tea\\, Blog;News',
        'EMAIL;type=INTERNET;type=WORK:anna@tea',
        ' blog.example',
        'NOTE:likes\\ntea\\; and kettles',
        'CATEGORIES:press,"tea",a\\,b',
        'X-SOCIALPROFILE;type=twitter:https://twitter.com/anna',
      ),
    ),
    format: 'vcard',
    records: [
      {
        prospect: { url: 'https://teablog.example', name: 'Tea, Blog' },
        contact: {
          name: 'Anna Tee',
          email: 'anna@teablog.example',
          url: 'https://teablog.example/about,us',
          uid: '1234',
          urls: [
            { url: 'https://teablog.example/about,us', label: 'HomePage' },
            { url: 'https://anna.example/' },
          ],
        },
        notes: 'likes\ntea; and kettles',
        tags: ['press', '"tea"', 'a,b'],
      },
    ],
  },
  {
    name: 'vCard 4.0: preferences by number, quoted parameters, lists and companies',
    file: utf8(
      card(
        'VERSION:4.0',
        'KIND:individual',
        'FN:Zoe Zed',
        'EMAIL;PREF=2;TYPE="work,home":two@zed.example',
        'EMAIL;PREF=1:mailto:one@zed.example',
        'UID:urn:uuid:1',
        'ROLE:Host',
      ) +
        card('VERSION:4.0', 'KIND:group', 'FN:All of them', 'MEMBER:urn:uuid:1') +
        card('VERSION:4.0', 'KIND:org', 'FN:Kettle Works', 'URL:https://kettle.example'),
    ),
    format: 'vcard',
    records: [
      {
        line: 1,
        contact: {
          name: 'Zoe Zed',
          email: 'one@zed.example',
          emails: ['one@zed.example', 'two@zed.example'],
          role: 'Host',
          uid: 'urn:uuid:1',
        },
      },
      { line: 16, prospect: { name: 'Kettle Works', url: 'https://kettle.example' } },
    ],
    refused: [[10, /list of people/]],
  },
  {
    name: 'many cards: one inside another, one without an end, a repeat, a broken line, a profile instead of a website',
    file: utf8(
      card(
        'VERSION:2.1',
        'FN:Boss',
        'AGENT:',
        'BEGIN:VCARD',
        'FN:Helper',
        'END:VCARD',
        'EMAIL:boss@a.example',
      ) +
        'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Open\r\n' +
        card(
          'VERSION:3.0',
          'FN:Next',
          'this is no property',
          'X-SOCIALPROFILE:https://www.linkedin.com/in/next',
        ) +
        card(
          'VERSION:3.0',
          'FN:Next',
          'this is no property',
          'X-SOCIALPROFILE:https://www.linkedin.com/in/next',
        ) +
        'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cut',
    ),
    format: 'vcard',
    records: [
      { line: 1, contact: { name: 'Boss', email: 'boss@a.example' } },
      { line: 10, contact: { name: 'Open' } },
      { line: 13, prospect: null, contact: { name: 'Next', url: 'https://www.linkedin.com/in/next' } },
    ],
    refused: [[25, /cut off/]],
    warnings: [/1 line of contact cards could not be read/],
  },
  {
    name: 'a card in UTF-16',
    file: utf16le(card('VERSION:3.0', 'FN:Zoë', 'EMAIL:zoe@a.example')),
    format: 'vcard',
    records: [{ contact: { name: 'Zoë', email: 'zoe@a.example' } }],
  },
  {
    name: 'a card of an old phone in windows-1252, whose name is its address',
    file: latin1(card('VERSION:2.1', 'FN:ben@a.example', 'NOTE:Café', 'EMAIL:ben@a.example')),
    format: 'vcard',
    records: [{ contact: { email: 'ben@a.example' }, notes: 'Café' }],
  },
]
