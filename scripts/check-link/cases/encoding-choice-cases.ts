import { LINK, type PageCase, POST, page } from './page-case.ts'

const SNIFF = 'HTML standard, 13.2.3.2 determining the character encoding'
const PRESCAN = 'HTML standard, 13.2.3.2: prescan a byte stream to determine its encoding'
const LATE = 'HTML standard, 13.2.6.4.4 in head, meta: change the encoding while it is tentative'
const MIME = 'MIME Sniffing standard, 4.4 parsing a MIME type'
const EXTRACT = 'Fetch standard, 2.2.2 headers: extract a MIME type'
const LABELS = 'Encoding standard, 4.2 names and labels'

const DOCTYPE = '<!doctype html><title>x</title>'
/** "Ромашка" and "обзор", read rightly only in windows-1251. */
const IN_1251 = `${DOCTYPE}${POST}<p>\xd0\xee\xec\xe0\xf8\xea\xe0 <a href="http://acme.test/">\xee\xe1\xe7\xee\xf0</a></p>`
const IN_UNICODE = `${DOCTYPE}${POST}<p>Ромашка <a href="http://acme.test/">обзор</a></p>`
const READ_RIGHTLY = { mentioned: true, linked: true, anchorText: 'обзор' }
const ASK = { ask: { brands: ['Ромашка'] } }
const FILLER = `<!--${'x'.repeat(1100)}-->`

/** Pages in windows-1251: what they are called, what says so, their Content-Type, and what stands before the page. */
const PAGES_IN_1251: readonly (readonly [name: string, source: string, before: string, type?: string])[] = [
  ['the header beats the meta', SNIFF, '<meta charset=utf-8>', 'text/html; charset=windows-1251'],
  [
    'an unknown label in the header leaves it to the meta',
    SNIFF,
    '<meta charset=windows-1251>',
    'text/html; charset=nonsense',
  ],
  [
    'utf-7 in the header leaves it to the meta',
    LABELS,
    '<meta charset=windows-1251>',
    'text/html; charset=utf-7',
  ],
  ['a label in double quotes in the header', MIME, '', 'text/html; charset="windows-1251"'],
  [
    'a label in single quotes is no label',
    MIME,
    '<meta charset=windows-1251>',
    "text/html; charset='koi8-r'",
  ],
  ['of two charset parameters the first counts', MIME, '', 'text/html; charset=windows-1251; charset=utf-8'],
  ['a parameter before the charset and no space', MIME, '', 'text/html;version=1;charset=windows-1251'],
  ['a header in capitals', MIME, '', 'TEXT/HTML; CHARSET=WINDOWS-1251'],
  ['an empty charset leaves it to the meta', MIME, '<meta charset=windows-1251>', 'text/html; charset='],
  [
    'a space before the equals sign is no charset',
    MIME,
    '<meta charset=windows-1251>',
    'text/html; charset =utf-8',
  ],
  ['a meta in a comment does not count', PRESCAN, '<!-- <meta charset=utf-8> --><meta charset=windows-1251>'],
  ['a comment that ends at once before the meta', PRESCAN, '<!--><meta charset=windows-1251>'],
  ['a label nobody knows does not count', PRESCAN, '<meta charset=nonsense><meta charset=windows-1251>'],
  ['the first of two metas counts', PRESCAN, '<meta charset=windows-1251><meta charset=utf-8>'],
  ['the first of two charset attributes counts', PRESCAN, '<meta charset=windows-1251 charset=utf-8>'],
  [
    'a meta content without http-equiv does not count',
    PRESCAN,
    '<meta content="text/html; charset=utf-8"><meta charset=windows-1251>',
  ],
  [
    'a meta content before its http-equiv',
    PRESCAN,
    '<meta content="text/html; charset=windows-1251" http-equiv=content-type>',
  ],
  [
    'spaces around the equals sign in a meta',
    PRESCAN,
    '<meta http-equiv=Content-Type content="text/html; charset = windows-1251">',
  ],
  [
    'a quoted label in a meta content',
    PRESCAN,
    `<meta http-equiv=Content-Type content="text/html; charset='windows-1251'">`,
  ],
  ['a label with spaces around it', LABELS, '<meta charset=" windows-1251 ">'],
  [
    'a meta in capitals',
    PRESCAN,
    '<META HTTP-EQUIV="CONTENT-TYPE" CONTENT="TEXT/HTML; CHARSET=WINDOWS-1251">',
  ],
  ['a slash after the tag name of a meta', PRESCAN, '<meta/charset="windows-1251"/>'],
  [
    'a meta in an end tag does not count',
    PRESCAN,
    '</p title="<meta charset=utf-8>"><meta charset=windows-1251>',
  ],
  [
    'a meta in an attribute does not count',
    PRESCAN,
    '<p title="<meta charset=utf-8>"><meta charset=windows-1251>',
  ],
  ['the prescan does not know scripts', PRESCAN, '<script>"<meta charset=windows-1251>"</script>'],
  ['the prescan does not know titles', PRESCAN, '<title><meta charset=windows-1251></title>'],
  [
    'a meta that ends inside the first 1024 bytes',
    PRESCAN,
    `<!--${'x'.repeat(980)}--><meta charset=windows-1251>`,
  ],
  ['a meta after the first 1024 bytes', LATE, `${FILLER}<meta charset=windows-1251>`],
  ['a meta across the 1024th byte', LATE, `<!--${'x'.repeat(1000)}--><meta charset=windows-1251>`],
  [
    'a meta http-equiv after the first 1024 bytes',
    LATE,
    `${FILLER}<meta http-equiv=content-type content="text/html; charset=windows-1251">`,
  ],
  [
    'a late meta in a script is no meta',
    LATE,
    `<script>/*${FILLER}*/"<meta charset=utf-8>"</script><meta charset=windows-1251>`,
  ],
  [
    'a late meta in a template is none of the page',
    LATE,
    `${FILLER}<template><p></template><meta charset=windows-1251>`,
  ],
  [
    'a late meta does not beat the header',
    LATE,
    `${FILLER}<meta charset=utf-8>`,
    'text/html; charset=windows-1251',
  ],
  ['an XML declaration in HTML names the encoding', PRESCAN, '<?xml version="1.0" encoding="windows-1251"?>'],
  [
    'a meta beats an XML declaration',
    PRESCAN,
    '<?xml version="1.0" encoding="utf-8"?><meta charset=windows-1251>',
  ],
]

const PAGES_IN_UTF_8: readonly (readonly [name: string, source: string, before: string, type?: string])[] = [
  ['a BOM of utf-8 beats the header', SNIFF, '\ufeff', 'text/html; charset=shift_jis'],
  ['a BOM of utf-8 beats the meta', SNIFF, '\ufeff<meta charset=windows-1251>'],
  ['a meta that says utf-16 means utf-8', PRESCAN, '<meta charset=utf-16>'],
  ['a meta that says utf-16be means utf-8', PRESCAN, '<meta charset=utf-16be>'],
  ['a late meta that says utf-16le means utf-8', LATE, `${FILLER}<meta charset=utf-16le>`],
]

const PAGES_IN_UTF_16: readonly (readonly [
  name: string,
  source: string,
  bytes: string,
  charset: string,
  type?: string,
])[] = [
  ['utf-16le by its BOM', SNIFF, little(`\ufeff${IN_UNICODE}`), 'utf-16le'],
  ['utf-16be by its BOM', SNIFF, big(`\ufeff${IN_UNICODE}`), 'utf-16be'],
  [
    'utf-16le by its BOM, though the header says utf-8',
    SNIFF,
    little(`\ufeff${IN_UNICODE}`),
    'utf-16le',
    'text/html; charset=utf-8',
  ],
  [
    'utf-16be by its BOM, though the header says utf-16le',
    SNIFF,
    big(`\ufeff${IN_UNICODE}`),
    'utf-16be',
    'text/html; charset=utf-16le',
  ],
  [
    'utf-16le by its BOM, though a meta says windows-1251',
    SNIFF,
    little(`\ufeff<meta charset=windows-1251>${IN_UNICODE}`),
    'utf-16le',
  ],
  [
    'utf-16le without BOM by its header',
    SNIFF,
    little(IN_UNICODE),
    'utf-16le',
    'text/html; charset=utf-16le',
  ],
  ['utf-16be without BOM by its header', SNIFF, big(IN_UNICODE), 'utf-16be', 'text/html; charset=UTF-16BE'],
  [
    'utf-16 without BOM is little-endian',
    LABELS,
    little(IN_UNICODE),
    'utf-16le',
    'text/html; charset=utf-16',
  ],
  ['utf-16le by the label unicode', LABELS, little(IN_UNICODE), 'utf-16le', 'text/html; charset=unicode'],
  [
    'utf-16be by the label unicodeFFFE',
    LABELS,
    big(IN_UNICODE),
    'utf-16be',
    'text/html; charset=unicodeFFFE',
  ],
  [
    'utf-16le without BOM by the bytes of <?x',
    PRESCAN,
    little(`<?xml version="1.0"?>${IN_UNICODE}`),
    'utf-16le',
  ],
  [
    'utf-16be without BOM by the bytes of <?x',
    PRESCAN,
    big(`<?xml version="1.0"?>${IN_UNICODE}`),
    'utf-16be',
  ],
]

/** Which encoding counts where several are named, or none. Bodies are one character a byte. */
export const ENCODING_CHOICE_CASES: readonly PageCase[] = [
  ...PAGES_IN_1251.map(([name, source, before, type = 'text/html']) =>
    page(name, source, { type, bytes: before + IN_1251 }, { charset: 'windows-1251', ...READ_RIGHTLY }, ASK),
  ),
  ...PAGES_IN_UTF_8.map(([name, source, before, type = 'text/html']) =>
    page(name, source, { type, body: before + IN_UNICODE }, { charset: 'utf-8', ...READ_RIGHTLY }, ASK),
  ),
  ...PAGES_IN_UTF_16.map(([name, source, bytes, charset, type = 'text/html']) =>
    page(name, source, { type, bytes }, { charset, ...READ_RIGHTLY }, ASK),
  ),
  page(
    'a BOM that does not stand first is no BOM',
    SNIFF,
    { type: 'text/html; charset=windows-1251', bytes: ` \xef\xbb\xbf${IN_1251}` },
    { charset: 'windows-1251', ...READ_RIGHTLY },
    ASK,
  ),
  page(
    'of two headers of one type the first may name the charset',
    EXTRACT,
    {
      headers: [
        ['Content-Type', 'text/html; charset=windows-1251'],
        ['Content-Type', 'text/html'],
      ],
      bytes: IN_1251,
    },
    { charset: 'windows-1251', ...READ_RIGHTLY },
    ASK,
  ),
  page(
    'of two charsets in two headers the last counts',
    EXTRACT,
    {
      headers: [
        ['Content-Type', 'text/html; charset=utf-8'],
        ['Content-Type', 'text/html; charset=windows-1251'],
      ],
      bytes: IN_1251,
    },
    { charset: 'windows-1251', ...READ_RIGHTLY },
    ASK,
  ),
  page(
    'a type nobody can read before one that can be read',
    EXTRACT,
    {
      headers: [
        ['Content-Type', 'nonsense'],
        ['Content-Type', 'text/html; charset=windows-1251'],
      ],
      bytes: IN_1251,
    },
    { charset: 'windows-1251', ...READ_RIGHTLY },
    ASK,
  ),
  page(
    'two types in one header, the last of them HTML',
    EXTRACT,
    { type: 'text/plain, text/html; charset=windows-1251', bytes: IN_1251 },
    { charset: 'windows-1251', ...READ_RIGHTLY },
    ASK,
  ),
  page(
    'a meta that says x-user-defined means windows-1252',
    PRESCAN,
    { type: 'text/html', bytes: `<meta charset=x-user-defined>${DOCTYPE}${POST}<p>Caf\xe9</p>` },
    { charset: 'windows-1252', mentioned: true },
    { ask: { brands: ['Café'] } },
  ),
  page(
    'nothing is declared',
    `${SNIFF}: windows-1252 is the default it suggests for most locales`,
    { type: 'text/html', bytes: `${DOCTYPE}${POST}<p>Caf\xe9 \x93kit\x94</p>` },
    { charset: 'windows-1252', mentioned: true },
    { ask: { brands: ['Café'] } },
  ),
  page(
    'hz-gb-2312 in a meta is read as one replacement character',
    'Encoding standard, 14.1 replacement',
    { type: 'text/html', bytes: `<meta charset=hz-gb-2312>${DOCTYPE}${POST}${LINK}` },
    { charset: 'replacement', linked: { not: true } },
  ),
  page(
    'a query on a page in utf-16 is written in utf-8',
    'Encoding standard, 4.3 output encodings',
    {
      type: 'text/html; charset=utf-16le',
      bytes: little(`${DOCTYPE}${POST}<a href="http://acme.test/?q=я">kit</a>`),
    },
    { linked: true, resolvedUrl: 'http://acme.test/?q=%D1%8F' },
  ),
  page(
    'tags in utf-7 are no tags',
    LABELS,
    {
      type: 'text/html; charset=utf-7',
      bytes: `${DOCTYPE}${POST}<p>+ADw-a href=+ACI-http://acme.test/+ACI-+AD4-kit+ADw-/a+AD4-</p>`,
    },
    { linked: false },
  ),
]

function little(text: string): string {
  return Buffer.from(text, 'utf16le').toString('latin1')
}

function big(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('latin1')
}
