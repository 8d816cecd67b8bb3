import { csv, type ImportCase, utf8, utf16le } from './import-case.ts'

const BACKLINK_HEADERS =
  'Referring page title|Referring page URL|Language|Platform|Referring page HTTP code|Domain rating|UR|Domain traffic|Referring domains|Linked domains|External links|Page traffic|Keywords|Target URL|Left context|Anchor|Right context|Redirect Chain URLs|Redirect Chain status codes|Type|Is spam|Content|Nofollow|UGC|Sponsored|Rendered|Raw|Lost status|Drop reason|Discovered status|First seen|Last seen|Lost|Author|Page type|Page category|Links in group'.split(
    '|',
  )

/** A row by the headers it fills; the others stay empty. */
function row(headers: readonly string[], cells: Record<string, string>): string[] {
  return headers.map((header) => cells[header.trim()] ?? '')
}

const LINKED = {
  'Referring page title': 'Ten kettles, "boiled" and compared',
  'Referring page URL': 'https://www.teablog.example/kettles',
  'Domain rating': '41',
  'Domain traffic': '1,240',
  'Target URL': 'https://acme.example/kettle',
  'Left context': 'We liked the',
  Anchor: 'Acme\tkettle',
  'Right context': 'best of all',
  Type: 'text',
  Nofollow: 'true',
  UGC: 'false',
  Sponsored: 'true',
  'First seen': '2026-06-21 08:37:05',
  'Last seen': '2026-09-21 10:00:00',
  Author: 'Anna Tee',
  'Links in group': '1',
}
const LOST = {
  ...LINKED,
  'Referring page URL': 'https://daily.example/2024/tea',
  Anchor: '',
  'Left context': '',
  'Right context': '',
  Nofollow: 'false',
  Sponsored: 'false',
  'Lost status': 'Link removed',
  'Drop reason': 'Page was rewritten',
  Lost: '2026-09-30',
  Author: '',
}
const OLDER = BACKLINK_HEADERS.filter(
  (header) => !['UR', 'Is spam', 'Author', 'Page type', 'Page category'].includes(header),
)
const BROKEN = [
  ...BACKLINK_HEADERS.filter(
    (header) => !['Lost status', 'First seen', 'Last seen', 'Lost'].includes(header),
  ),
  'Target page HTTP code',
  'Target checked',
  'Ref. page checked',
]
const INTERSECT = [
  ...'Referring page title|Referring page URL|Language|Platform|Type|Author|Redirect Code|Domain rating|UR|Domain traffic|Referring domains|Page traffic|Intersect'.split(
    '|',
  ),
  'rival-one.example/',
  'rival-two.example/',
]
const DOMAINS =
  'Domain|Is spam|DR|Dofollow ref. domains|Dofollow linked domains|Traffic |Keywords |Links to target|New links|Lost links|Dofollow links|First seen|Lost'.split(
    '|',
  )

const linkedRecord = {
  prospect: { url: 'https://www.teablog.example' },
  contact: { name: 'Anna Tee' },
  mention: {
    sourceUrl: 'https://www.teablog.example/kettles',
    targetUrl: 'https://acme.example/kettle',
    anchor: 'Acme kettle',
    rel: ['nofollow', 'sponsored'],
    claim: 'linked',
    firstSeen: '2026-06-21T08:37:05',
  },
}
const lostRecord = {
  prospect: { url: 'https://daily.example' },
  contact: null,
  mention: { sourceUrl: 'https://daily.example/2024/tea', rel: [], claim: 'lost' },
  notes: 'Lost: Page was rewritten',
}

export const AHREFS_CASES: ImportCase[] = [
  {
    name: 'Ahrefs backlinks as exported: UTF-16LE, tabs, quotes',
    file: utf16le(csv('\t', BACKLINK_HEADERS, row(BACKLINK_HEADERS, LINKED), row(BACKLINK_HEADERS, LOST))),
    format: 'ahrefs-backlinks',
    encoding: 'UTF-16LE',
    delimiter: '\t',
    headerLine: 1,
    fields: {
      'Referring page URL': 'mention.sourceUrl',
      'Target URL': 'mention.targetUrl',
      Author: 'contact.name',
      'Domain rating': null,
    },
    records: [
      { line: 2, ...linkedRecord, notes: 'Around the link: We liked the [Acme\tkettle] best of all' },
      { line: 3, ...lostRecord },
    ],
    refused: [],
    warnings: [],
  },
  {
    name: 'Ahrefs backlinks in UTF-8 with commas, without the newer columns',
    file: utf8(csv(',', OLDER, row(OLDER, LINKED), row(OLDER, LOST))),
    format: 'ahrefs-backlinks',
    encoding: 'UTF-8',
    delimiter: ',',
    records: [{ ...linkedRecord, contact: null }, lostRecord],
  },
  {
    name: 'Ahrefs broken backlinks',
    file: utf16le(csv('\t', BROKEN, row(BROKEN, { ...LINKED, 'Target page HTTP code': '404' }))),
    format: 'ahrefs-broken-backlinks',
    records: [
      {
        prospect: { url: 'https://www.teablog.example' },
        mention: { claim: 'linked', rel: ['nofollow', 'sponsored'] },
      },
    ],
  },
  {
    name: 'Ahrefs link intersect: pages that link to others say nothing of us',
    file: utf16le(
      csv('\t', INTERSECT, row(INTERSECT, { ...LINKED, Intersect: '2', 'rival-one.example/': '3' })),
    ),
    format: 'ahrefs-link-intersect',
    fields: { 'rival-one.example/': null },
    records: [
      {
        prospect: { url: 'https://www.teablog.example' },
        contact: { name: 'Anna Tee' },
        mention: { sourceUrl: 'https://www.teablog.example/kettles', claim: null },
      },
    ],
  },
  {
    name: 'Ahrefs referring domains, with spaces behind two headers',
    file: utf16le(
      csv(
        '\t',
        DOMAINS,
        row(DOMAINS, {
          Domain: 'teablog.example',
          DR: '41',
          'Links to target': '1,240',
          'First seen': '2026-01-02',
        }),
        row(DOMAINS, { Domain: 'medium.com', DR: '95' }),
      ),
    ),
    format: 'ahrefs-referring-domains',
    fields: { Domain: 'prospect.url', Traffic: null, Keywords: null },
    records: [{ line: 2, prospect: { url: 'https://teablog.example' }, contact: null, mention: null }],
    refused: [[3, /Many outlets live on medium\.com/]],
  },
  {
    name: 'Ahrefs referring domains of older years, with a number in front and without new and lost links',
    file: utf8(
      csv(
        ',',
        ['#', ...DOMAINS.filter((header) => !/^(?:New|Lost) links$/.test(header))],
        ['1', 'teablog.example', 'false', '41', '3', '4', '1,240', '9', '2', '1', '2026-01-02', ''],
      ),
    ),
    format: 'ahrefs-referring-domains',
    records: [{ prospect: { url: 'https://teablog.example' }, mention: null }],
  },
  {
    name: 'Ahrefs Content Explorer by a few of its headers',
    file: utf8(
      csv(
        ',',
        [
          'Content title',
          'Content URL',
          'Author',
          'Published',
          'Language',
          'DR',
          'Page traffic',
          'Word count',
        ],
        ['How to brew', 'https://teablog.example/brew', 'Anna Tee', '2026-02-03', 'en', '41', '120', '900'],
      ),
    ),
    format: 'ahrefs-content-explorer',
    records: [
      {
        prospect: { url: 'https://teablog.example' },
        contact: { name: 'Anna Tee' },
        mention: { sourceUrl: 'https://teablog.example/brew', claim: null },
      },
    ],
  },
]
